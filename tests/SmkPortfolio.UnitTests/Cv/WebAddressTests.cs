using SmkPortfolio.Cv;
using SmkPortfolio.UnitTests.Pdf;

namespace SmkPortfolio.UnitTests.Cv;

/// <summary>The address of the holder's portfolio on papers.</summary>
public class WebAddressTests
{
    private const string Address = "https://portofolio.smk-contoh.example/s/Qm9sZWgtZGliYWNhLXNpYQ";

    public static TheoryData<string, string> Papers => [.. CvFormats.All.SelectMany(f => f.Languages.Select(l => (f.Name, l)))];

    [Theory]
    [MemberData(nameof(Papers))]
    public void It_is_printed_short_and_leads_to_the_whole_or_the_format_has_no_place_for_it(string name, string language)
    {
        var format = CvFormats.Find(name)!;
        var content = CvSamples.For(format, language);
        using var paper = new PaperReader(format.Render(CvFormats.Trim(format, content with { Person = content.Person with { Link = Address } }), CvSamples.Options(language)));
        var text = PaperReader.Squeezed(paper.Text);
        var links = Tool.Run("pdfinfo", "-url", paper.File).Output;

        if (name is "rirekisho" or "ssw-1-1" or "pkl-certificate" or "transcript")
        {
            Assert.DoesNotContain("Qm9sZWgtZGliYWNhLXNpYQ", text, StringComparison.Ordinal);
            Assert.DoesNotContain(Address, links, StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains(Address["https://".Length..], text, StringComparison.Ordinal);
            Assert.DoesNotContain(Address, text, StringComparison.Ordinal);
            Assert.Contains(Address, links, StringComparison.Ordinal);
        }
    }
}
