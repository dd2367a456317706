using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>The tables of the 이력서, each the newest first. What nobody confirmed is marked as the holder's statement and names no firm.</summary>
internal sealed class IryeokseoTables(CvContent content, DateOnly today)
{
    private const float PeriodWidth = 96;
    private const string Own = " (본인 진술)";
    private static readonly string[] Compulsory = ["primary", "junior"];
    private readonly Wording words = new(content);
    private readonly IReadOnlyDictionary<string, string> kinds = CheckPageTexts.For("ko").Kinds;

    public IEnumerable<Block> Render()
    {
        yield return Table("학력사항", [PeriodWidth, 0, 130, 70], ["기간", "학교명", "전공", "졸업구분"], Schools());
        yield return Table("경력사항", [PeriodWidth, 0, 104, 170], ["기간", "회사명", "부서/직위", "담당업무"], Work());
        yield return Table("교육/연수", [PeriodWidth, 0, 170], ["기간", "과정명", "기관"], Past("course", dateIsPeriod: true));
        if (Activities() is { Count: > 0 } activities)
        {
            yield return Table("주요 활동", [PeriodWidth, 84, 0, 170], ["기간", "구분", "내용", "결과"], activities);
        }

        yield return Table("자격사항", [PeriodWidth, 0, 170], ["취득일", "자격명", "발행처"], Licences());
        yield return Table("외국어능력", [PeriodWidth, 90, 0, 130], ["취득일", "언어", "시험명", "점수·등급"], Languages());
        yield return Part("컴퓨터활용", new Grid([RirekishoLook.Width], [new GridRow(22, Grows: true)], [new GridCell(0, 0, Computer())])
        { Outer = IryeokseoLook.Frame, CellPadding = Insets.Of(6, 3) });
        yield return Table("수상", [PeriodWidth, 0, 170], ["일자", "수상명", "수여기관"], Past("award", dateIsPeriod: false));
    }

    public static Column Part(string title, Block table) => new(3, new Text(title, IryeokseoLook.Part) { Role = TextRole.Heading2 }, table);

    /// <summary>A width of 0 takes what is left.</summary>
    private static Column Table(string title, float[] widths, string[] heads, IReadOnlyList<IReadOnlyList<Text>> rows)
    {
        var columns = widths.Select(w => w > 0 ? w : RirekishoLook.Width - widths.Sum()).ToList();
        return Part(title, new Grid(
            columns,
            [new GridRow(17), .. Enumerable.Repeat(new GridRow(20, Grows: true), Math.Max(1, rows.Count))],
            [
                .. heads.Select((h, i) => new GridCell(0, i, new Text(h, IryeokseoLook.Label)) { Header = CellHeader.Column, Fill = IryeokseoLook.Ground, Horizontal = TextAlign.Center, Padding = Insets.Of(1, 1) }),
                .. rows.Count == 0
                    ? [new GridCell(1, 0, new Text("해당 없음", IryeokseoLook.Label)) { ColumnSpan = columns.Count, Horizontal = TextAlign.Center }]
                    : rows.SelectMany((row, r) => row.Select((text, c) => new GridCell(r + 1, c, text) { Horizontal = c == 0 ? TextAlign.Center : TextAlign.Start })),
            ])
        { Outer = IryeokseoLook.Frame, Inner = FormLook.Thin, HeadRows = 1, CellPadding = Insets.Of(5, 2.5f) });
    }

    /// <summary>Compulsory schooling is left out, unless there is nothing else.</summary>
    private List<IReadOnlyList<Text>> Schools()
    {
        var all = Schooling.Of(content);
        var shown = all.Where(s => !Compulsory.Contains(s.Last.Level)).DefaultIfEmpty(all.Count > 0 ? all[^1] : null).OfType<Schooling>();
        return [.. shown.Reverse().Select(s => (IReadOnlyList<Text>)
        [
            Plain(SchoolPeriod(s)), Worded(s.Last.Institution, words.Education(s.Last, "institution")), Worded(s.Field, words.Education(s.Last, "field")), Plain(Outcome(s)),
        ])];
    }

    private string SchoolPeriod(Schooling school) =>
        school.Until is null && school.IsAboutToGraduate(today) && school.Last.ExpectedOn is { } day
            ? KoreanDates.Period(school.From, day)
            : KoreanDates.Period(school.From, school.Until, goesOn: true);

    private string Outcome(Schooling school) => school.HasLeft ? "중퇴" : school.HasGraduated ? "졸업" : school.IsAboutToGraduate(today) ? "졸업예정" : "재학";

    private List<IReadOnlyList<Text>> Work()
    {
        var jobs = content.Past.Where(p => p.Kind is "job" or "trainee").Select(p => (p.Until ?? p.From, Row: (IReadOnlyList<Text>)
        [
            Plain(KoreanDates.Period(p.From, p.Until, goesOn: true)), Worded(p.Organisation, words.Past(p, "organisation")), Worded(p.Title, words.Past(p, "title")), Worded(p.Detail, words.Past(p, "detail")),
        ]));
        var practice = content.Entries.Where(e => e is { Kind: CvKinds.Internship, Word: not CvWords.Self }).Select(e => (e.Until ?? e.From, Row: (IReadOnlyList<Text>)
        [
            Plain(KoreanDates.Period(e.From, e.Until, goesOn: true)),
            new Text([words.Of(e.Organisation, words.Entry(e, "organisation")), new Span(e.Organisation.Length > 0 ? " (현장실습)" : "현장실습")], IryeokseoLook.Body) { Field = words.Entry(e, "organisation") },
            Worded(e.Role, words.Entry(e, "role")),
            new Text([words.Of(e.Title, words.Entry(e, "title")), new Span(e.Result.Length > 0 ? ". " : ""), words.Of(e.Result, words.Entry(e, "result"))], IryeokseoLook.Body) { Field = words.Entry(e, "title") },
        ]));
        return Newest(jobs.Concat(practice));
    }

    /// <summary>Production for clients, projects, offices; and internships that nobody confirmed.</summary>
    private List<IReadOnlyList<Text>> Activities()
    {
        var entries = content.Entries.Where(e => e.Kind is CvKinds.Project or CvKinds.TeachingFactory || e is { Kind: CvKinds.Internship, Word: CvWords.Self }).Select(e => (e.Until ?? e.From, Row: (IReadOnlyList<Text>)
        [
            Plain(KoreanDates.Period(e.From, e.Until)), Plain(kinds[e.Kind]),
            new Text([words.Of(e.Title, words.Entry(e, "title")), new Span(e.Word == CvWords.Self ? Own : "")], IryeokseoLook.Body) { Field = words.Entry(e, "title") },
            Worded(e.Result, words.Entry(e, "result")),
        ]));
        var offices = content.Past.Where(p => p.Kind == "activity").Select(p => (p.Until ?? p.From, Row: (IReadOnlyList<Text>)
        [
            Plain(KoreanDates.Period(p.From, p.Until)), Plain("교내외 활동"),
            new Text(p.Organisation.Length == 0 ? [words.Of(p.Title, words.Past(p, "title"))] : [words.Of(p.Title, words.Past(p, "title")), new Span($" ({p.Organisation})")], IryeokseoLook.Body) { Field = words.Past(p, "title") },
            Worded(p.Detail, words.Past(p, "detail")),
        ]));
        return Newest(entries.Concat(offices));
    }

    private List<IReadOnlyList<Text>> Licences()
    {
        var licences = content.Past.Where(p => p.Kind == "licence").Select(p => (p.From ?? p.Until, Row: (IReadOnlyList<Text>)
            [Plain(Day(p.From ?? p.Until)), Worded(p.Title, words.Past(p, "title")), Worded(p.Organisation, words.Past(p, "organisation"))]));
        var certificates = content.Entries.Where(e => e.Kind == CvKinds.Certification).Select(e => (e.From, Row: (IReadOnlyList<Text>)
        [
            Plain(Day(e.From)),
            new Text([words.Of(e.Title, words.Entry(e, "title")), new Span(e.Word == CvWords.Self ? Own : "")], IryeokseoLook.Body) { Field = words.Entry(e, "title") },
            Worded(e.Word == CvWords.Self ? "" : e.Organisation, words.Entry(e, "organisation")),
        ]));
        return Newest(licences.Concat(certificates));
    }

    private List<IReadOnlyList<Text>> Languages() => [.. content.Languages.Select((l, i) => (IReadOnlyList<Text>)
    [
        Plain(Day(l.TakenOn)),
        new Text([words.Of(l.Language, $"languages[{JapaneseDates.Number(i)}].language"), new Span(Level(l.Level))], IryeokseoLook.Body) { Field = "languages" },
        Worded(l.Test ?? "", $"languages[{JapaneseDates.Number(i)}].test"), Worded(l.Result ?? "", $"languages[{JapaneseDates.Number(i)}].result"),
    ])];

    private static string Level(string level) => level switch { "" => "", "native" => " (모어)", var l => $" ({l})" };

    private Text Computer() => content.Statements.GetValueOrDefault(CvStatements.Computer) is { Length: > 0 } text ? Worded(text, "statements.computer") : new Text("해당 없음", IryeokseoLook.Label) { Align = TextAlign.Center };

    private List<IReadOnlyList<Text>> Past(string kind, bool dateIsPeriod) => Newest(content.Past.Where(p => p.Kind == kind).Select(p => (p.Until ?? p.From, Row: (IReadOnlyList<Text>)
    [
        Plain(dateIsPeriod ? KoreanDates.Period(p.From, p.Until) : Day(p.From ?? p.Until)),
        new Text([words.Of(p.Title, words.Past(p, "title")), new Span(p.Detail.Length > 0 ? ": " : ""), words.Of(p.Detail, words.Past(p, "detail"))], IryeokseoLook.Body) { Field = words.Past(p, "title") },
        Worded(p.Organisation, words.Past(p, "organisation")),
    ])));

    private static List<IReadOnlyList<Text>> Newest(IEnumerable<(DateOnly? On, IReadOnlyList<Text> Row)> rows) => [.. rows.OrderByDescending(r => r.On ?? DateOnly.MinValue).Select(r => r.Row)];

    private static string Day(DateOnly? day) => day is { } on ? KoreanDates.Day(on) : "";

    private static Text Plain(string text) => new(text, IryeokseoLook.Body);

    private Text Worded(string text, string field) => words.Line(text, field, IryeokseoLook.Body);
}
