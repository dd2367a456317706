using SmkPortfolio.Cv.Formats;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.Benchmarks;

/// <summary>The paper of the benchmark: photograph, two tables, a timeline, a Japanese section, a Korean line, two QR codes, an attachment; two pages.</summary>
internal static class CvBenchmarkPaper
{
    public static readonly byte[] Photo = ReadPhoto();
    private static readonly Color Ink = Color.FromRgb(0x1D2A30);
    private static readonly Color Teal = Color.FromRgb(0x0B5563);
    private static readonly Color Pale = Color.FromRgb(0xEEF5F6);
    private static readonly Edge Hairline = new(0.5f, Color.FromRgb(0xC9D7DA));
    private static readonly TextStyle Name = new(24, 30, Ink, Bold: true);
    private static readonly TextStyle Heading = new(11.5f, 16, Teal, Bold: true);
    private static readonly TextStyle Body = new(9.5f, 13.8f, Ink);
    private static readonly TextStyle Small = new(8, 11.4f, Ink);

    public static PdfDocument Of(CvBenchmarkContent content, byte[] id) => new()
    {
        Title = "Daftar Riwayat Hidup · " + content.Name,
        Author = "SMK Negeri Contoh",
        Language = "id",
        Creator = "SmkPortfolio benchmarks",
        Created = DateTimeOffset.UnixEpoch,
        Id = id,
        Attachments = [new PdfAttachment("snapshot.json", "application/json", "Isi dokumen", content.Attachment, "Data")],
        Footer = page => new Text(FormattableString.Invariant($"{content.Name}   {page.Number} / {page.Count}"), Small) { Align = TextAlign.End },
        Content = new Column(
            14,
            new Section(new Row(
                18,
                RowCell.Share(new Column(3, [new Text(content.Name, Name) { Role = TextRole.Heading1 }, new Text(content.JapaneseName, Body), .. content.Facts.Select(fact => new Text(fact, Body))])),
                RowCell.Fixed(84, new Image(Photo, 84, 112, "Foto " + content.Name)))),
            Section("Ringkasan", new Text(content.Summary, Body)),
            Section("Nilai", new Table(
                [new TableColumn(150), new TableColumn(60), new TableColumn(60), new TableColumn(1, IsShare: true)],
                [Cell("Mata pelajaran"), Cell("Rapor"), Cell("Praktik"), Cell("Catatan")],
                [.. content.Marks.Select(row => (IReadOnlyList<Block>)[.. row.Select(Cell)])])
            { HeadFill = Pale, RowLine = Hairline }),
            Section("Pengalaman", new Column(6, [.. content.Timeline.Select(Entry)])),
            Section("自己紹介", new Text(content.Japanese, Body) { Align = TextAlign.Justify, Language = "ja" }, "ja"),
            Section("한국어", new Text(content.Korean, Body), "ko"),
            Section("Sertifikat", new Table(
                [new TableColumn(1, IsShare: true), new TableColumn(110), new TableColumn(110)],
                [Cell("Kompetensi"), Cell("Nomor"), Cell("Tanggal")],
                [.. content.Certificates.Select(row => (IReadOnlyList<Block>)[.. row.Select(Cell)])])
            { HeadFill = Pale, RowLine = Hairline }),
            new KeepTogether(Section("Periksa", new Row(
                18,
                RowCell.Fixed(90, QrFigure.Draw(content.Address, 25, "Kode QR: " + content.Address)),
                RowCell.Fixed(130, QrFigure.Draw(content.Statement, 39, "Kode QR: pernyataan sekolah")),
                RowCell.Share(new Text([new Span("Alamat: "), new Span(content.Address) { Link = content.Address, LinkDescription = "Periksa" }], Small)))))),
    };

    private static Text Cell(string text) => new(text, Small);

    private static Row Entry((string Years, string Title, string Text) entry) => new(
        12,
        RowCell.Fixed(80, new Text(entry.Years, Small)),
        RowCell.Share(new Column(1, new Text(entry.Title, Body with { Bold = true }) { Role = TextRole.Heading3 }, new Text(entry.Text, Body))));

    private static Section Section(string title, Block body, string? language = null) => new(new Column(
        6,
        new Frame(new Text(title, Heading) { Role = TextRole.Heading2 }) { Bottom = Hairline, Padding = new Insets(0, 0, 0, 3) },
        body))
    {
        Language = language,
    };

    private static byte[] ReadPhoto()
    {
        using var stream = typeof(CvBenchmarkPaper).Assembly.GetManifestResourceStream("CvPortrait.jpg")!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
