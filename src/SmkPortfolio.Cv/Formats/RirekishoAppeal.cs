using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>The two boxes of the second page: what speaks for the holder, and what the holder wishes.</summary>
internal sealed class RirekishoAppeal(CvContent content, JapaneseDates dates)
{
    private const int MostEntries = 3;
    private const int LongestFixed = 1_200;
    private const float AppealHeight = 234;
    private const float WishesHeight = 132;
    private static readonly TextStyle Body = FormLook.Mincho(9.5f, 14);
    private readonly Wording words = new(content);

    public Grid Render()
    {
        var parts = Parts().ToList();
        // What is much too long for the box is not pressed into it: the box grows, over pages where it must.
        var grows = parts.Sum(p => p.Spans.Sum(s => s.Content.Length)) > LongestFixed;
        var wishes = content.Statements.GetValueOrDefault(CvStatements.Wishes) is { Length: > 0 } own ? own : "貴社の規定に従います。";
        return new Grid(
            [RirekishoLook.Width],
            [new GridRow(AppealHeight, grows), new GridRow(WishesHeight, wishes.Length > LongestFixed)],
            [
                Box(0, "志望の動機、特技、好きな学科、アピールポイントなど", new Column(3, parts)),
                Box(1, "本人希望記入欄（特に給料・職種・勤務時間・勤務地・その他についての希望などがあれば記入）", Statement(wishes, CvStatements.Wishes)) with { Top = FormLook.Heavy },
            ])
        {
            Outer = FormLook.Heavy,
            Inner = FormLook.Thin,
        };
    }

    private static GridCell Box(int row, string title, Block inner) =>
        new(row, 0, new Column(5, new Text(title, RirekishoLook.Label) { Role = TextRole.Heading2 }, inner)) { Vertical = VerticalAlign.Top, Padding = new Insets(8, 4, 8, 5) };

    private IEnumerable<Text> Parts()
    {
        if (Stated(CvStatements.Motivation) is { } motivation)
        {
            yield return Part("志望の動機", "statements.motivation", words.Of(motivation, "statements.motivation"));
        }

        if (Stated(CvStatements.SelfPromotion) is { } promotion)
        {
            yield return Part("アピールポイント", "statements.selfPromotion", words.Of(promotion, "statements.selfPromotion"));
        }
        else if (content.Person.Summary is { Length: > 0 } summary)
        {
            yield return Part("アピールポイント", "person.summary", words.Of(summary, "person.summary"));
        }

        if (content.Skills.Count > 0)
        {
            yield return Part("特技", "skills", [.. content.Skills.SelectMany((s, i) => (Span[])[new Span(i == 0 ? "" : "、"), words.Of(s, $"skills[{JapaneseDates.Number(i)}]")])]);
        }

        foreach (var entry in Strongest.Of(content).Take(MostEntries))
        {
            yield return Line(entry);
        }

        foreach (var (kind, title) in new[] { ("award", "受賞"), ("activity", "課外活動") })
        {
            if (content.Past.Where(p => p.Kind == kind).ToList() is { Count: > 0 } items)
            {
                yield return Part(title, "past", [.. items.SelectMany((item, i) => PastItem(item, i == 0 ? "" : "、"))]);
            }
        }

        if (content.Languages.Count > 0)
        {
            yield return Part("語学", "languages", [.. JapaneseLanguages.Spans(content, words)]);
        }
    }

    private Text Line(CvEntry entry)
    {
        var isOwn = entry.Word == CvWords.Self;
        var period = dates.Period(entry.From, entry.Until, entry.Kind == CvKinds.Internship);
        var spans = new List<Span> { new(period.Length > 0 ? period + "　" : "") };
        if (!isOwn && entry.Organisation.Length > 0)
        {
            spans.AddRange([words.Of(entry.Organisation, words.Entry(entry, "organisation")), new Span("　")]);
        }

        spans.Add(words.Of(entry.Title, words.Entry(entry, "title")));
        if (entry.Result.Length > 0)
        {
            spans.AddRange([new Span("。"), words.Of(entry.Result, words.Entry(entry, "result"))]);
        }

        return Part(CheckPageTexts.For("ja").Kinds[entry.Kind], words.Entry(entry, "title"), [.. spans]);
    }

    private IEnumerable<Span> PastItem(CvPastItem item, string before)
    {
        yield return new Span(before);
        yield return words.Of(item.Title, words.Past(item, "title"));
        var period = dates.Period(item.From, item.Until);
        if (item.Organisation.Length > 0 || period.Length > 0)
        {
            yield return new Span("（");
            yield return words.Of(item.Organisation, words.Past(item, "organisation"));
            yield return new Span((item.Organisation.Length > 0 && period.Length > 0 ? "、" : "") + period + "）");
        }
    }

    private Text Statement(string text, string key) => new([words.Of(text, "statements." + key)], Body) { Field = "statements." + key, ShrinkTo = 7.5f };

    private string? Stated(string key) => content.Statements.GetValueOrDefault(key) is { Length: > 0 } text ? text : null;

    private static Text Part(string title, string field, params IReadOnlyList<Span> spans) => new([new Span($"【{title}】"), .. spans], Body) { Field = field, ShrinkTo = 7.5f };
}
