using SmkPortfolio.Cv.Formats;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv;

/// <summary>Certificate of one internship (praktik kerja lapangan): a sheet for the wall, and how to check it on a second page.</summary>
public static class PklCertificate
{
    public static CvFormat Format { get; } = new()
    {
        Name = "pkl-certificate",
        Template = "pkl-certificate/1",
        Languages = ["id", "en"],
        Allowed = CvFields.Birth,
        Kinds = [CvKinds.Internship],
        MostPages = 2,
        Render = Render,
        Asks = WesternAsks.Certificate,
    };

    /// <summary>Makes the certificate of the first internship; the same content and options give the same document.</summary>
    /// <exception cref="ArgumentException">There is no internship, there are no labels in that language, or a line is of no known kind or word.</exception>
    public static PdfDocument Render(CvContent content, CvOptions options)
    {
        KnownLines.Demand(content);
        KnownLanguage.Demand(Format, options);
        var internship = content.Entries.FirstOrDefault(e => e.Kind == CvKinds.Internship) ?? throw new ArgumentException("There is no internship to certify.", nameof(content));
        return CertificatePaper.Fitting(content, internship, options);
    }
}
