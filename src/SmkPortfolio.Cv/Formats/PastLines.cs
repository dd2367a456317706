using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>Work, courses, offices and prizes of the holder's past: own statements all of them.</summary>
internal sealed class PastLines(PaperKit kit, Periods periods, LinePlace place)
{
    public bool Has(params ReadOnlySpan<string> kinds)
    {
        foreach (var kind in kinds)
        {
            if (kit.Content.Past.Any(p => p.Kind == kind))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The items of these kinds as lines; those beside confirmed lines say themselves on whose word they stand.</summary>
    public IEnumerable<(DateOnly? Day, Block Line)> Dated(bool isMarked, params string[] kinds) =>
        kit.Content.Past.Select((item, i) => (item, i)).Where(p => kinds.Contains(p.item.Kind)).Select(p => (EntryLines.LastDay(p.item.From, p.item.Until, p.item.Kind is "job" or "trainee"), kit.Whole(Line(p.item, PaperKit.Path("past", p.i), isMarked))));

    /// <inheritdoc cref="Dated"/>
    public IEnumerable<Block> Lines(params string[] kinds) => Dated(isMarked: false, kinds).Select(l => l.Line);

    public Column List(params string[] kinds) => new(kit.Dress.LineGap * 0.64f, [.. Lines(kinds)]);

    private Block Line(CvPastItem item, string field, bool isMarked)
    {
        var under = new List<Block>();
        var where = kit.Joined("  ·  ", (field + ".organisation", item.Organisation), (field + ".place", item.Place)).ConvertAll(s => s with { Color = Look.Muted });
        var isOneLine = kit.Dress.IsDense && where.Count > 0;
        if (isOneLine && item.Detail.Length > 0)
        {
            where.AddRange(new Span("  ·  ") { Color = Look.Muted }, kit.Span(field + ".detail", item.Detail));
        }

        if (where.Count > 0)
        {
            under.Add(new Text(where, kit.Dress.Body) { Field = field + ".organisation" });
        }

        if (item.Detail.Length > 0 && !isOneLine)
        {
            under.Add(kit.Say(field + ".detail", item.Detail, kit.Dress.Body));
        }

        if (isMarked)
        {
            under.Add(TrustMark.Line(CvWords.Self, [new Span(kit.Check.Words[CvWords.Self])], field, kit.Dress));
        }

        var title = kit.Say(field + ".title", item.Title, isMarked ? kit.Dress.Title : kit.Dress.Body with { Bold = true }) with { Role = TextRole.Heading3 };
        return place.Set(kit, title, periods.Of(item), 1.5f, under);
    }
}
