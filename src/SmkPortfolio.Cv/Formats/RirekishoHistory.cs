using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>What stands in the tables of a Japanese CV, row by row: schools, work, licences. Oldest first.</summary>
internal sealed class RirekishoHistory(CvContent content, JapaneseDates dates, DateOnly today)
{
    /// <summary>The school before the last one is where schooling begins on this form.</summary>
    private const int Schools = 2;
    private static readonly string[] PassedTests = ["JLPT", "JFT", "日本語能力試験", "国際交流基金日本語基礎テスト", "HSK", "Goethe"];
    private readonly Wording words = new(content);

    /// <summary>学歴・職歴, from its heading to 以上.</summary>
    public IReadOnlyList<HistoryRow> SchoolsAndWork()
    {
        var work = Work();
        return
        [
            HistoryRow.Centred("学　歴"),
            .. Schooling.Of(content).TakeLast(Schools).SelectMany(SchoolRows),
            HistoryRow.Blank,
            HistoryRow.Centred("職　歴"),
            .. work.Count > 0 ? work : [new HistoryRow("", "", [new Span("なし")])],
            HistoryRow.AtEnd("以　上"),
        ];
    }

    /// <summary>最終学歴・主たる職歴: the last school and all work.</summary>
    public IReadOnlyList<HistoryRow> LastSchoolAndWork()
    {
        var work = Work();
        return [.. Schooling.Of(content).TakeLast(1).SelectMany(SchoolRows), .. work.Count > 0 ? work : [new HistoryRow("", "", [new Span("職歴なし")])]];
    }

    /// <summary>免許・資格: driving and other licences, certificates of the portfolio, language tests, courses.</summary>
    public IReadOnlyList<HistoryRow> Licences()
    {
        var rows = content.Past.Where(p => p.Kind is "licence" or "course").Select(p => (p.From ?? p.Until, PastRow(p.From ?? p.Until, p, p.Kind == "course" ? "修了" : "取得")))
            .Concat(content.Entries.Where(e => e.Kind == CvKinds.Certification).Select(e => (e.From, Certificate(e))))
            .Concat(content.Languages.Select((l, i) => (Language: l, Index: i)).Where(l => !string.IsNullOrEmpty(l.Language.Test)).Select(l => (l.Language.TakenOn, Test(l.Language, l.Index))))
            .ToList();
        return rows.Count == 0
            ? [new HistoryRow("", "", [new Span("特になし")])]
            : [.. rows.OrderBy(r => r.Item1 ?? DateOnly.MaxValue).Select(r => r.Item2)];
    }

    private IEnumerable<HistoryRow> SchoolRows(Schooling school)
    {
        if (school.From != school.Until)
        {
            // Whoever remembers one day only remembers the end.
            yield return School(school.From, school, "入学");
        }

        yield return
            school.HasLeft ? School(school.Until, school, "中途退学")
            : school.HasGraduated ? School(school.Until, school, "卒業")
            : school.IsAboutToGraduate(today) ? School(school.Last.ExpectedOn, school, "卒業見込み")
            : School(null, school, "在学中");
    }

    private HistoryRow School(DateOnly? date, Schooling school, string step)
    {
        var name = words.Education(school.Last, "institution");
        var spans = new List<Span> { words.Of(school.Last.Institution, name) };
        if (school.Field.Length > 0)
        {
            spans.AddRange([new Span("　"), words.Of(school.Field, words.Education(school.Last, "field"))]);
        }

        return Row(date, [.. spans, new Span("　" + step)], name);
    }

    /// <summary>Employment and earlier stays as a technical intern; an internship of the school is none.</summary>
    private List<HistoryRow> Work() =>
        [.. content.Past.Where(p => p.Kind is "job" or "trainee").OrderBy(p => p.From ?? p.Until ?? DateOnly.MaxValue).SelectMany(p => p.Kind == "job" ? Job(p) : Trainee(p))];

    private IEnumerable<HistoryRow> Job(CvPastItem job)
    {
        yield return PastRow(job.From, job, "入社", withDetail: true);
        if (job.Until is { } left)
        {
            yield return PastRow(left, job, "退社", withTitle: false);
        }
        else if (job.From is not null)
        {
            yield return Row(null, [new Span("現在に至る")], "");
        }
    }

    private IEnumerable<HistoryRow> Trainee(CvPastItem stay)
    {
        yield return PastRow(stay.From, stay, "技能実習 開始", withDetail: true);
        if (stay.Until is { } end)
        {
            yield return PastRow(end, stay, "技能実習 修了", withTitle: false);
        }
    }

    /// <summary>Firm, place, step and, in brackets, position and duties; or the licence with its issuer in brackets.</summary>
    private HistoryRow PastRow(DateOnly? date, CvPastItem item, string step, bool withTitle = true, bool withDetail = false)
    {
        var title = words.Of(item.Title, words.Past(item, "title"));
        var organisation = words.Of(item.Organisation, words.Past(item, "organisation"));
        var isWork = item.Kind is "job" or "trainee";
        var spans = new List<Span> { isWork && item.Organisation.Length > 0 ? organisation : title };
        var extra = new List<Span>();
        if (isWork && withTitle && item.Organisation.Length > 0 && item.Title.Length > 0)
        {
            extra.Add(title);
        }
        else if (!isWork && item.Organisation.Length > 0)
        {
            extra.Add(organisation);
        }

        if (withDetail && item.Detail.Length > 0)
        {
            extra.AddRange([.. extra.Count > 0 ? [new Span("：")] : Array.Empty<Span>(), words.Of(item.Detail, words.Past(item, "detail"))]);
        }

        IReadOnlyList<Span> stepped = isWork ? [new Span("　" + step), .. Bracketed(extra)] : [.. Bracketed(extra), new Span("　" + step)];
        return Row(date, [.. spans, .. stepped], words.Past(item, "title"));
    }

    /// <summary>Of a line of own word nothing stands here but its title: neither issuer nor number was seen by anyone.</summary>
    private HistoryRow Certificate(CvEntry entry)
    {
        var issuer = entry.Word == CvWords.Self || entry.Organisation.Length == 0 ? Array.Empty<Span>() : [words.Of(entry.Organisation, words.Entry(entry, "organisation"))];
        return Row(entry.From, [words.Of(entry.Title, words.Entry(entry, "title")), .. Bracketed(issuer), new Span("　取得")], words.Entry(entry, "title"));
    }

    private HistoryRow Test(CvLanguage language, int index)
    {
        var isPassed = PassedTests.Any(t => language.Test!.Contains(t, StringComparison.OrdinalIgnoreCase));
        var field = $"languages[{JapaneseDates.Number(index)}]";
        var result = language.Result is { Length: > 0 } ? "　" + language.Result : "";
        return Row(language.TakenOn, [words.Of(language.Test!, field + ".test"), words.Of(result, field + ".result"), new Span(isPassed ? "　合格" : "　取得")], field);
    }

    private static IEnumerable<Span> Bracketed(IReadOnlyList<Span> inner) => inner.Count == 0 ? [] : [new Span("（"), .. inner, new Span("）")];

    private HistoryRow Row(DateOnly? date, IReadOnlyList<Span> spans, string field) =>
        new(date is { } day ? dates.Year(day) : "", date is { } d ? JapaneseDates.Number(d.Month) : "", spans, field);
}
