using System.Globalization;
using System.Text;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.UnitTests.Pdf;

/// <summary>Documents that use every kind of block.</summary>
internal static class Samples
{
    private static readonly Color Ink = Color.FromRgb(0x1F2933);
    private static readonly Color Teal = Color.FromRgb(0x0B5563);
    private static readonly TextStyle Title = new(22, 28, Teal, Bold: true);
    private static readonly TextStyle Heading = new(13, 18, Teal, Bold: true);
    private static readonly TextStyle Body = new(9.5f, 14, Ink);

    public const string Kerned = "AVATAR Té Wáyan Đặng Thị Hương — ½ kg ≤ 5 °C → ✓ naïve office";

    public static PdfDocument Document(int rows = 3, string name = "Siti", string language = "id", params IReadOnlyList<PdfAttachment> attachments) => new()
    {
        Title = "Contoh " + name,
        Author = "SMK Contoh",
        Language = language,
        Creator = "SmkPortfolio tests",
        Created = new DateTimeOffset(2026, 5, 4, 3, 2, 1, TimeSpan.Zero),
        Id = new byte[16],
        Attachments = attachments,
        Footer = page => new Text(string.Create(CultureInfo.InvariantCulture, $"{name} · {page.Number} / {page.Count}"), Body) { Align = TextAlign.End },
        Content = new Column(
            10,
            new Text(name, Title) { Role = TextRole.Heading1, Field = "name" },
            new Section(new Column(
                6,
                new Frame(new Text("Ringkasan", Heading) { Role = TextRole.Heading2 }) { Bottom = new Edge(0.8f, Teal), Padding = new Insets(0, 0, 0, 3) },
                new Text([new Span("Lihat "), new Span("situs sekolah") { Link = "https://smk.example/siswa?x=1", LinkDescription = "Situs sekolah" }, new Span(", "), new Span("tebal") { Bold = true }, new Span(", lalu "), new Span("English words") { Language = "en" }, new Span(". " + Kerned)], Body))),
            new Section(new Column(
                6,
                new Text("Nilai", Heading) { Role = TextRole.Heading2 },
                new Table(
                    [new TableColumn(30), new TableColumn(1, IsShare: true), new TableColumn(60)],
                    [new Text("No", Body), new Text("Kompetensi", Body), new Text("Skor", Body) { Align = TextAlign.End }],
                    [.. Enumerable.Range(1, rows).Select(i => (IReadOnlyList<Block>)[new Text(Number(i), Body), new Text("Kompetensi nomor " + Number(i), Body), new Text(Number(60 + i % 40), Body) { Align = TextAlign.End }])])
                { HeadFill = Color.FromRgb(0xE3EEF0), RowLine = new Edge(0.4f, Color.FromRgb(0xB8C7CE)) })),
            new BulletList([[new Span("Butir satu")], [new Span("Butir dua")]], Body),
            new Row(
                12,
                RowCell.Fixed(40, new Drawing(40, 40, 10, 10, new Shape(new VectorPath().Circle(5, 5, 4), Teal), new Shape(new VectorPath().MoveTo(3, 5).LineTo(5, 7).LineTo(8, 3), Color.White, 1)) { Alternative = "Tanda periksa" }),
                RowCell.Share(new KeepTogether(new Text("Di samping gambar.", Body))))),
    };

    public static PdfAttachment Attachment(string name = "credential.json", string content = "{\"id\":1}") => new(name, "application/json", "Kredensial", Encoding.UTF8.GetBytes(content), "Data");

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
