using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SmkPortfolio.UnitTests.Pdf.Reading;

/// <summary>A small signed file written by hand with a plain cross reference table, so that the reader is not tested against our own writer.</summary>
internal sealed class HandmadePdf
{
    private readonly StringBuilder text = new("%PDF-1.7\n");
    private readonly List<int> offsets = [];

    /// <summary>A DER sequence that stands for the signature.</summary>
    public static readonly byte[] Cms = [0x30, 0x06, 0x02, 0x01, 0x2A, 0x04, 0x01, 0xAB];

    public static byte[] Signed(byte[]? signature = null, int hole = 40, string attachment = "{\"a\":1}", string extraCatalog = "", byte[]? second = null)
    {
        var pdf = new HandmadePdf();
        pdf.Add("<</Type/Catalog/Pages 2 0 R/AcroForm<</SigFlags 3/Fields[4 0 R" + (second is null ? "" : " 10 0 R") + "]>>/Names<</EmbeddedFiles<</Kids[6 0 R]>>>>" + extraCatalog + ">>");
        pdf.Add("<</Type/Pages/Count 1/Kids[3 0 R]>>");
        pdf.Add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Annots[4 0 R]>>");
        pdf.Add("<</Type/Annot/Subtype/Widget/FT/Sig/T(S)/Rect[0 0 0 0]/F 132/V 5 0 R/P 3 0 R>>");
        var contents = Convert.ToHexStringLower(signature ?? Cms).PadRight(hole * 2, '0');
        pdf.Add("<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange[0 AAAAAAAA BBBBBBBB CCCCCCCC]/Contents<" + contents + ">>>");
        pdf.Add("<</Names[(a.json) 7 0 R]/Limits[(a.json)(a.json)]>>");
        pdf.Add("<</Type/Filespec/F(a.json)/UF(a.json)/Desc(A \\(small\\) file)/AFRelationship/Data/EF<</F 8 0 R>>>>");
        pdf.Add("<</Type/EmbeddedFile/Subtype/application#2Fjson/Length 9 0 R>>stream\n" + attachment + "\nendstream");
        pdf.Add(attachment.Length.ToString(CultureInfo.InvariantCulture));
        if (second is not null)
        {
            pdf.Add("<</FT/Sig/T(B)/V<</Type/Sig/ByteRange[0 10 10 10]/Contents<" + Convert.ToHexStringLower(second) + ">>>>>");
        }

        return pdf.Finish();
    }

    public static byte[] DigestWithoutHole(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        var start = text.IndexOf("/Contents<", StringComparison.Ordinal) + "/Contents".Length;
        var end = text.IndexOf('>', start) + 1;
        return SHA256.HashData([.. file[..start], .. file[end..]]);
    }

    private void Add(string body)
    {
        offsets.Add(text.Length);
        text.Append(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{body}\nendobj\n");
    }

    private byte[] Finish()
    {
        var xref = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            text.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        }

        text.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {offsets.Count + 1}/Root 1 0 R>>\nstartxref\n{xref}\n%%EOF\n");
        var all = text.ToString();
        var start = all.IndexOf("/Contents<", StringComparison.Ordinal) + "/Contents".Length;
        var end = all.IndexOf('>', start) + 1;
        all = all.Replace("AAAAAAAA", start.ToString("D8", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("BBBBBBBB", end.ToString("D8", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("CCCCCCCC", (all.Length - end).ToString("D8", CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(all);
    }
}
