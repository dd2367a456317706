using System.Globalization;
using System.Xml.Linq;
using SmkPortfolio.Pdf;
using SmkPortfolio.UnitTests.Pdf;
using PigDocument = UglyToad.PdfPig.PdfDocument;

namespace SmkPortfolio.UnitTests.Cv;

/// <summary>A paper as somebody else's programs read it.</summary>
internal sealed class PaperReader : IDisposable
{
    private readonly WorkFolder folder = new();

    public PaperReader(PdfDocument document)
    {
        Bytes = PdfWriter.Write(document, null);
        File = folder.Write("a.pdf", Bytes);
        using var pig = PigDocument.Open(Bytes);
        Pages = [.. pig.GetPages().Select(p => Squeezed(p.Text))];
    }

    public byte[] Bytes { get; }

    public string File { get; }

    /// <summary>The text of each page without blanks, as PdfPig reads it.</summary>
    public IReadOnlyList<string> Pages { get; }

    /// <summary>The whole text without blanks, as poppler reads it.</summary>
    public string Text => Squeezed(Tool.Run("pdftotext", "-raw", File, "-").Output);

    /// <summary>The cells of each row of each table, without blanks, as they stand in the structure.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows()
    {
        var rows = new List<List<string>>();
        var cellIndent = int.MaxValue;
        foreach (var line in Tool.Run("pdfinfo", "-struct-text", File).Output.Split('\n'))
        {
            var (trimmed, indent) = (line.TrimStart(), line.Length - line.TrimStart().Length);
            cellIndent = indent <= cellIndent && trimmed.Length > 0 && trimmed[0] is not ('/' or '"') ? int.MaxValue : cellIndent;
            if (IsElement(trimmed, "TR"))
            {
                rows.Add([]);
            }
            else if (IsElement(trimmed, "TD") || IsElement(trimmed, "TH"))
            {
                rows[^1].Add("");
                cellIndent = indent;
            }
            else if (trimmed.StartsWith('"') && cellIndent < indent)
            {
                rows[^1][^1] += Squeezed(trimmed.Trim('"'));
            }
        }

        return rows;
    }

    /// <summary>The place of each word in points.</summary>
    public IReadOnlyList<(int Page, string Word, double Left, double Top, double Right, double Bottom)> Words()
    {
        var html = Tool.Run("pdftotext", "-bbox", File, "-").Output;
        var pages = XDocument.Parse(html[html.IndexOf("<html", StringComparison.Ordinal)..]).Descendants().Where(e => e.Name.LocalName == "page");
        return [.. pages.SelectMany((page, i) => page.Descendants().Select(w => (i + 1, w.Value, At(w, "xMin"), At(w, "yMin"), At(w, "xMax"), At(w, "yMax"))))];
    }

    public string CodesOf(int page)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        Tool.Run("pdftoppm", "-r", "150", "-png", "-singlefile", "-f", number, "-l", number, File, folder["page"]);
        return Tool.Run("zbarimg", "-q", folder["page.png"]).Output;
    }

    public static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    public void Dispose() => folder.Dispose();

    private static bool IsElement(string line, string name) => line == name || line.StartsWith(name + " ", StringComparison.Ordinal) || line.StartsWith(name + ":", StringComparison.Ordinal);

    private static double At(XElement word, string name) => double.Parse(word.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
