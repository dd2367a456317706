using System.Globalization;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>
/// The page behind an official form: every line of the portfolio with the word it stands on, and how to check the paper. The form itself
/// stays as its readers know it.
/// </summary>
/// <param name="day">Writes a day.</param>
/// <param name="month">Writes a month.</param>
internal sealed class CheckPage(CvContent content, string language, Func<DateOnly, string> day, Func<DateOnly, string> month)
{
    private const float KindWidth = 68;
    private readonly CheckPageTexts texts = CheckPageTexts.For(language);
    private readonly CheckTexts check = CheckTexts.For(language);
    private readonly Wording words = new(content);

    public Column Render()
    {
        var blocks = new List<Block> { Head() };
        var confirmed = content.Entries.Where(e => e.Word != CvWords.Self).ToList();
        var own = content.Entries.Where(e => e.Word == CvWords.Self).ToList();
        if (confirmed.Count > 0)
        {
            blocks.Add(new Table(
                [new TableColumn(KindWidth), new TableColumn(1.2f, IsShare: true), new TableColumn(78), new TableColumn(1.2f, IsShare: true)],
                [Title(texts.Kind), Title(texts.Line), Title(texts.Period), Title(texts.By)],
                [.. confirmed.Select(Confirmed)])
            { CellPadding = new Insets(0, 2.6f, 8, 2.6f), HeadLine = Look.Line, RowLine = Look.Line });
        }

        if (own.Count > 0)
        {
            blocks.Add(new Column(
                4,
                new Text(check.OwnWord, Look.Heading) { Role = TextRole.Heading2 },
                new Text(check.OwnWordNote, Look.Small) { KeepWithNext = true },
                new Table(
                    [new TableColumn(KindWidth), new TableColumn(1, IsShare: true), new TableColumn(84)],
                    [Title(texts.Kind), Title(texts.Line), Title(texts.Period)],
                    [.. own.Select(Own)])
                { CellPadding = new Insets(0, 2.2f, 8, 2.2f), HeadLine = Look.Line, RowLine = Look.Line }));
        }

        blocks.Add(new KeepTogether(new Column(12, new Column(3, new Text(texts.Others, Look.Small), new Text(texts.Translation, Look.Small)), new CheckBlock(check, content).Render())));
        return new Column(11, blocks);
    }

    private Column Head()
    {
        var confirmed = content.Entries.Count(e => e.Word != CvWords.Self);
        var lines = new List<Block>
        {
            new Text(texts.Title, Look.Headline with { Size = 15, LineHeight = 21, Bold = true, Color = Look.Ink }) { Role = TextRole.Heading1 },
            new Text(texts.Outside, Look.Small),
            new Space(2),
            new Text([new Span(content.Person.Name) { Bold = true }, new Span($"　{content.School.Name}")], Look.Body) { Field = "person.name" },
        };
        if (content.Entries.Count > 0)
        {
            lines.Add(TrustMark.Line(confirmed > 0 ? CvWords.Company : CvWords.Self, [new Span(string.Format(CultureInfo.InvariantCulture, check.Summary, confirmed, content.Entries.Count)) { Bold = true }], "summary"));
        }

        if (content.Person.Under18)
        {
            lines.Add(new Text([new Span(check.Under18) { Bold = true, Color = Look.Warm }], Look.Small));
        }

        return new Column(2, lines);
    }

    private IReadOnlyList<Block> Confirmed(CvEntry entry)
    {
        var what = new List<Block> { words.Line(entry.Title, words.Entry(entry, "title"), Look.Body) };
        if (entry.Organisation.Length > 0)
        {
            what.Add(words.Line(entry.Organisation, words.Entry(entry, "organisation"), Look.Small));
        }

        var by = new List<Block> { TrustMark.Line(entry.Word, [new Span(check.Words[entry.Word]) { Bold = true }], words.Entry(entry, "word")) };
        // The day first, so that it is not broken at the end of a line.
        var who = string.Join("　", new[] { entry.ConfirmedOn is { } on ? day(on) : "", string.Join(texts.And, entry.ConfirmedBy) }.Where(t => t.Length > 0));
        if (who.Length > 0)
        {
            by.Add(new Text(who, Look.Small) { Field = words.Entry(entry, "confirmedBy") });
        }

        return [new Text(texts.Kinds[entry.Kind], Look.Small), new Column(0, what), new Text(Period(entry), Look.Small), new Column(1, by)];
    }

    private IReadOnlyList<Block> Own(CvEntry entry) =>
        [new Text(texts.Kinds[entry.Kind], Look.Small), words.Line(entry.Title, words.Entry(entry, "title"), Look.Small), new Text(Period(entry), Look.Small)];

    private string Period(CvEntry entry)
    {
        var (from, until) = (entry.From is { } f ? month(f) : "", entry.Until is { } u ? month(u) : "");
        return from == until || until.Length == 0 ? from : $"{from}{texts.To}\n{until}";
    }

    private static Text Title(string text) => new(text, Look.Small);
}
