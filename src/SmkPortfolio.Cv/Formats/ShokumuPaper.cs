using System.Globalization;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>One 職務経歴書 in the making: what was done where, the newest first, each line with the word it stands on; what nobody confirmed stands apart.</summary>
internal sealed class ShokumuPaper(CvContent content, CvOptions options, ShokumuLook look)
{
    private readonly JapaneseDates dates = new(options.EraDates);
    private readonly CheckTexts check = CheckTexts.For(options.Language);
    private readonly Wording words = new(content);

    /// <summary>As roomy as so many pages allow.</summary>
    public static PdfDocument Fitting(CvContent content, CvOptions options, int pages) => Formats.Fitting.Within(pages, ShokumuLook.All, look => new ShokumuPaper(content, options, look).Render());

    private PdfDocument Render() => PaperFile.Of(content, options, "shokumu-keirekisho", "職務経歴書", FormLook.Page, new Column(look.Gap, [.. Parts()]));

    private IEnumerable<Block> Parts()
    {
        yield return Head();
        if (content.Person.Summary is { Length: > 0 } summary)
        {
            yield return Part("職務要約", Body(summary, "person.summary"));
        }

        var lines = new ShokumuLines(content, dates, check, look);
        if (lines.Confirmed() is { } confirmed)
        {
            yield return Part("職務経歴", confirmed);
        }

        if (lines.Own() is { } own)
        {
            yield return Part("その他の経歴・活動", new Column(4, new Text(check.OwnWordNote, look.Small) { KeepWithNext = true }, own), check.OwnWordShort);
        }

        if (lines.Licences() is { } licences)
        {
            yield return Part("資格・免許", licences);
        }

        if (Strengths().ToList() is { Count: > 0 } strengths)
        {
            yield return Part("活かせる経験・知識・技術", new Column(3, strengths), check.OwnWordShort);
        }

        if (content.Statements.GetValueOrDefault(CvStatements.SelfPromotion) is { Length: > 0 } promotion)
        {
            yield return Part("自己PR", Body(promotion, "statements.selfPromotion"), check.OwnWordShort);
        }

        var texts = CheckPageTexts.For(options.Language);
        yield return new Text("以　上", look.Body) { Align = TextAlign.End };
        yield return new KeepTogether(new Column(look.UnderHeading + 2, Translation(texts), new CheckBlock(check, content).Render()));
    }

    private Text Translation(CheckPageTexts texts) => new(texts.Translation, look.Small);

    private Column Head()
    {
        var names = JapaneseNames.Of(content.Person);
        var confirmed = content.Entries.Count(e => e.Word != CvWords.Self);
        var blocks = new List<Block>
        {
            new Text("職務経歴書", look.Title) { Role = TextRole.Heading1, Align = TextAlign.Center },
            new Text(dates.Day(options.Today) + "現在", look.Body) { Align = TextAlign.End },
            new Text([new Span("氏名　"), new Span(names.Large), .. names.Passport is { } latin ? [new Span($"（{latin}）")] : Array.Empty<Span>()], look.Body) { Align = TextAlign.End, Field = names.LargeField },
        };
        if (content.Person.Link is { } link)
        {
            blocks.Add(new Text([new Span("ポートフォリオ　"), WebAddress.Of(link, "ポートフォリオ")], look.Body) { Align = TextAlign.End, Field = WebAddress.Field });
        }

        if (content.Entries.Count > 0)
        {
            blocks.Add(new Text(string.Format(CultureInfo.InvariantCulture, check.Summary, confirmed, content.Entries.Count), look.Small) { Align = TextAlign.End });
        }

        return new Column(2, blocks);
    }

    private IEnumerable<Block> Strengths()
    {
        if (content.Statements.GetValueOrDefault(CvStatements.Strengths) is { Length: > 0 } strengths)
        {
            yield return Body(strengths, "statements.strengths");
        }

        if (content.Skills.Count > 0)
        {
            yield return new Text([new Span("技能：") { Bold = true }, .. content.Skills.SelectMany((s, i) => (Span[])[new Span(i == 0 ? "" : "、"), words.Of(s, $"skills[{JapaneseDates.Number(i)}]")])], look.Body) { Field = "skills" };
        }

        if (content.Languages.Count > 0)
        {
            yield return new Text([new Span("語学：") { Bold = true }, .. JapaneseLanguages.Spans(content, words)], look.Body) { Field = "languages" };
        }
    }

    private Text Body(string text, string field) => new([words.Of(text, field)], look.Body) { Field = field, Align = TextAlign.Justify };

    private Section Part(string title, Block body, string? note = null)
    {
        IReadOnlyList<Span> heading = note is null ? [new Span("■ " + title)] : [new Span("■ " + title), new Span($"　（{note}）") { Bold = false, Color = Look.Muted }];
        return new Section(new Column(
            look.UnderHeading,
            new Frame(new Text(heading, look.Heading) { Role = TextRole.Heading2 }) { Bottom = new Edge(0.8f, Look.Ink), Padding = new Insets(0, 0, 0, 2) },
            body));
    }
}
