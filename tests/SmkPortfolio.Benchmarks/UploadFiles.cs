using System.Globalization;
using System.Text;

namespace SmkPortfolio.Benchmarks;

/// <summary>Files of any size that the site takes, none like another: what a phone's camera and a scanner write.</summary>
internal static class UploadFiles
{
    /// <summary>A photo; with its camera's notes of place and maker, which are taken out, or without.</summary>
    public static byte[] Photo(int length, int seed, bool withPlace)
    {
        using var embedded = typeof(UploadFiles).Assembly.GetManifestResourceStream("CvPortrait.jpg")!;
        var bare = new byte[embedded.Length];
        embedded.ReadExactly(bare);
        var notes = withPlace ? Notes() : [];
        var photo = Noise(length, seed);
        byte[] head = [.. bare.AsSpan(0, 2), .. notes, .. bare.AsSpan(2, bare.Length - 4)];
        head.CopyTo(photo, 0);
        // Within the picture's data this byte would begin a marker.
        photo.AsSpan(head.Length).Replace((byte)0xFF, (byte)0x7F);
        (photo[^2], photo[^1]) = (0xFF, 0xD9);
        return photo;
    }

    /// <summary>A scanned page: one stream of so many bytes.</summary>
    public static byte[] Document(int length, int seed)
    {
        string[] objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>"];
        var text = new StringBuilder("%PDF-1.7\n");
        List<int> places = [];
        for (var i = 0; i < objects.Length; i++)
        {
            places.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        places.Add(text.Length);
        var data = length - text.Length - 400;
        text.Append(CultureInfo.InvariantCulture, $"4 0 obj\n<</Length {data}>>\nstream\n");
        var head = Encoding.ASCII.GetBytes(text.ToString());
        var tail = new StringBuilder("\nendstream\nendobj\n");
        var xref = head.Length + data + tail.Length;
        tail.Append("xref\n0 5\n0000000000 65535 f \n");
        places.ForEach(p => tail.Append(CultureInfo.InvariantCulture, $"{p:D10} 00000 n \n"));
        tail.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n{xref}\n%%EOF\n");
        return [.. head, .. Noise(data, seed), .. Encoding.ASCII.GetBytes(tail.ToString())];
    }

    private static byte[] Noise(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    /// <summary>EXIF with a maker and a latitude.</summary>
    private static byte[] Notes()
    {
        byte[] tiff =
        [
            .. "II*\0"u8, 8, 0, 0, 0,
            2, 0,
            0x0F, 0x01, 2, 0, 4, 0, 0, 0, (byte)'C', (byte)'a', (byte)'m', 0,
            0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0,
            0, 0, 0, 0,
            1, 0,
            0x01, 0x00, 2, 0, 2, 0, 0, 0, (byte)'S', 0, 0, 0,
            0, 0, 0, 0,
        ];
        byte[] body = [.. "Exif\0\0"u8, .. tiff];
        return [0xFF, 0xE1, 0, (byte)(body.Length + 2), .. body];
    }
}
