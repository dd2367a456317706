using SmkPortfolio.Credentials;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.UnitTests.Credentials;

/// <summary>A sample paper as the PDF file that a person would hold.</summary>
internal static class PaperFile
{
    public static byte[] Write(PaperSample paper, bool isSealed = true, Func<List<PaperAttachment>, List<PaperAttachment>>? change = null, Func<byte[], byte[]>? sign = null)
    {
        var values = paper.Build(change);
        var document = Pdf.Samples.Document(attachments: [.. values.Attachments.Select(a => new PdfAttachment(a.Name, "application/json", "Bukti", a.Bytes.ToArray(), "Data"))]);
        var seal = new PdfSeal(PaperSample.Sealer.MaxBytes, digest => sign is null ? PaperSample.Sealer.Sign(digest.Span) : sign(digest.ToArray()), "SMK", "Diterbitkan", "Sleman");
        return PdfWriter.Write(document, isSealed ? seal : null);
    }
}
