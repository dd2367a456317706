using System.Globalization;
using System.Text;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.Web.Issuing;

/// <summary>What a program that reads applications gets out of a paper, compared with what the paper says.</summary>
/// <param name="Problem">Why nothing could be read; null when something was.</param>
/// <param name="Missed">Fields of which the words did not arrive, by their path; headings by their words.</param>
public sealed record MachineReading(int Lines, int LinesRead, string? Problem, IReadOnlyList<string> Missed)
{
    // Longer texts are broken by the foot of a page: their words arrive, but not in one piece.
    private const int LongestInOnePiece = 90;

    public bool IsClean => Problem is null && Missed.Count == 0;

    /// <summary>Writes the document and reads it back with a reader that is not ours.</summary>
    public static MachineReading Of(PdfDocument document)
    {
        var printed = PrintedTexts.Of(document);
        var reading = PdfReadBack.Read(PdfWriter.Write(document with { Watermark = null }, null, System.IO.Compression.CompressionLevel.Fastest));
        if (!reading.Parsed)
        {
            return new MachineReading(0, 0, reading.Problem, []);
        }
        var read = Bare(string.Concat(reading.Pages.Select(p => p.Text)));
        var headings = Bare(string.Concat(reading.Headings.Select(h => h.Text)));
        bool Arrives(PrintedText text) => Bare(text.Text) is var bare && (bare.Length > LongestInOnePiece || (read.Contains(bare, StringComparison.Ordinal) && (!text.IsHeading || headings.Contains(bare, StringComparison.Ordinal))));
        var lines = printed.Where(t => t.Field.StartsWith("entries[", StringComparison.Ordinal)).GroupBy(t => t.Field[..(t.Field.IndexOf(']', StringComparison.Ordinal) + 1)]).ToList();
        var missed = printed.Where(t => (t.Field.Length > 0 || t.IsHeading) && !Arrives(t)).Select(t => t.Field.Length > 0 ? t.Field : t.Text).Distinct().ToList();
        return new MachineReading(lines.Count, lines.Count(l => l.All(Arrives)), null, missed);
    }

    /// <summary>Without blanks and line ends, in one form: how a reader joins lines says nothing.</summary>
    private static string Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKC))
        {
            if (!char.IsWhiteSpace(letter) && CharUnicodeInfo.GetUnicodeCategory(letter) is not (UnicodeCategory.Format or UnicodeCategory.Control))
            {
                bare.Append(letter);
            }
        }
        return bare.ToString();
    }
}
