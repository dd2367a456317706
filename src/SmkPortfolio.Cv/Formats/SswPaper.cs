using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>One 参考様式第1-1号 in the making: the form's nine items, and behind it the page of confirmations.</summary>
internal sealed class SswPaper(CvContent content, CvOptions options)
{
    private const float LabelWidth = 96;
    private const int HistoryRows = 7;
    private const int LicenceRows = 4;
    private const int StayRows = 3;
    private const float RowHeight = 25;

    /// <summary>Two lines of the smallest letters in the column of schools and work.</summary>
    private const float RowEm = 66;
    private const float SmallPart = 34;
    private static readonly TextStyle Value = FormLook.Mincho(10, 14);
    private static readonly TextStyle Label = FormLook.Mincho(9, 12);
    private static readonly string[] WellKnown = ["native", "C2", "C1", "B2"];
    private static readonly TextStyle Note = FormLook.Mincho(8, 11.5f);
    private static readonly string[] NoteLines =
    [
        "（注意）",
        "１　①の「英字」及び「漢字」氏名は、旅券上の表記を記載すること。",
        "２　⑤は、特定技能外国人が十分に理解できる言語（母国語に限らない。）について記載すること。",
        "３　⑨は、在留資格「技能実習」をもって本邦に在留していた期間、実習実施者（機関）及び監理団体（団体監理型技能実習の場合のみ）について詳細に記載すること。",
    ];

    private readonly JapaneseDates dates = new(options.EraDates);
    private readonly CvPerson person = content.Person;
    private readonly Wording words = new(content);

    public PdfDocument Render()
    {
        var tables = new RirekishoHistory(content, dates, options.Today);
        return PaperFile.Of(content, options, "ssw-1-1", "特定技能外国人の履歴書", FormLook.Page, new Column(
            8,
            new Text("参考様式第１－１号", Label),
            new Text("特 定 技 能 外 国 人 の 履 歴 書", FormLook.Mincho(15, 22)) { Role = TextRole.Heading1, Align = TextAlign.Center },
            new Column(
                0,
                Person(),
                Rows("⑦学歴・職歴", "最終学歴・主たる職歴", HistoryRows, tables.LastSchoolAndWork()),
                Rows("⑧資格・免許", "資格・免許", LicenceRows, tables.Licences()),
                Stays()),
            Notes(),
            new PageBreak(),
            new CheckPage(content, options.Language, dates.Day, dates.Month).Render()));
    }

    private Grid Person()
    {
        var birth = person.BirthDate is { } day ? dates.Day(day) : "　　　年　　月　　日";
        return new Grid(
            [LabelWidth, 38, 171, 66, RirekishoLook.Width - LabelWidth - 38 - 171 - 66],
            [new GridRow(28), new GridRow(28), new GridRow(34), new GridRow(44)],
            [
                Titled(0, 0, "①氏名") with { RowSpan = 2 },
                Titled(0, 1, "英字"), Filled(0, 2, person.PassportName ?? person.Name, person.PassportName is null ? "person.name" : "person.passportName"),
                Titled(0, 3, "②性別"), new GridCell(0, 4, Gender()),
                Titled(1, 1, "漢字"), Filled(1, 2, InKanji(), "person.localName"),
                Titled(1, 3, "③生年月日"), Filled(1, 4, birth, "person.birthDate"),
                Titled(2, 0, "④国籍・地域"), Filled(2, 1, person.NationalityName ?? person.Nationality ?? "", "person.nationality") with { ColumnSpan = 2 },
                Titled(2, 3, "⑤十分に理解できる言語"), new GridCell(2, 4, new Text(Languages(), Value) { Field = "languages", ShrinkTo = 7.5f }),
                Titled(3, 0, "⑥本国又は居住国における住所"), Address(),
            ])
        { Outer = FormLook.Thin, Inner = FormLook.Thin, CellPadding = new Insets(5, 2, 4, 2) };
    }

    /// <summary>The passport's spelling; nobody's passport has katakana.</summary>
    private string InKanji() => person.LocalName is { } name && name.Any(c => c is >= '\u4E00' and <= '\u9FFF') ? name : "";

    private Row Gender()
    {
        const float Side = 16;
        Block Choice(string word, string gender) => person.Gender == gender
            ? new Layers(
                new Drawing(Side, Side, Side, Side, new Shape(new VectorPath().Circle(Side / 2, Side / 2, Side / 2 - 0.6f), Color.Black, 0.8f)) { Alternative = word + "に丸" },
                new Frame(new Text(word, Value) { Align = TextAlign.Center }) { Padding = new Insets(0, 1, 0, 0) })
            : new Frame(new Text(word, Value) { Align = TextAlign.Center }) { Padding = new Insets(0, 1, 0, 0) };
        return new Row(
            4,
            RowCell.Share(new Space(0)), RowCell.Fixed(Side, Choice("男", "male")), RowCell.Fixed(10, new Frame(new Text("・", Value)) { Padding = new Insets(0, 1, 0, 0) }),
            RowCell.Fixed(Side, Choice("女", "female")), RowCell.Share(new Space(0)));
    }

    private List<Span> Languages()
    {
        var known = content.Languages.Select((l, i) => (Language: l, Index: i)).Where(l => WellKnown.Contains(l.Language.Level)).ToList();
        return [.. known.SelectMany((l, i) => (Span[])[new Span(i == 0 ? "" : "、"), words.Of(l.Language.Language, $"languages[{JapaneseDates.Number(l.Index)}].language")])];
    }

    private GridCell Address()
    {
        var place = string.Join("　", new[] { person.PostalCode is { Length: > 0 } code ? "〒" + code : "", person.Address, person.City }.Where(p => !string.IsNullOrWhiteSpace(p)));
        return new GridCell(3, 1, new Column(
            1,
            new Text(place, Value) { Field = "person.address", ShrinkTo = 7.5f },
            new Text($"（電話　{(person.Phone is { Length: > 0 } phone ? phone : "　　　－　　　－　　　")}　）", Value) { Field = "person.phone", Align = TextAlign.End }))
        { ColumnSpan = 4 };
    }

    private static Grid Rows(string label, string title, int least, IReadOnlyList<HistoryRow> all)
    {
        var rows = all.SelectMany(r => r.Over(RowEm)).ToList();
        var count = Math.Max(least, rows.Count);
        return new Grid(
            [LabelWidth, 52, SmallPart, RirekishoLook.Width - LabelWidth - 52 - SmallPart],
            [new GridRow(19), .. Enumerable.Repeat(new GridRow(RowHeight), count)],
            [
                .. FormColumns.Name(Titled(0, 0, label), count), Centred(0, 1, "年"), Centred(0, 2, "月"), Centred(0, 3, title),
                .. rows.SelectMany((row, i) => (GridCell[])
                [
                    Centred(i + 1, 1, row.Year) with { Header = CellHeader.None }, Centred(i + 1, 2, row.Month) with { Header = CellHeader.None },
                    new GridCell(i + 1, 3, new Text(row.Spans, Value) { Field = row.Field, ShrinkTo = 8 }) { Horizontal = row.Align },
                ]),
            ])
        { Outer = FormLook.Thin, Inner = FormLook.Thin, CellPadding = new Insets(6, 0.5f, 4, 0.5f), HeadRows = FormColumns.IsWhole(count) ? 0 : 1 };
    }

    private Grid Stays()
    {
        var stays = content.Past.Where(p => p.Kind == "trainee").OrderBy(p => p.From ?? DateOnly.MaxValue).ToList();
        var count = Math.Max(StayRows, stays.Count);
        const float Part = 107;
        return new Grid(
            [LabelWidth, 52, SmallPart, Part - 24, Part, RirekishoLook.Width - LabelWidth - 52 - SmallPart - Part + 24 - Part],
            [new GridRow(19), .. Enumerable.Repeat(new GridRow(RowHeight, Grows: true), count)],
            [
                Titled(0, 0, "⑨過去に技能実習生として本邦に在留していた場合は、その在留歴") with { RowSpan = count + 1, Padding = new Insets(5, 3, 4, 2) },
                Centred(0, 1, "年"), Centred(0, 2, "月"), Centred(0, 3, "在留資格"), Centred(0, 4, "所属機関等"), Centred(0, 5, "監理団体"),
                .. stays.Count == 0 ? [Centred(1, 3, "なし") with { Header = CellHeader.None }] : stays.SelectMany((stay, i) => Stay(stay, i + 1)),
            ])
        { Outer = FormLook.Thin, Inner = FormLook.Thin, CellPadding = new Insets(4, 1, 3, 1) };
    }

    private IEnumerable<GridCell> Stay(CvPastItem stay, int row)
    {
        (string Text, string Field)[] cells =
        [
            (Years(stay.From, stay.Until, dates.Year), "from"), (Years(stay.From, stay.Until, d => JapaneseDates.Number(d.Month)), "from"), (stay.Title, "title"), (stay.Organisation, "organisation"), (stay.Detail, "detail"),
        ];
        return cells.Select((c, i) => new GridCell(row, i + 1, new Text([words.Of(c.Text, words.Past(stay, c.Field))], Label) { Field = words.Past(stay, c.Field), Align = i < 2 ? TextAlign.Center : TextAlign.Start }));
    }

    private static string Years(DateOnly? from, DateOnly? until, Func<DateOnly, string> part) =>
        (from is { } f ? part(f) : "") + (until is { } u ? "\n～" + part(u) : "");

    private static Column Notes() => new(0, [.. NoteLines.Select(line => (Block)new Text(line, Note))]);

    private static GridCell Titled(int row, int column, string text) => new(row, column, new Text(text, Label)) { Header = CellHeader.Row };

    private static GridCell Centred(int row, int column, string text) => new(row, column, new Text(text, Label) { Align = TextAlign.Center }) { Header = CellHeader.Column, Padding = Insets.Of(1, 1) };

    private static GridCell Filled(int row, int column, string text, string field) => new(row, column, new Text(text, Value) { Field = field, ShrinkTo = 7 });
}
