using SmkPortfolio.Cv;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.UnitTests.Cv.Shapes;

public class ApprovedPagesTests
{
    public static TheoryData<string, string> Papers()
    {
        var papers = new TheoryData<string, string>();
        foreach (var format in CvFormats.All)
        {
            foreach (var language in format.Languages) papers.Add(format.Name, language);
        }
        return papers;
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void A_paper_looks_as_it_was_approved(string name, string language)
    {
        var format = CvFormats.Find(name)!;
        var document = format.Render(CvSamples.For(format, language), CvSamples.Options(language));

        Assert.Empty(ApprovedPages.Compare($"{name}-{language}", PdfWriter.Write(document, null)));
    }
}
