using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using SmkPortfolio.Cv;
using SmkPortfolio.Cv.Shapes;

namespace SmkPortfolio.UnitTests.Cv;

/// <summary>Other shapes beside the paper that they are made of.</summary>
public partial class ShapeOfPaperTests
{
    public static TheoryData<string, string> Papers => [.. CvFormats.All.Where(f => CvShape.Of(f).Count > 0).SelectMany(f => f.Languages.Select(l => (f.Name, l)))];

    [Theory]
    [MemberData(nameof(Papers))]
    public void No_shape_tells_what_the_paper_itself_does_not_show(string name, string language)
    {
        var format = CvFormats.Find(name)!;
        var (content, options) = (CvSamples.For(format, language), CvSamples.Options(language));
        var paper = PaperText.Of(format.Render(content, options));

        foreach (var shape in CvShape.Of(format))
        {
            var text = Read(shape.Write(format, content, options), shape);
            var told = PaperText.WordsOf(content).Select(PaperText.Squeezed).Where(w => text.Contains(w, StringComparison.Ordinal)).ToList();

            Assert.True(told.Count > 20, $"{shape.Name} tells only {told.Count} texts");
            Assert.All(told, word => Assert.Contains(word, paper, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Formats_that_print_only_a_part_of_their_content_or_set_it_in_cells_have_no_shapes() => Assert.Equal(
        ["drh: json-resume europass-xml plain-text word", "international: json-resume europass-xml plain-text word", "europass: json-resume europass-xml plain-text", "lebenslauf: json-resume europass-xml plain-text word"],
        CvFormats.All.Select(f => (f.Name, Shapes: CvShape.Of(f))).Where(f => f.Shapes.Count > 0).Select(f => $"{f.Name}: {string.Join(' ', f.Shapes.Select(s => s.Name))}"));

    private static string Read(byte[] file, CvShape shape)
    {
        if (shape.Name != "word")
        {
            return PaperText.Squeezed(Tags().Replace(WebUtility.HtmlDecode(WebUtility.HtmlDecode(Encoding.UTF8.GetString(file))), ""));
        }

        using var package = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        return PaperText.Squeezed(package.MainDocumentPart!.Document!.Body!.InnerText);
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
