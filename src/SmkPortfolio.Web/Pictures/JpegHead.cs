using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace SmkPortfolio.Web.Pictures;

/// <summary>What the frame header of a JPEG says about the memory it takes to read it.</summary>
internal static class JpegHead
{
    private const byte Progressive = 0xC2;
    private const int BytesPerCoefficient = 2;

    /// <summary>A progressive JPEG is complete only at its end: every coefficient is held until then. Others are read row by row.</summary>
    public static long HeldBytes(SafeFileHandle file)
    {
        Span<byte> head = stackalloc byte[4];
        for (long at = 2; RandomAccess.Read(file, head, at) == head.Length && head[0] == 0xFF;)
        {
            var marker = head[1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }
            int length = BinaryPrimitives.ReadUInt16BigEndian(head[2..]);
            if (length < 2 || marker is 0xDA or 0xC0 or 0xC1)
            {
                return 0;
            }
            if (marker == Progressive)
            {
                var frame = new byte[length - 2];
                return RandomAccess.Read(file, frame, at + head.Length) == frame.Length ? Coefficients(frame) * BytesPerCoefficient : 0;
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
