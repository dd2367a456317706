using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SmkPortfolio.UnitTests.Credentials.Cases;

/// <summary>PDF files written by hand to be small and to cost much.</summary>
internal static class ForgedPdf
{
    /// <summary>Thousands of entries, each naming the same list of thousands of attachments.</summary>
    public static byte[] OneNodeNamedOften()
    {
        var pairs = string.Concat(Enumerable.Repeat("(a)5 0 R ", 120_000));
        return Of("<</Type/Catalog/Names<</EmbeddedFiles 2 0 R>>>>", $"<</Kids[{string.Concat(Enumerable.Repeat("3 0 R ", 9_990))}]>>", $"<</Names[{pairs}]>>", "null", "<</Type/Filespec>>");
    }

    /// <summary>Few nodes, all with the same long list under another name.</summary>
    public static byte[] OneListInManyNodes()
    {
        const int Nodes = 2_000;
        var kids = string.Concat(Enumerable.Range(4, Nodes).Select(n => string.Create(CultureInfo.InvariantCulture, $"{n} 0 R ")));
        return Of(
            ["<</Type/Catalog/Names<</EmbeddedFiles<</Kids 2 0 R>>>>>>", $"[{kids}]", $"[{string.Concat(Enumerable.Repeat("(a)4 0 R ", 100_000))}]", .. Enumerable.Repeat("<</Names 3 0 R>>", Nodes)]);
    }

    /// <summary>A stream of some kilobytes that unpacks to millions of values.</summary>
    public static byte[] ManyValues(int megabytes)
    {
        var text = "3 0 [" + string.Concat(Enumerable.Repeat("0 ", megabytes * 512 * 1024)) + "]";
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(Encoding.ASCII.GetBytes(text));
        var stream = $"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length {packed.Length}>>stream\n{Encoding.Latin1.GetString(packed.ToArray())}\nendstream";
        // Object 3 lies in object 2; only a cross reference stream can say so.
        var head = "%PDF-1.7\n";
        var first = "1 0 obj\n<</Type/Catalog/AF 3 0 R>>\nendobj\n";
        var second = $"2 0 obj\n{stream}\nendobj\n";
        var table = head.Length + first.Length + second.Length;
        byte[] entries = [0, 0, 0, 0, 0, .. Entry(1, head.Length, 0), .. Entry(1, head.Length + first.Length, 0), .. Entry(2, 2, 0)];
        var last = $"4 0 obj\n<</Type/XRef/Size 4/W[1 3 1]/Root 1 0 R/Length {entries.Length}>>stream\n{Encoding.Latin1.GetString(entries)}\nendstream\nendobj\nstartxref\n{table}\n%%EOF\n";
        return Encoding.Latin1.GetBytes(head + first + second + last);
    }

    /// <summary>Objects that each begin inside the comment of the one before, so that each is read to the end of the file.</summary>
    public static byte[] ObjectsInOneComment()
    {
        const int Count = 50_000;
        var text = new StringBuilder("%PDF-1.7\n");
        var offsets = new List<int> { text.Length };
        text.Append("1 0 obj\n<</Type/Catalog/AF[");
        for (var n = 2; n <= Count; n++) text.Append(CultureInfo.InvariantCulture, $"{n} 0 R ");
        text.Append("]>>\nendobj\n");
        for (var n = 2; n <= Count; n++)
        {
            offsets.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{n} 0 %");
        }
        return Finish(text.Append("\nobj null endobj\n"), offsets);
    }

    public static byte[] Of(params string[] objects)
    {
        var text = new StringBuilder("%PDF-1.7\n");
        var offsets = new List<int>();
        foreach (var body in objects)
        {
            offsets.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{body}\nendobj\n");
        }
        return Finish(text, offsets);
    }

    private static byte[] Finish(StringBuilder text, List<int> offsets)
    {
        var table = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) text.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {offsets.Count + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    private static byte[] Entry(byte kind, int second, byte third) => [kind, (byte)(second >> 16), (byte)(second >> 8), (byte)second, third];
}
