using System.Buffers.Binary;

namespace SmkPortfolio.Web.Pictures;

/// <summary>What the frame header of a JPEG says about the memory it takes to read it.</summary>
internal static class JpegHead
{
    private const byte Progressive = 0xC2;
    private const int BytesPerCoefficient = 2;

    /// <summary>A progressive JPEG is complete only at its end: every coefficient is held until then. Others are read row by row.</summary>
    public static long HeldBytes(ReadOnlySpan<byte> file)
    {
        for (var at = 2; at + 4 <= file.Length && file[at] == 0xFF;)
        {
            var marker = file[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }
            var segment = file[(at + 2)..];
            var length = BinaryPrimitives.ReadUInt16BigEndian(segment);
            if (marker == Progressive && length <= segment.Length)
            {
                return Coefficients(segment[2..length]) * BytesPerCoefficient;
            }
            if (marker is 0xDA or 0xC0 or 0xC1)
            {
                return 0;
            }
            at += 2 + length;
        }
        return 0;
    }

    private static long Coefficients(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < 6 || frame.Length < 6 + 3 * frame[5])
        {
            return 0;
        }
        var pixels = (long)BinaryPrimitives.ReadUInt16BigEndian(frame[1..]) * BinaryPrimitives.ReadUInt16BigEndian(frame[3..]);
        var (all, most) = (0, 1);
        for (var component = 0; component < frame[5]; component++)
        {
            var sampling = frame[7 + 3 * component];
            var samples = (sampling >> 4) * (sampling & 15);
            all += samples;
            most = Math.Max(most, samples);
        }
        return pixels * all / most;
    }
}
