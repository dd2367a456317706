using System.Security.Cryptography;
using System.Text;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>One work paper: a form with head, facts, table, note and signature, or a certificate set around the middle.</summary>
internal sealed class EvidencePaper(EvidenceSheetContent content)
{
    private const string CertificateKind = "certificate";
    private static readonly TextStyle Title = new(19, 25, Look.Ink, Bold: true);
    private static readonly TextStyle CertificateTitle = new(27, 36, Look.Teal, Bold: true);
    private static readonly TextStyle CertificateSchool = new(11, 16, Look.Muted);
    private static readonly TextStyle Strong = new(9.5f, 13.8f, Look.Ink, Bold: true);
    private static readonly TextStyle TableHead = new(8.5f, 12, Look.Teal, Bold: true);

    private bool IsEnglish => content.Language == "en";

    public PdfDocument Render() => new()
    {
        Title = $"{content.Title} · {content.School}",
        Author = content.School,
        Language = content.Language,
        Creator = "SmkPortfolio",
        Created = content.CreatedAt,
        Id = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [content.Kind, content.School, content.Title, content.SignedBy, .. content.Facts.Select(f => f.Value)])))[..16],
        Page = content.Kind == CertificateKind ? PageFrame.A4 with { Left = 70, Right = 70, Top = 100 } : PageFrame.A4,
        Content = content.Kind == CertificateKind ? Certificate() : Form(),
    };

    private Column Form() => new(
        16,
        [
            Head(),
            new Frame(Facts()) { Fill = Look.Pale, Padding = new Insets(14, 10, 14, 10) },
            .. Table(),
            .. Note(),
            Signature(),
        ]);

    private Row Head() => new(
        14,
        RowCell.Fixed(34, Emblem(34)),
        RowCell.Share(new Column(
            1,
            new Text($"{content.School}  ·  {KindTitle()}", Look.Kicker),
            new Text(content.Title, Title) { Role = TextRole.Heading1 })));

    private Column Facts() => new(2.5f, [.. content.Facts.Select(f => (Block)Axis.Row(f.Label, new Text(f.Value, Strong)))]);

    private IEnumerable<Block> Table()
    {
        if (content.Columns.Count > 0 && content.Rows.Count > 0)
        {
            yield return new Table(
                [.. Widths().Select(w => new TableColumn(w, IsShare: true))],
                [.. content.Columns.Select(c => (Block)new Text(c, TableHead))],
                [.. content.Rows.Select(row => (IReadOnlyList<Block>)[.. Enumerable.Range(0, content.Columns.Count).Select(i => (Block)new Text(i < row.Count ? row[i] : "", Look.Body))])])
            {
                HeadFill = Look.Pale,
                HeadLine = new Edge(1, Look.Teal),
                RowLine = Look.Line,
                CellPadding = new Insets(6, 4.5f, 6, 4.5f),
            };
        }
    }

    /// <summary>Columns as wide as their longest words ask for, within bounds.</summary>
    private IEnumerable<float> Widths() => Enumerable.Range(0, content.Columns.Count).Select(i =>
        Math.Clamp(content.Rows.Select(r => i < r.Count ? r[i].Length : 0).Append(content.Columns[i].Length).Max(), 4f, 36f) + 3);

    private IEnumerable<Block> Note()
    {
        if (content.Note.Length > 0)
        {
            yield return new Frame(new Text(content.Note, Look.Body)) { Left = new Edge(2, Look.Warm), Padding = new Insets(12, 2, 0, 2) };
        }
    }

    private KeepTogether Signature() => new(new Row(
        0,
        RowCell.Share(new Space(0)),
        RowCell.Fixed(200, new Column(
            0,
            new Text(new CvDates(content.Language).Long(DateOnly.FromDateTime(content.CreatedAt.DateTime)), Look.Body),
            Scribble(),
            new Frame(new Text(content.SignedBy, Strong)) { Top = Look.Line, Padding = new Insets(0, 4, 0, 0) }))));

    private Column Certificate() => new(
        10,
        [
            new Row(0, RowCell.Share(new Space(0)), RowCell.Fixed(64, Emblem(64)), RowCell.Share(new Space(0))),
            new Space(8),
            Centred(content.School, CertificateSchool),
            Centred(KindTitle().ToUpperInvariant(), Look.Kicker),
            new Text(content.Title, CertificateTitle) { Role = TextRole.Heading1, Align = TextAlign.Center },
            new Frame(new Space(6)) { Bottom = new Edge(1.2f, Look.Warm) },
            new Space(10),
            Facts(),
            new Space(6),
            .. Table(),
            .. content.Note.Length > 0 ? [Centred(content.Note, Look.Body)] : Array.Empty<Block>(),
            new Space(20),
            Signature(),
        ]);

    private static Text Centred(string text, TextStyle style) => new(text, style) { Align = TextAlign.Center };

    private string KindTitle() => content.Kind switch
    {
        "job-sheet" => IsEnglish ? "Job sheet" : "Lembar kerja",
        "score-form" => IsEnglish ? "Assessment form" : "Lembar penilaian",
        CertificateKind => IsEnglish ? "Certificate" : "Sertifikat",
        "qc-sheet" => IsEnglish ? "Quality control" : "Kendali mutu",
        "journal" => IsEnglish ? "Daily journal" : "Jurnal harian",
        _ => throw new ArgumentException($"There is no work paper of the kind '{content.Kind}'.", nameof(content)),
    };

    /// <summary>A mark that is steady for a school: its petals follow from its name.</summary>
    private Drawing Emblem(float size)
    {
        var petals = 5 + SHA256.HashData(Encoding.UTF8.GetBytes(content.School))[0] % 4;
        var shapes = new List<Shape> { new(new VectorPath().Circle(50, 50, 48), Look.Teal) };
        for (var i = 0; i < petals; i++)
        {
            var angle = Math.Tau * i / petals;
            shapes.Add(new Shape(new VectorPath().Circle(50 + 24 * (float)Math.Sin(angle), 50 - 24 * (float)Math.Cos(angle), 12), Color.White));
        }

        shapes.Add(new Shape(new VectorPath().Circle(50, 50, 13), Look.Warm));
        return new Drawing(size, size, 100, 100, shapes);
    }

    /// <summary>A signature's stroke, steady for a name.</summary>
    private Drawing Scribble()
    {
        var seed = SHA256.HashData(Encoding.UTF8.GetBytes(content.SignedBy));
        var path = new VectorPath().MoveTo(4, 30);
        for (var i = 0; i < 6; i++)
        {
            var x = 4 + 17 * i;
            path = path.CurveTo(x + 4 + seed[i] % 8, 4 + seed[i + 6] % 18, x + 10, 34 - seed[i + 12] % 12, x + 17, 16 + seed[i + 18] % 14);
        }

        return new Drawing(120, 44, 120, 44, new Shape(path, Look.Ink, 1.1f));
    }
}
