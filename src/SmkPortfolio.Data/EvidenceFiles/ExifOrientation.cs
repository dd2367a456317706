using System.Buffers.Binary;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>The one thing in EXIF that a picture needs to be seen the right way up.</summary>
internal static class ExifOrientation
{
    public const int Upright = 1;
    private const int Tag = 0x0112;

    /// <summary>Reads the orientation from a TIFF block; anything missing or odd means upright.</summary>
    public static int Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8)
        {
            return Upright;
        }
        bool little;
        if (tiff[..4].SequenceEqual("II*\0"u8))
        {
            little = true;
        }
        else if (tiff[..4].SequenceEqual("MM\0*"u8))
        {
            little = false;
        }
        else
        {
            return Upright;
        }

        var directory = UInt32(tiff[4..], little);
        if (directory > tiff.Length - 2)
        {
            return Upright;
        }
        var entries = tiff[(int)directory..];
        var count = UInt16(entries, little);
        for (var i = 0; i < count && 2 + (i + 1) * 12 <= entries.Length; i++)
        {
            var entry = entries.Slice(2 + i * 12, 12);
            if (UInt16(entry, little) == Tag)
            {
                var value = UInt16(entry[2..], little) == 4 ? UInt32(entry[8..], little) : UInt16(entry[8..], little);
                return value is >= 1 and <= 8 ? (int)value : Upright;
            }
        }
        return Upright;
    }

    /// <summary>A TIFF block that holds the orientation and nothing else.</summary>
    public static byte[] Minimal(int orientation) =>
    [
        .. "MM\0*"u8, 0, 0, 0, 8, 0, 1,
        0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
        0, 0, 0, 0,
    ];

    private static ushort UInt16(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private static uint UInt32(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
