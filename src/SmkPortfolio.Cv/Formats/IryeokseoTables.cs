using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>The tables of the 이력서, each the newest first. What nobody confirmed is marked as the holder's statement and names no firm.</summary>
internal sealed class IryeokseoTables(CvContent content, DateOnly today)
{
    /// <summary>The name of a part stands at its left.</summary>
    public const float PartWidth = 58;
    private const float PeriodWidth = 92;
    private const string Own = " (본인 진술)";
    private static readonly string[] Compulsory = ["primary", "junior"];
    private readonly Wording words = new(content);
    private readonly IReadOnlyDictionary<string, string> kinds = CheckPageTexts.For("ko").Kinds;

    public IEnumerable<Block> Render()
    {
        yield return Table("학력사항", [PeriodWidth, 0, 118, 62], ["기간", "학교명", "전공", "졸업구분"], Schools());
        yield return Table("경력사항", [PeriodWidth, 0, 88, 150], ["기간", "회사명", "부서/직위", "담당업무"], Work());
        yield return Table("교육/연수", [PeriodWidth, 0, 130], ["기간", "과정명", "기관"], Past("course", dateIsPeriod: true));
        if (Activities() is { Count: > 0 } activities)
        {
            yield return Table("주요 활동", [PeriodWidth, 70, 0, 112], ["기간", "구분", "내용", "결과"], activities);
        }

        yield return Table("자격사항", [PeriodWidth, 0, 130], ["취득일", "자격명", "발행처"], Licences());
        yield return Table("외국어능력", [PeriodWidth, 96, 0, 96], ["취득일", "언어", "시험명", "점수·등급"], Languages());
        yield return new Grid([PartWidth, RirekishoLook.Width - PartWidth], [new GridRow(22, Grows: true)], [Part("컴퓨터활용"), new GridCell(0, 1, Computer())])
        { Outer = IryeokseoLook.Frame, Inner = FormLook.Thin, CellPadding = Insets.Of(5, 3) };
        yield return Table("수상", [PeriodWidth, 0, 130], ["일자", "수상명", "수여기관"], Past("award", dateIsPeriod: false));
    }

    public static GridCell Part(string title) => new(0, 0, new Text(title, IryeokseoLook.Part)) { Header = CellHeader.Row, Fill = IryeokseoLook.Ground, Horizontal = TextAlign.Center, Padding = Insets.Of(1, 1) };

    /// <summary>A width of 0 takes what is left.</summary>
    private static Grid Table(string title, float[] widths, string[] heads, IReadOnlyList<IReadOnlyList<Text>> rows)
    {
        IReadOnlyList<float> columns = [PartWidth, .. widths.Select(w => w > 0 ? w : RirekishoLook.Width - PartWidth - widths.Sum())];
        var count = Math.Max(1, rows.Count);
        return new Grid(
            columns,
            [new GridRow(16), .. Enumerable.Repeat(new GridRow(19, Grows: true), count)],
            [
                .. FormColumns.Name(Part(title), count),
                .. heads.Select((h, i) => new GridCell(0, i + 1, new Text(h, IryeokseoLook.Label)) { Header = CellHeader.Column, Fill = IryeokseoLook.Ground, Horizontal = TextAlign.Center, Padding = Insets.Of(1, 1) }),
                .. rows.Count == 0
                    ? [new GridCell(1, 1, new Text("해당 없음", IryeokseoLook.Label)) { ColumnSpan = heads.Length, Horizontal = TextAlign.Center }]
                    : rows.SelectMany((row, r) => row.Select((text, c) => new GridCell(r + 1, c + 1, text) { Horizontal = c == 0 ? TextAlign.Center : TextAlign.Start })),
            ])
        { Outer = IryeokseoLook.Frame, Inner = FormLook.Thin, HeadRows = FormColumns.IsWhole(count) ? 0 : 1, CellPadding = Insets.Of(5, 2) };
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

    /// <summary>Mother tongues in one row, others with their tests.</summary>
    private List<IReadOnlyList<Text>> Languages()
    {
        var all = content.Languages.Select((l, i) => (Language: l, Index: i)).ToList();
        var native = all.Where(l => l.Language.Level == "native").ToList();
        var rows = all.Except(native).Select(l => (IReadOnlyList<Text>)
        [
            Plain(Day(l.Language.TakenOn)),
            new Text([Name(l), new Span(l.Language.Level.Length > 0 ? $" ({l.Language.Level})" : "")], IryeokseoLook.Body) { Field = "languages" },
            Worded(l.Language.Test ?? "", Path(l.Index, "test")), Worded(l.Language.Result ?? "", Path(l.Index, "result")),
        ]).ToList();
        if (native.Count > 0)
        {
            rows.Add([Plain(""), new Text("모어", IryeokseoLook.Body), new Text([.. native.SelectMany((l, i) => (Span[])[new Span(i == 0 ? "" : ", "), Name(l)])], IryeokseoLook.Body) { Field = "languages" }, Plain("")]);
        }

        return rows;

        Span Name((CvLanguage Language, int Index) l) => words.Of(l.Language.Language, Path(l.Index, "language"));
        static string Path(int index, string field) => $"languages[{JapaneseDates.Number(index)}].{field}";
    }

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
