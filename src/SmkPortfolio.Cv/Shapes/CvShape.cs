namespace SmkPortfolio.Cv.Shapes;

/// <summary>A paper's content in a form that other programs read or set; never sealed.</summary>
/// <param name="Name">As in addresses, for example <c>json-resume</c>.</param>
/// <param name="MediaType">What it is sent as.</param>
/// <param name="Ending">How the name of its file ends.</param>
/// <param name="Write">Makes the file; the same content and options give the same bytes.</param>
public sealed record CvShape(string Name, string MediaType, string Ending, Func<CvFormat, CvContent, CvOptions, byte[]> Write)
{
    /// <summary>Other formats leave out some of their content or set it in cells: a shape of them would tell more than the paper.</summary>
    private static readonly string[] Whole = ["drh", "international", "europass", "lebenslauf"];

    private static readonly CvShape Json = new("json-resume", "application/json", ".json", (_, content, options) => JsonResume.Write(content, options));

    private static readonly CvShape Europass = new("europass-xml", "application/xml", "-europass.xml", (_, content, options) => EuropassXml.Write(content, options));

    private static readonly CvShape Text = new("plain-text", "text/plain; charset=utf-8", ".txt", (_, content, options) => PlainText.Write(content, options));

    private static readonly CvShape Word = new("word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", WordDocument.Write);

    /// <summary>The shapes of papers of that format.</summary>
    public static IReadOnlyList<CvShape> Of(CvFormat format) =>
        !Whole.Contains(format.Name) ? [] : WordDocument.Formats.Contains(format.Name) ? [Json, Europass, Text, Word] : [Json, Europass, Text];
}
