using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using SmkPortfolio.Cv;
using SmkPortfolio.Pdf;
using SmkPortfolio.Web.Demo.Story;

namespace SmkPortfolio.Web.Demo;

/// <summary>The demo's work papers, made by our own Pdf room.</summary>
public static class DemoSheets
{
    private static readonly DateTimeOffset Made = new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(string school, DemoSheet sheet)
    {
        var content = new EvidenceSheetContent(sheet.Kind, school, sheet.Title, [], sheet.Columns, sheet.Rows, sheet.Note, sheet.SignedBy, "id", Made);
        var document = EvidenceSheet.Render(content) with { Id = SHA256.HashData(Encoding.UTF8.GetBytes(sheet.FileName + sheet.Title))[..16] };
        return PdfWriter.Write(document, null, CompressionLevel.Fastest);
    }
}
