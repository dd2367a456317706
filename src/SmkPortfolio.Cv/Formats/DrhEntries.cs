using System.Globalization;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>Lines of the portfolio: confirmed ones with their mark, those of own word in a plainer dress.</summary>
/// <param name="all">Every line of the paper, in the order of its content: fields are named by the place there.</param>
internal sealed class DrhEntries(DrhTexts texts, CheckTexts check, CvDates dates, IReadOnlyList<CvEntry> all)
{
    public Column Confirmed(IReadOnlyList<CvEntry> entries) => new(11, [.. entries.Select(e => (Block)new KeepTogether(Axis.Row(Period(e), Line(e, Field(e)))))]);

    /// <summary>Own word: no mark of confirmation, no certificate numbers, company names as plain words of the student.</summary>
    public Column Own(IReadOnlyList<CvEntry> entries) => new(
        8,
        [
            new Text(check.OwnWordNote, Look.Small) { KeepWithNext = true },
            .. entries.Select(e => (Block)new KeepTogether(Axis.Row(Period(e), OwnLine(e, Field(e))))),
        ]);

    private Column Line(CvEntry entry, string field)
    {
        var blocks = new List<Block> { new Text(entry.Title, Look.Entry) { Role = TextRole.Heading3, Field = field + ".title" } };
        AddPlace(blocks, entry, field, Look.Teal);
        AddDescription(blocks, entry, field);
        if (entry.Facts.Count > 0)
        {
            blocks.Add(Facts(entry.Facts, field));
        }

        blocks.Add(new Space(0.5f));
        blocks.Add(TrustMark.Line(entry.Word, Confirmation(entry), field + ".confirmedBy"));
        return new Column(2, blocks);
    }

    private Column OwnLine(CvEntry entry, string field)
    {
        var blocks = new List<Block> { new Text(entry.Title, Look.Body) { Role = TextRole.Heading3, Field = field + ".title" } };
        AddPlace(blocks, entry, field, Look.Muted);
        AddDescription(blocks, entry, field);
        var facts = entry.Facts.Where(f => !f.IsNumber).ToList();
        if (facts.Count > 0)
        {
            blocks.Add(Facts(facts, field));
        }

        return new Column(1.5f, blocks);
    }

    private static void AddPlace(List<Block> blocks, CvEntry entry, string field, Color color)
    {
        var spans = new List<Span>();
        foreach (var (part, isOrganisation) in new[] { (entry.Organisation, true), (entry.Place, false), (entry.Role, false) })
        {
            if (part is { Length: > 0 })
            {
                spans.Add(new Span((spans.Count == 0 ? "" : "  ·  ") + part) { Color = isOrganisation ? color : Look.Muted });
            }
        }

        if (spans.Count > 0)
        {
            blocks.Add(new Text(spans, Look.Body) { Field = field + ".organisation", KeepWithNext = true });
        }
    }

    private void AddDescription(List<Block> blocks, CvEntry entry, string field)
    {
        if (entry.Description.Count == 1)
        {
            blocks.Add(new Text(entry.Description[0], Look.Body) { Field = field + ".description" });
        }
        else if (entry.Description.Count > 1)
        {
            blocks.Add(new BulletList([.. entry.Description.Select(d => (IReadOnlyList<Span>)[new Span(d)])], Look.Body) { Field = field + ".description", Gap = 1 });
        }

        if (entry.Result is { Length: > 0 } result)
        {
            blocks.Add(new Text([new Span(texts.Result + ": ") { Bold = true }, new Span(result)], Look.Body) { Field = field + ".result" });
        }
    }

    private static Text Facts(IReadOnlyList<CvFact> facts, string field)
    {
        var spans = new List<Span>();
        foreach (var fact in facts)
        {
            spans.Add(new Span((spans.Count == 0 ? "" : "   ") + fact.Label + "\u00A0"));
            spans.Add(new Span(fact.Value) { Color = Look.Ink });
        }

        return new Text(spans, Look.Small) { Field = field + ".facts" };
    }

    private List<Span> Confirmation(CvEntry entry)
    {
        var spans = new List<Span> { new(check.Words[entry.Word]) { Bold = true } };
        if (entry.ConfirmedBy is { Count: > 0 } by)
        {
            spans.Add(new Span("  ·  " + string.Join("; ", by)));
        }

        if (entry.ConfirmedOn is { } on)
        {
            spans.Add(new Span("  ·  " + dates.Short(on).Replace(' ', '\u00A0')) { Color = Look.Muted });
        }

        return spans;
    }

    private string Period(CvEntry entry)
    {
        if (entry.Kind == CvKinds.Certification)
        {
            var until = entry.Until is { } last ? $"{texts.ValidUntil}\n{dates.Short(last)}" : "";
            return entry.From is { } issued ? until.Length == 0 ? dates.Short(issued) : $"{dates.Short(issued)}\n{until}" : until;
        }

        return (entry.From, entry.Until) switch
        {
            (null, null) => "",
            ({ } from, null) => entry.Kind == CvKinds.Internship ? $"{dates.Short(from)} –\n{texts.Now}" : dates.Short(from),
            (null, { } to) => dates.Short(to),
            ({ } from, { } to) => from == to ? dates.Short(from) : $"{dates.Short(from)} –\n{dates.Short(to)}",
        };
    }

    /// <summary>The very line, not an equal one: two may say the same.</summary>
    private string Field(CvEntry entry)
    {
        var index = 0;
        while (!ReferenceEquals(all[index], entry))
        {
            index++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"entries[{index}]");
    }
}
