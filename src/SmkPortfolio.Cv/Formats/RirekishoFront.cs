using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>The upper half of the first page: title and day, name, birth, address, with the photograph at the right.</summary>
internal sealed class RirekishoFront(CvContent content, CvOptions options, JapaneseDates dates)
{
    private const float PhotoWidth = 30 * FormLook.Millimetre;
    private const float PhotoHeight = 40 * FormLook.Millimetre;

    /// <summary>Telephone and e-mail, and above them the photograph.</summary>
    private const float RightWidth = 138;
    private const float GenderWidth = 96;
    private const float ReadingHeight = 20;
    private const float AddressHeight = 54;
    private static readonly Insets Tight = new(6, 2, 4, 2);
    private readonly CvPerson person = content.Person;

    public Grid Render() => new(
        [RirekishoLook.Width - RightWidth - GenderWidth, GenderWidth, RightWidth],
        [new GridRow(30), new GridRow(ReadingHeight), new GridRow(64), new GridRow(30), .. AddressRows(), .. AddressRows()],
        [.. Head(), .. Name(), .. Birth(), .. Address(), .. OtherAddress()])
    {
        Outer = FormLook.Heavy,
        Inner = FormLook.Thin,
        CellPadding = Tight,
    };

    private static GridRow[] AddressRows() => [new GridRow(ReadingHeight), new GridRow(AddressHeight)];

    private IEnumerable<GridCell> Head()
    {
        yield return new GridCell(0, 0, new Row(
            8,
            RowCell.Fixed(130, new Text("履　歴　書", RirekishoLook.Title) { Role = TextRole.Heading1 }),
            RowCell.Share(new Column(0, new Space(9), new Text(dates.Day(options.Today) + "現在", RirekishoLook.Value) { Align = TextAlign.End }))))
        {
            ColumnSpan = 2,
            Left = Edge.None,
            Top = Edge.None,
            Right = Edge.None,
            Bottom = FormLook.Heavy,
            Padding = new Insets(2, 0, 4, 2),
        };
        yield return new GridCell(0, 2, Photo()) { RowSpan = 4, Top = Edge.None, Right = Edge.None, Horizontal = TextAlign.Center, Padding = Insets.Of(0, 3) };
    }

    private Block Photo() => person.Photo is { } jpeg
        ? new Image(jpeg, PhotoWidth, PhotoHeight, person.Name + "の顔写真")
        : new Grid(
            [PhotoWidth],
            [new GridRow(PhotoHeight)],
            [
                new GridCell(0, 0, new Column(
                    3,
                    new Text("写真をはる位置", RirekishoLook.Label) { Align = TextAlign.Center },
                    new Text("写真をはる必要が\nある場合\n1. 縦 36～40mm\n　 横 24～30mm\n2. 本人単身胸から上\n3. 裏面のりづけ", RirekishoLook.Photo))),
            ])
        { Outer = FormLook.Dashed, CellPadding = Insets.Of(6, 6) };

    private IEnumerable<GridCell> Name()
    {
        var names = JapaneseNames.Of(person);
        yield return Labelled(1, 0, "ふりがな", names.Reading, "person.nameReading") with { ColumnSpan = 2, Bottom = FormLook.Dotted, Right = FormLook.Heavy };
        var lines = new List<Block> { new Text(names.Large, RirekishoLook.Name) { Field = names.LargeField, ShrinkTo = 11 } };
        if (names.Passport is { } passport)
        {
            lines.Add(new Text(passport, RirekishoLook.Value) { Field = "person.passportName", ShrinkTo = RirekishoLook.Smallest });
        }

        yield return new GridCell(2, 0, new Row(6, RowCell.Fixed(44, new Text("氏　　名", RirekishoLook.Label)), RowCell.Share(new Column(1, lines)))) { ColumnSpan = 2, Right = FormLook.Heavy };
    }

    private IEnumerable<GridCell> Birth()
    {
        var birth = person.BirthDate is { } day ? $"{dates.Day(day)}生（満　{JapaneseDates.Number(Ages.On(options.Today, day))}　歳）" : "　　　　年　　月　　日生（満　　　歳）";
        yield return new GridCell(3, 0, new Text(birth, RirekishoLook.Value) { Field = "person.birthDate", Align = TextAlign.Center });
        yield return Labelled(3, 1, "※性別", person.Gender switch { "male" => "男", "female" => "女", _ => null }, "person.gender") with { Right = FormLook.Heavy };
    }

    private IEnumerable<GridCell> Address()
    {
        var place = string.Join("　", new[] { person.Address, person.City }.Where(p => !string.IsNullOrWhiteSpace(p)));
        yield return Labelled(4, 0, "ふりがな", person.AddressReading, "person.addressReading") with { ColumnSpan = 2, Bottom = FormLook.Dotted };
        yield return Labelled(4, 2, "電話", person.Phone, "person.phone") with { Top = FormLook.Heavy };
        yield return new GridCell(5, 0, new Column(
            2,
            new Text($"現住所　〒{(person.PostalCode is { Length: > 0 } code ? " " + code : "")}", RirekishoLook.Label),
            new Text(place, RirekishoLook.Value) { Field = "person.address", ShrinkTo = RirekishoLook.Smallest }))
        { ColumnSpan = 2, Vertical = VerticalAlign.Top, Padding = new Insets(6, 4, 6, 2) };
        yield return Stacked(5, "E-mail", person.Email, "person.email");
    }

    private static IEnumerable<GridCell> OtherAddress()
    {
        yield return Labelled(6, 0, "ふりがな", null, "") with { ColumnSpan = 2, Bottom = FormLook.Dotted };
        yield return Labelled(6, 2, "電話", null, "");
        yield return new GridCell(7, 0, new Text("連絡先　〒　　　　　　（現住所以外に連絡を希望する場合のみ記入）", RirekishoLook.Label)) { ColumnSpan = 2, Vertical = VerticalAlign.Top, Padding = new Insets(6, 4, 6, 2) };
        yield return Stacked(7, "E-mail", null, "");
    }

    private static GridCell Labelled(int row, int column, string label, string? value, string field) => new(row, column, new Row(
        6,
        RowCell.Fixed(label.Length > 2 ? 44 : 22, new Text(label, RirekishoLook.Label)),
        RowCell.Share(new Text(value ?? "", RirekishoLook.Label) { Field = field, ShrinkTo = 6.5f })));

    private static GridCell Stacked(int row, string label, string? value, string field) =>
        new(row, 2, new Column(2, new Text(label, RirekishoLook.Label), new Text(value ?? "", RirekishoLook.Label) { Field = field, ShrinkTo = 6.5f }))
        { Vertical = VerticalAlign.Top, Padding = new Insets(6, 4, 4, 2) };
}
