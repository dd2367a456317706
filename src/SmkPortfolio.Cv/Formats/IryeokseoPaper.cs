using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>One 이력서 in the making: the CV, the 자기소개서 on a page of its own, and behind them the page of confirmations.</summary>
internal sealed class IryeokseoPaper(CvContent content, CvOptions options)
{
    private const float Gap = 6;
    private const float PhotoWidth = 30 * FormLook.Millimetre;
    private const float PhotoHeight = 40 * FormLook.Millimetre;
    private const float PhotoCell = PhotoWidth + 10;
    private const float LabelWidth = 52;
    private readonly CvPerson person = content.Person;

    public PdfDocument Render() => PaperFile.Of(content, options, "iryeokseo", "이력서", FormLook.Page, new Column(
        Gap,
        [
            new Text("이 력 서", IryeokseoLook.Title) { Role = TextRole.Heading1, Align = TextAlign.Center },
            Personal(),
            .. new IryeokseoTables(content, options.Today).Render(),
            Closing(),
            new PageBreak(),
            .. new IryeokseoLetter(content).Render(),
            new PageBreak(),
            new CheckPage(content, options.Language, KoreanDates.Day, KoreanDates.Month).Render(),
        ]));

    private Grid Personal()
    {
        var birth = person.BirthDate is { } day ? $"{KoreanDates.Day(day)} (만 {JapaneseDates.Number(Ages.On(options.Today, day))}세)" : "";
        var place = string.Join(" ", new[] { person.PostalCode is { Length: > 0 } code ? $"({code})" : "", person.Address, person.City }.Where(p => !string.IsNullOrWhiteSpace(p)));
        var rows = person.Link is null ? 4 : 5;
        const float Column = (RirekishoLook.Width - IryeokseoTables.PartWidth - PhotoCell - 2 * LabelWidth) / 2;
        return new Grid(
            [IryeokseoTables.PartWidth, PhotoCell, LabelWidth, Column, LabelWidth, Column],
            person.Link is null ? [new GridRow(31), new GridRow(30), new GridRow(31), new GridRow(30)] : [new GridRow(25), new GridRow(24), new GridRow(25), new GridRow(24), new GridRow(24)],
            [
                IryeokseoTables.Part("인적사항") with { RowSpan = rows },
                new GridCell(0, 1, Photo()) { RowSpan = rows, Horizontal = TextAlign.Center, Padding = Insets.Of(0, 4) },
                Head(0, 2, "성명(한글)"), Cell(0, 3, person.LocalName ?? "", "person.localName", IryeokseoLook.Name),
                Head(0, 4, "성명(영문)"), Cell(0, 5, person.PassportName ?? person.Name, "person.passportName"),
                Head(1, 2, "생년월일"), Cell(1, 3, birth, "person.birthDate"),
                Head(1, 4, "연락처"), Cell(1, 5, person.Phone ?? "", "person.phone"),
                Head(2, 2, "주소"), Cell(2, 3, place, "person.address") with { ColumnSpan = 3 },
                Head(3, 2, "이메일"), Cell(3, 3, person.Email ?? "", "person.email") with { ColumnSpan = 3 },
                .. person.Link is { } link
                    ? [Head(4, 2, "포트폴리오"), new GridCell(4, 3, new Text([WebAddress.Of(link, "포트폴리오")], IryeokseoLook.Body) { Field = WebAddress.Field, ShrinkTo = 6.5f }) { ColumnSpan = 3 }]
                    : Array.Empty<GridCell>(),
            ])
        { Outer = IryeokseoLook.Frame, Inner = FormLook.Thin, CellPadding = Insets.Of(5, 2) };
    }

    private Block Photo() => person.Photo is { } jpeg
        ? new Image(jpeg, PhotoWidth, PhotoHeight, person.Name + "의 증명사진")
        : new Text("사　진\n(3×4 cm)", IryeokseoLook.Small);

    private KeepTogether Closing() => new(new Column(
        4,
        new Text("위 사실과 다름이 없습니다.", IryeokseoLook.Body) { Align = TextAlign.Center },
        new Text(KoreanDates.Long(options.Today), IryeokseoLook.Body) { Align = TextAlign.Center },
        new Text($"성명 : {person.LocalName ?? person.PassportName ?? person.Name}　　(인)", IryeokseoLook.Body) { Align = TextAlign.End, Field = "person.name" }));

    private static GridCell Head(int row, int column, string text) => new(row, column, new Text(text, IryeokseoLook.Label)) { Header = CellHeader.Row, Fill = IryeokseoLook.Ground, Horizontal = TextAlign.Center, Padding = Insets.Of(1, 1) };

    private static GridCell Cell(int row, int column, string text, string field, TextStyle? style = null) => new(row, column, new Text(text, style ?? IryeokseoLook.Body) { Field = field, ShrinkTo = 6.5f });
}
