using SmkPortfolio.Pdf;

namespace SmkPortfolio.Web.Issuing;

/// <summary>A text as a document asks for it, before it is set.</summary>
/// <param name="Field">Its path in the content; empty for labels.</param>
public sealed record PrintedText(string Field, bool IsHeading, string Text);

/// <summary>Reads out of a document, before it is set, which texts it prints.</summary>
public static class PrintedTexts
{
    public static IReadOnlyList<PrintedText> Of(PdfDocument document) => [.. Of(document.Content)];

    private static IEnumerable<PrintedText> Of(Block block) => block switch
    {
        Text text => [new PrintedText(text.Field, text.Role is TextRole.Heading1 or TextRole.Heading2 or TextRole.Heading3, Plain(text.Spans))],
        BulletList list => list.Items.Select(i => new PrintedText(list.Field, false, Plain(i))),
        Column column => column.Items.SelectMany(Of),
        Row row => row.Cells.SelectMany(c => Of(c.Content)),
        Frame frame => Of(frame.Content),
        Section section => Of(section.Content),
        KeepTogether together => Of(together.Content),
        Fit fit => Of(fit.Content),
        Layers layers => layers.Items.SelectMany(Of),
        Table table => table.Head.Concat(table.Rows.SelectMany(r => r)).SelectMany(Of),
        Grid grid => grid.Cells.OrderBy(c => c.Row).ThenBy(c => c.Column).SelectMany(c => Of(c.Content)),
        _ => [],
    };

    private static string Plain(IReadOnlyList<Span> spans) => string.Concat(spans.Select(s => s.Content));
}
