using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>Lines of the portfolio: confirmed ones with their mark, those of own word in a plainer dress.</summary>
/// <param name="kit">The paper.</param>
/// <param name="periods">How it writes times.</param>
/// <param name="place">Where a line stands in the width of the page.</param>
internal sealed class EntryLines(PaperKit kit, Periods periods, LinePlace place)
{
    public IEnumerable<Block> Confirmed(IEnumerable<CvEntry> entries) => entries.Select(e => kit.Whole(Line(e)));

    /// <summary>Lines of the portfolio and own statements about work together, the newest first, those without a date last.</summary>
    public IEnumerable<Block> Newest(IEnumerable<CvEntry> confirmed, PastLines past, params string[] kinds) =>
        confirmed.Select(e => (Day: e.Kind == CvKinds.Certification ? e.From : LastDay(e.From, e.Until, e.Kind == CvKinds.Internship), Line: kit.Whole(Line(e)))).Concat(past.Dated(isMarked: true, kinds)).OrderByDescending(l => l.Day ?? DateOnly.MinValue).Select(l => l.Line);

    /// <summary>What still lasts comes before all that has ended.</summary>
    public static DateOnly? LastDay(DateOnly? from, DateOnly? until, bool lasts) => until ?? (lasts && from is not null ? DateOnly.MaxValue : from);

    /// <summary>Own word: no mark of confirmation, no certificate numbers, company names as plain words of the student.</summary>
    public Column Own(IEnumerable<CvEntry> entries) => new(
        kit.Dress.LineGap * 0.73f,
        [
            new Text(kit.Check.OwnWordNote, kit.Dress.Small) { KeepWithNext = true },
            .. entries.Select(e => kit.Whole(Line(e))),
        ]);

    public Block Line(CvEntry entry)
    {
        var field = PaperKit.Path("entries", kit.IndexOf(entry));
        var isOwn = entry.Word == CvWords.Self;
        var title = kit.Say(field + ".title", entry.Title, isOwn ? kit.Dress.Body : kit.Dress.Title) with { Role = TextRole.Heading3 };
        return place.Set(kit, title, periods.Of(entry), isOwn ? 1.5f : 2, [.. Under(entry, field, isOwn)]);
    }

    /// <summary>All that stands under a line's title.</summary>
    private IEnumerable<Block> Under(CvEntry entry, string field, bool isOwn)
    {
        if (PlaceOf(entry, field, isOwn ? Look.Muted : Look.Teal) is { } where)
        {
            yield return where;
        }

        foreach (var block in Description(entry, field))
        {
            yield return block;
        }

        if (Facts(entry, field) is { } facts)
        {
            yield return facts;
        }

        if (!isOwn)
        {
            yield return new Space(0.5f);
            yield return TrustMark.Line(entry.Word, Confirmation(entry), field + ".confirmedBy", kit.Dress);
        }
    }

    public Text? PlaceOf(CvEntry entry, string field, Color color)
    {
        var spans = kit.Joined("  ·  ", (field + ".organisation", entry.Organisation), (field + ".place", entry.Place), (field + ".role", entry.Role));
        if (spans.Count == 0)
        {
            return null;
        }

        return new Text([.. spans.Select((s, i) => s with { Color = i == 0 && entry.Organisation.Length > 0 ? color : Look.Muted })], kit.Dress.Body) { Field = field + ".organisation", KeepWithNext = true };
    }

    public IEnumerable<Block> Description(CvEntry entry, string field)
    {
        if (entry.Description.Count == 1)
        {
            yield return kit.Say(field + ".description[0]", entry.Description[0], kit.Dress.Body);
        }
        else if (entry.Description.Count > 1)
        {
            yield return new BulletList([.. entry.Description.Select((d, i) => (IReadOnlyList<Span>)[kit.Span($"{field}.description[{i}]", d)])], kit.Dress.Body) { Field = field + ".description", Gap = 1 };
        }

        if (entry.Result is { Length: > 0 } result)
        {
            yield return new Text([new Span(kit.Words.Result + ": ") { Bold = true }, kit.Span(field + ".result", result)], kit.Dress.Body) { Field = field + ".result" };
        }
    }

    /// <summary>Label and value after each other; numbers of certificates never on the student's own word.</summary>
    public Text? Facts(CvEntry entry, string field)
    {
        var spans = new List<Span>();
        foreach (var (fact, index) in entry.Facts.Select((f, i) => (f, i)).Where(f => entry.Word != CvWords.Self || !f.f.IsNumber))
        {
            spans.Add(new Span((spans.Count == 0 ? "" : "   ") + fact.Label + "\u00A0"));
            spans.Add(kit.Span($"{field}.facts[{index}]", fact.Value) with { Color = Look.Ink });
        }

        return spans.Count == 0 ? null : new Text(spans, kit.Dress.Small) { Field = field + ".facts" };
    }

    /// <summary>On whose word, by whom and when.</summary>
    public List<Span> Confirmation(CvEntry entry)
    {
        var spans = new List<Span> { new(kit.Check.Words[entry.Word]) { Bold = true } };
        if (entry.ConfirmedBy is { Count: > 0 } by)
        {
            spans.Add(new Span("  ·  " + string.Join("; ", by)));
        }

        if (entry.ConfirmedOn is { } on)
        {
            spans.Add(new Span("  ·  " + kit.Dates.Short(on).Replace(' ', '\u00A0')) { Color = Look.Muted });
        }

        return spans;
    }
}
