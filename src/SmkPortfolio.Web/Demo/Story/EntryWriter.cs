using System.Globalization;
using System.Text;

namespace SmkPortfolio.Web.Demo.Story;

/// <summary>Fills one template for one student: choices, dates, numbers, the partner's name.</summary>
internal sealed class EntryWriter(EntryText text, VariantText? own, int use, DateOnly start, IReadOnlyDictionary<string, string> known, int number)
{
    private readonly Dictionary<string, string> raw = Merged(text.Fields, own?.Fields);


    /// <summary>How many pictures there are of each motif.</summary>
    internal const int PicturesPerScene = 2;

    private static readonly string[] Letterheads = ["score-form", "job-sheet"];

    /// <summary>The last day named in the entry that is not an expiry.</summary>
    public DateOnly End => start.AddDays(raw.TryGetValue("end", out var end) ? int.Parse(end.AsSpan(1), CultureInfo.InvariantCulture) : 0);

    public Dictionary<string, string> Fields() => Fill(raw);

    /// <summary>A statement about this entry.</summary>
    public string Said(string words) => Put(words, false);

    public Dictionary<string, string> Mend() => Merged(Fields(), Fill(text.Mend ?? new Dictionary<string, string>()));

    public IReadOnlyList<DemoEvidence> Evidence() => [.. text.Evidence.Select((e, i) => e.Scene is not null
        ? new DemoEvidence(Picture((i == 0 ? own?.Scene : null) ?? e.Scene, use + i), null, Put((i == 0 ? own?.Caption : null) ?? e.Caption, false))
        : new DemoEvidence(null, Sheet(e), Put(e.Caption, false)))];

    /// <summary>Pictures that show the school's letterhead are drawn once for each school.</summary>
    private string Picture(string scene, int turn) => $"scene-{scene}{(Letterheads.Contains(scene) ? "-" + known["npsn"] : "")}-{1 + (turn % PicturesPerScene)}.jpg";

    private int Score => 80 + (number % 16);

    private DemoSheet Sheet(EvidenceText e) => new(
        e.Sheet!,
        $"{e.Sheet}-{number % 10_000:0000}.pdf",
        Put(e.Title ?? e.Caption, false),
        e.Columns ?? [],
        [.. (own?.Rows ?? e.Rows ?? []).Select(r => (IReadOnlyList<string>)[.. r.Select(c => Put(c, false))])],
        Put(e.Note ?? "", false),
        known["mentor"].Length > 0 ? known["mentor"] : known["school"]);

    private Dictionary<string, string> Fill(IReadOnlyDictionary<string, string> fields) => fields
        .Select(f => (f.Key, Value: f.Value.StartsWith('@') ? Day(f.Value) : Put(f.Value, f.Key.EndsWith(".en", StringComparison.Ordinal))))
        .Where(f => f.Value.Length > 0)
        .ToDictionary(f => f.Key, f => f.Value);

    private static Dictionary<string, string> Merged(IReadOnlyDictionary<string, string> first, IReadOnlyDictionary<string, string>? over)
    {
        var all = new Dictionary<string, string>(first);
        foreach (var (name, value) in over ?? new Dictionary<string, string>())
        {
            all[name] = value;
        }
        return all;
    }

    private string Day(string value) => start.AddDays(int.Parse(value.AsSpan(1), CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Put(string raw, bool english)
    {
        var (filled, place) = (new StringBuilder(raw), 0);
        foreach (var (name, choices) in text.With ?? new Dictionary<string, IReadOnlyList<string>>())
        {
            var both = choices[(use + (place++ * (use / choices.Count))) % choices.Count].Split('|');
            filled.Replace("{" + name + "}", english && both.Length > 1 ? both[1] : both[0]);
        }
        foreach (var (name, value) in known)
        {
            filled.Replace("{" + name + "}", value);
        }
        return filled
            .Replace("{year}", start.Year.ToString(CultureInfo.InvariantCulture))
            .Replace("{no}", (1000 + (number % 9000)).ToString(CultureInfo.InvariantCulture))
            .Replace("{score}", Score.ToString(CultureInfo.InvariantCulture))
            .Replace("{predicate}", Score >= 90 ? "Amat Baik" : "Baik")
            .ToString();
    }
}
