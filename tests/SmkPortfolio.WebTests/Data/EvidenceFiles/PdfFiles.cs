using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SmkPortfolio.WebTests.Data.EvidenceFiles;

/// <summary>Small PDFs written by hand.</summary>
internal static class PdfFiles
{
    public static byte[] Plain => With("");

    /// <summary>A one-page PDF whose catalogue holds <paramref name="catalogue"/>, followed by <paramref name="objects"/> from number 4 on.</summary>
    public static byte[] With(string catalogue, params byte[][] objects) => Of(catalogue, "", objects);

    /// <summary>A one-page PDF whose page holds <paramref name="page"/> too.</summary>
    public static byte[] Page(string page, params byte[][] objects) => Of("", page, objects);

    private static byte[] Of(string catalogue, string page, byte[][] objects)
    {
        using var pdf = new MemoryStream();
        var offsets = new List<long>();
        void Add(byte[] body)
        {
            offsets.Add(pdf.Position);
            pdf.Write(Ascii(string.Create(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n")));
            pdf.Write(body);
            pdf.Write("\nendobj\n"u8);
        }
        pdf.Write([.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        Add(Ascii($"<< /Type /Catalog /Pages 2 0 R {catalogue} >>"));
        Add(Ascii("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"));
        Add(Ascii($"<< /Type /Page /Parent 2 0 R {(page.Contains("/MediaBox", StringComparison.Ordinal) ? "" : "/MediaBox [0 0 200 200]")} {page} >>"));
        foreach (var body in objects)
        {
            Add(body);
        }
        var table = pdf.Position;
        pdf.Write(Ascii(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n")));
        foreach (var offset in offsets)
        {
            pdf.Write(Ascii(string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n")));
        }
        pdf.Write(Ascii(string.Create(CultureInfo.InvariantCulture, $"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF")));
        return pdf.ToArray();
    }

    public static byte[] Stream(string dictionary, byte[] data) =>
        [.. Ascii(string.Create(CultureInfo.InvariantCulture, $"<< {dictionary} /Length {data.Length} >>\nstream\n")), .. data, .. "\nendstream"u8];

    public static byte[] Deflated(byte[] data)
    {
        using var target = new MemoryStream();
        using (var deflate = new ZLibStream(target, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            deflate.Write(data);
        }
        return target.ToArray();
    }

    public static byte[] Ascii(string text) => Encoding.Latin1.GetBytes(text);
}
