using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace SmkPortfolio.Pdf.Writing;

/// <summary>A small ICC v4 profile of sRGB, made from its published primaries (adapted to D50) and its parametric curve.</summary>
internal static class IccProfile
{
    private static readonly byte[] Srgb = Make();

    /// <summary>Compressed once for all files: it is the same in each.</summary>
    public static readonly byte[] Deflated = Deflate(Srgb);

    private static byte[] Deflate(byte[] profile)
    {
        using var compressed = new MemoryStream();
        using (var deflater = new ZLibStream(compressed, CompressionLevel.SmallestSize))
        {
            deflater.Write(profile);
        }

        return compressed.ToArray();
    }

    private static byte[] Make()
    {
        var curve = Join(Ascii("para"), U32(0), [0, 3, 0, 0], Fixed(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045));
        (string Tag, byte[] Data)[] tags =
        [
            ("desc", Localized("sRGB")),
            ("cprt", Localized("CC0")),
            ("wtpt", Xyz(0.9642, 1, 0.8249)),
            ("chad", Join(Ascii("sf32"), U32(0), Fixed(1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168))),
            ("rXYZ", Xyz(0.43607, 0.22249, 0.01392)),
            ("gXYZ", Xyz(0.38515, 0.71687, 0.09708)),
            ("bXYZ", Xyz(0.14307, 0.06061, 0.71410)),
            ("rTRC", curve),
            ("gTRC", curve),
            ("bTRC", curve),
        ];
        var index = new List<byte>(U32((uint)tags.Length));
        var data = new List<byte>();
        var placed = new Dictionary<byte[], int>();
        foreach (var (tag, bytes) in tags)
        {
            if (!placed.TryGetValue(bytes, out var offset))
            {
                placed[bytes] = offset = 128 + 4 + 12 * tags.Length + data.Count;
                data.AddRange(bytes);
                data.AddRange(new byte[-data.Count & 3]);
            }

            index.AddRange(Join(Ascii(tag), U32((uint)offset), U32((uint)bytes.Length)));
        }

        var header = Join(
            U32((uint)(128 + index.Count + data.Count)), U32(0), U32(0x04200000), Ascii("mntrRGB XYZ "), [7, 0xE8, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0], Ascii("acsp"),
            new byte[28], Fixed(0.9642, 1, 0.8249), new byte[48]);
        return [.. header, .. index, .. data];
    }

    private static byte[] Join(params byte[][] parts) => [.. parts.SelectMany(p => p)];

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    private static byte[] U32(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Fixed(params double[] values) => [.. values.SelectMany(v => U32((uint)(int)Math.Round(v * 65536)))];

    private static byte[] Xyz(double x, double y, double z) => Join(Ascii("XYZ "), U32(0), Fixed(x, y, z));

    private static byte[] Localized(string text)
    {
        var utf16 = Encoding.BigEndianUnicode.GetBytes(text);
        return Join(Ascii("mluc"), U32(0), U32(1), U32(12), Ascii("enUS"), U32((uint)utf16.Length), U32(28), utf16);
    }
}
