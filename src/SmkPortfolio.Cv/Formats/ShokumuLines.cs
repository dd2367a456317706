using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>The tables of the 職務経歴書: period at the left, firm, work and numbers at the right.</summary>
internal sealed class ShokumuLines(CvContent content, JapaneseDates dates, CheckTexts check, ShokumuLook look)
{
    private const float PeriodWidth = 78;
    private readonly Wording words = new(content);
    private readonly IReadOnlyDictionary<string, string> kinds = CheckPageTexts.For("ja").Kinds;

    public Grid? Confirmed() => Grid([.. Newest(content.Entries.Where(e => e.Kind != CvKinds.Certification && e.Word != CvWords.Self)).Select(e => (Period(e), Line(e)))], "期間", "業務・実習の内容");

    /// <summary>Employment as the holder tells it, and lines that nobody confirmed: without numbers.</summary>
    public Grid? Own()
    {
        var jobs = content.Past.Where(p => p.Kind is "job" or "trainee").Select(p => (p.Until ?? p.From, OverLines(dates.Period(p.From, p.Until, goesOn: true)), Past(p)));
        var entries = content.Entries.Where(e => e.Kind != CvKinds.Certification && e.Word == CvWords.Self).Select(e => (e.Until ?? e.From, Period(e), OwnLine(e)));
        return Grid([.. jobs.Concat(entries).OrderByDescending(l => l.Item1 ?? DateOnly.MinValue).Select(l => (l.Item2, l.Item3))], "期間", "内容");
    }

    public Grid? Licences()
    {
        var certificates = content.Entries.Where(e => e.Kind == CvKinds.Certification).Select(e => (e.From, Certificate(e)));
        var licences = content.Past.Where(p => p.Kind is "licence" or "course").Select(p => (p.From ?? p.Until, Past(p)));
        var tests = content.Languages.Select((l, i) => (l.TakenOn, Test(l, i))).Where(t => t.Item2 is not null).Select(t => (t.TakenOn, t.Item2!));
        return Grid([.. certificates.Concat(licences).Concat(tests).OrderByDescending(l => l.Item1 ?? DateOnly.MinValue).Select(l => (l.Item1 is { } on ? dates.Month(on) : "", l.Item2))], "取得年月", "名称");
    }

    private Grid? Grid(IReadOnlyList<(string Period, Column What)> lines, string left, string right) => lines.Count == 0 ? null : new(
        [PeriodWidth, RirekishoLook.Width - PeriodWidth],
        [new GridRow(17), .. lines.Select(_ => new GridRow(20, Grows: true))],
        [
            Head(0, left), Head(1, right),
            .. lines.SelectMany((line, i) => (GridCell[])
            [
                new GridCell(i + 1, 0, new Text(line.Period, look.Small with { Color = Look.Ink })) { Vertical = VerticalAlign.Top },
                new GridCell(i + 1, 1, line.What) { Vertical = VerticalAlign.Top },
            ]),
        ])
    {
        Outer = ShokumuLook.Line,
        Inner = ShokumuLook.Line,
        HeadRows = 1,
        CellPadding = Insets.Of(6, look.CellGap),
    };

    private GridCell Head(int column, string text) =>
        new(0, column, new Text(text, look.Small)) { Header = CellHeader.Column, Fill = Look.Pale, Horizontal = TextAlign.Center, Padding = Insets.Of(4, 1) };

    private Column Line(CvEntry entry)
    {
        var blocks = new List<Block> { Name(entry, entry.Organisation.Length > 0 ? words.Of(entry.Organisation, words.Entry(entry, "organisation")) : words.Of(entry.Title, words.Entry(entry, "title"))) };
        if (entry.Organisation.Length > 0)
        {
            blocks.Add(new Text([words.Of(entry.Title, words.Entry(entry, "title"))], look.Entry with { Bold = false }) { Field = words.Entry(entry, "title"), KeepWithNext = true });
        }

        AddDetails(blocks, entry, entry.Facts);
        blocks.Add(TrustMark.Line(entry.Word, Confirmation(entry), words.Entry(entry, "confirmedBy")));
        return new Column(2, blocks);
    }

    private Column OwnLine(CvEntry entry)
    {
        var blocks = new List<Block> { Name(entry, words.Of(entry.Title, words.Entry(entry, "title")) with { Bold = false }) };
        if (entry.Organisation.Length > 0)
        {
            blocks.Add(words.Line(entry.Organisation, words.Entry(entry, "organisation"), look.Small));
        }

        AddDetails(blocks, entry, [.. entry.Facts.Where(f => !f.IsNumber)]);
        return new Column(2, blocks);
    }

    private Text Name(CvEntry entry, Span name) => new([name, new Span($"　［{kinds[entry.Kind]}］") { Bold = false, Color = Look.Muted }], look.Entry) { Field = words.Entry(entry, "title"), KeepWithNext = true };

    private void AddDetails(List<Block> blocks, CvEntry entry, IReadOnlyList<CvFact> facts)
    {
        (string Label, string Text, string Field)[] circumstances = [("事業内容", entry.Values.GetValueOrDefault("sector") ?? "", "sector"), ("所在地", entry.Place, "place"), ("担当", entry.Role, "role")];
        var known = circumstances.Where(c => c.Text.Length > 0).ToList();
        if (known.Count > 0)
        {
            blocks.Add(new Text(
                [.. known.SelectMany((c, i) => (Span[])[new Span((i == 0 ? "" : "　／　") + c.Label + "：") { Color = Look.Muted }, words.Of(c.Text, words.Entry(entry, c.Field))])],
                look.Body)
            { Field = words.Entry(entry, "role") });
        }

        if (entry.Description.Count > 0)
        {
            var field = words.Entry(entry, "description");
            blocks.Add(new BulletList([.. entry.Description.Select(d => (IReadOnlyList<Span>)[words.Of(d, field)])], look.Body) { Field = field, Gap = 0 });
        }

        if (entry.Result.Length > 0)
        {
            blocks.Add(Labelled("実績", words.Of(entry.Result, words.Entry(entry, "result")), words.Entry(entry, "result")));
        }

        if (facts.Count > 0)
        {
            blocks.Add(new Text(string.Join("　", facts.Select(f => $"{f.Label}：{f.Value}")), look.Small) { Field = words.Entry(entry, "facts") });
        }
    }

    private Column Certificate(CvEntry entry)
    {
        var isOwn = entry.Word == CvWords.Self;
        var blocks = new List<Block> { words.Line(entry.Title, words.Entry(entry, "title"), look.Body) };
        var facts = entry.Facts.Where(f => !isOwn || !f.IsNumber).Select(f => $"{f.Label}：{f.Value}");
        var details = string.Join("　", [.. isOwn || entry.Organisation.Length == 0 ? Array.Empty<string>() : [entry.Organisation], .. facts, .. entry.Until is { } last ? [dates.Day(last) + "まで有効"] : Array.Empty<string>()]);
        if (details.Length > 0)
        {
            blocks.Add(new Text(details, look.Small) { Field = words.Entry(entry, "organisation") });
        }

        blocks.Add(TrustMark.Line(entry.Word, Confirmation(entry), words.Entry(entry, "confirmedBy")));
        return new Column(1, blocks);
    }

    private Column Past(CvPastItem item)
    {
        var isWork = item.Kind is "job" or "trainee";
        var title = words.Of(item.Title, words.Past(item, "title"));
        var organisation = words.Of(item.Organisation, words.Past(item, "organisation"));
        var blocks = new List<Block>
        {
            new Text(item.Organisation.Length == 0 ? [title] : isWork ? [organisation, new Span("　"), title] : [title, new Span("（"), organisation, new Span("）")], look.Body) { Field = words.Past(item, "title") },
        };
        foreach (var (text, field) in new[] { (item.Place, "place"), (item.Detail, "detail") })
        {
            if (text.Length > 0)
            {
                blocks.Add(words.Line(text, words.Past(item, field), look.Small));
            }
        }

        return new Column(1, blocks);
    }

    private Column? Test(CvLanguage language, int index)
    {
        var field = $"languages[{JapaneseDates.Number(index)}].test";
        return string.IsNullOrEmpty(language.Test) ? null : new Column(0, new Text([words.Of(language.Test, field), new Span(language.Result is { Length: > 0 } result ? "　" + result : "")], look.Body) { Field = field });
    }

    private List<Span> Confirmation(CvEntry entry)
    {
        var spans = new List<Span> { new(check.Words[entry.Word]) { Bold = true } };
        var who = string.Join("、", [.. entry.ConfirmedBy, .. entry.ConfirmedOn is { } on ? [dates.Day(on)] : Array.Empty<string>()]);
        if (entry.Word != CvWords.Self && who.Length > 0)
        {
            spans.Add(new Span("　" + who) { Color = Look.Muted });
        }

        return spans;
    }

    private Text Labelled(string label, Span value, string field) => new([new Span(label + "：") { Color = Look.Muted }, value], look.Body) { Field = field };

    private string Period(CvEntry entry) => OverLines(dates.Period(entry.From, entry.Until, entry.Kind == CvKinds.Internship));

    private static string OverLines(string period) => period.Replace("～", "～\n", StringComparison.Ordinal);

    private static IEnumerable<CvEntry> Newest(IEnumerable<CvEntry> entries) => entries.OrderByDescending(e => e.Until ?? e.From ?? DateOnly.MinValue);
}
