using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Entries;

namespace SmkPortfolio.Web.Pages.Entries;

/// <summary>One line of text beside a file.</summary>
public sealed record FileTextInput(string Name, string Label, string Value, int Most);

/// <summary>
/// How the student shows the files: their order, what is to be seen on a picture, the cover, the pair. As posted, else as stored; fields of files that do not
/// stand on the entry are not looked at.
/// </summary>
/// <param name="entry">Whose they are.</param>
/// <param name="form">What was posted.</param>
/// <param name="converted">As <see cref="Evidence.IsShown"/>.</param>
public sealed class ShownAs(Entry entry, IFormCollection? form, IReadOnlySet<string> converted)
{
    public const string CoverName = "cover";
    public const string Before = "before";
    public const string After = "after";

    public static string OrderName(Guid fileId) => $"order.{fileId}";

    public static string AlternativeName(Guid fileId) => $"alt.{fileId}";

    public static string PairName(Guid fileId) => $"pair.{fileId}";

    /// <summary>The first picture, unless the student chose another one.</summary>
    public Guid? CoverId => Guid.TryParse(Posted(CoverName), out var id) ? id : entry.CoverPicture(converted)?.Id;

    public string Alternative(Evidence file) => Posted(AlternativeName(file.Id)) ?? file.AlternativeText;

    /// <summary><see cref="Before"/>, <see cref="After"/> or nothing.</summary>
    public string Side(Evidence file) => Posted(PairName(file.Id)) ?? (file.Id == entry.BeforeId ? Before : file.Id == entry.AfterId ? After : "");

    /// <summary>Does what differs from what is stored. Each refusal comes with the field it belongs to; the others are done all the same.</summary>
    public IReadOnlyList<(string Field, Error Error)> Apply(Change by)
    {
        List<(string, Error)> refused = [];
        foreach (var file in entry.Evidence.Where(f => f.IsPhoto))
        {
            if (Alternative(file) is var seen && seen != file.AlternativeText && entry.DescribePicture(file.Id, seen, by) is { } error)
            {
                refused.Add((AlternativeName(file.Id), error));
            }
        }
        if (CoverId is { } cover && cover != entry.CoverPicture(converted)?.Id && entry.SetCover(cover, by) is { } noCover)
        {
            refused.Add(("", noCover));
        }
        if (Pair(by) is { } noPair)
        {
            refused.Add(noPair);
        }
        Order(by);
        return refused;
    }

    private (string Field, Error Error)? Pair(Change by)
    {
        var pictures = entry.Evidence.Where(f => f.IsPhoto).ToList();
        var before = pictures.Where(f => Side(f) == Before).Select(f => f.Id).ToList();
        var after = pictures.Where(f => Side(f) == After).Select(f => f.Id).ToList();
        if (before.Count > 1 || after.Count > 1)
        {
            return (PairName(before.Concat(after).First()), Error.Invalid("pair-needs-two", "pair"));
        }
        Guid? first = before.Count == 0 ? null : before[0];
        Guid? second = after.Count == 0 ? null : after[0];
        return (first, second) != (entry.BeforeId, entry.AfterId) && entry.SetPair(first, second, by) is { } error ? (PairName((first ?? second)!.Value), error) : null;
    }

    // What has just arrived has no number yet and stays behind the others.
    private void Order(Change by)
    {
        var wanted = entry.Evidence.OrderBy(f => int.TryParse(Posted(OrderName(f.Id)), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue).ToList();
        for (var place = 0; place < wanted.Count; place++)
        {
            if (entry.Evidence.ToList().IndexOf(wanted[place]) is var at && at != place && entry.MoveEvidence(wanted[place].Id, place - at, by) is not null)
            {
                return;
            }
        }
    }

    private string? Posted(string name) => form is not null && form.TryGetValue(name, out var typed) ? typed.ToString() : null;
}
