using System.Globalization;
using System.Text;

namespace SmkPortfolio.Web.Demo.Story;

/// <summary>Fills one template for one student: choices, dates, numbers, the partner's name.</summary>
internal sealed class EntryWriter(EntryText text, int use, DateOnly start, IReadOnlyDictionary<string, string> known, int number)
{
    /// <summary>How many pictures there are of each motif.</summary>
    internal const int PicturesPerScene = 2;

    /// <summary>The last day named in the entry that is not an expiry.</summary>
    public DateOnly End { get; } = start.AddDays(text.Fields.TryGetValue("end", out var end) ? int.Parse(end.AsSpan(1), CultureInfo.InvariantCulture) : 0);

    public Dictionary<string, string> Fields() => Fill(text.Fields);

    public Dictionary<string, string> Mend()
    {
        var all = Fields();
        foreach (var (name, value) in Fill(text.Mend ?? new Dictionary<string, string>()))
        {
            all[name] = value;
        }
        return all;
    }

    public IReadOnlyList<DemoEvidence> Evidence() => [.. text.Evidence.Select((e, i) => e.Scene is not null
        ? new DemoEvidence($"scene-{e.Scene}-{1 + ((use + i) % PicturesPerScene)}.jpg", null, Put(e.Caption, false))
        : new DemoEvidence(null, Sheet(e), Put(e.Caption, false)))];

    private DemoSheet Sheet(EvidenceText e) => new(
        e.Sheet!,
        $"{e.Sheet}-{number % 10_000:0000}.pdf",
        Put(e.Title ?? e.Caption, false),
        e.Columns ?? [],
        [.. (e.Rows ?? []).Select(r => (IReadOnlyList<string>)[.. r.Select(c => Put(c, false))])],
        Put(e.Note ?? "", false),
        known["mentor"].Length > 0 ? known["mentor"] : known["school"]);

    private Dictionary<string, string> Fill(IReadOnlyDictionary<string, string> raw) => raw
        .Select(f => (f.Key, Value: f.Value.StartsWith('@') ? Day(f.Value) : Put(f.Value, f.Key.EndsWith(".en", StringComparison.Ordinal))))
        .Where(f => f.Value.Length > 0)
        .ToDictionary(f => f.Key, f => f.Value);

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
            .Replace("{score}", (78 + (number % 17)).ToString(CultureInfo.InvariantCulture))
            .ToString();
    }
}
