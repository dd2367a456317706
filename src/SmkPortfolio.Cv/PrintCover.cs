using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SmkPortfolio.Cv.Formats;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv;

/// <summary>The first page of a print run: that what follows are print copies, and whose, to tick off.</summary>
public static class PrintCover
{
    private static readonly TextStyle Title = new(19, 25, Look.Ink, Bold: true);
    private static readonly TextStyle TableHead = new(8.5f, 12, Look.Teal, Bold: true);

    /// <param name="papers">Code as written, and name, in the order of the run.</param>
    public static PdfDocument Render(string school, string className, IReadOnlyList<(string Code, string Name)> papers, DateTimeOffset at) => new()
    {
        Title = $"Salinan cetak · {className}",
        Author = school,
        Language = "id",
        Creator = "SmkPortfolio",
        Created = at,
        Id = SHA256.HashData(Encoding.UTF8.GetBytes($"print run {className} {at.UtcDateTime:O}"))[..16],
        Content = new Column(
            16,
            [
                new Column(1, new Text($"{school}  ·  {className}", Look.Kicker), new Text("Salinan cetak", Title) { Role = TextRole.Heading1 }),
                new Frame(new Text("Berkas ini untuk dicetak dan tidak bersegel. Tiap kertas di dalamnya memuat kodenya sendiri; berkas aslinya yang bersegel diperiksa dengan kode itu. / Print copies: this file is not sealed. Each paper keeps its own code, under which the sealed original is checked.", Look.Body))
                {
                    Fill = Look.Pale,
                    Left = new Edge(2, Look.Warm),
                    Padding = new Insets(12, 8, 12, 8),
                },
                new Table(
                    [new TableColumn(30, IsShare: false), new TableColumn(3, IsShare: true), new TableColumn(1, IsShare: true)],
                    [new Text("No.", TableHead), new Text("Nama", TableHead), new Text("Kode", TableHead)],
                    [.. papers.Select((p, i) => (IReadOnlyList<Block>)[new Text((i + 1).ToString(CultureInfo.InvariantCulture), Look.Body), new Text(p.Name, Look.Body), new Text(p.Code, Look.Body)])])
                {
                    HeadFill = Look.Pale,
                    HeadLine = new Edge(1, Look.Teal),
                    RowLine = Look.Line,
                    CellPadding = new Insets(6, 3.5f, 6, 3.5f),
                },
            ]),
    };
}
