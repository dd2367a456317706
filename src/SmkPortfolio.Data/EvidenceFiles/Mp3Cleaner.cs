using System.Buffers.Binary;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>Walks an MP3 from frame to frame and keeps the frames alone: pictures, owners and comments stand in tags before and behind them.</summary>
internal sealed class Mp3Cleaner(FileWalker file, EditList edits)
{
    private const int FewestFrames = 3;
    private const int MostTags = 32;

    private static readonly int[] Rates1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static readonly int[] Rates2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    private static readonly int[] Samplings = [44100, 48000, 32000];

    public void Clean()
    {
        long at = 0;
        var frames = 0;
        var tags = 0;
        var head = new byte[12];
        while (at < file.Length)
        {
            var bytes = head.AsSpan(0, file.ReadAt(at, head));
            if (TagLength(bytes, at) is { } tag)
            {
                if (tag > file.Length - at)
                {
                    throw new RefusedException(RefusalCodes.Truncated);
                }
                if (++tags > MostTags)
                {
                    throw RefusedException.Broken();
                }
                edits.Drop();
                at += tag;
            }
            else if (FrameLength(bytes) is { } length)
            {
                if (length > file.Length - at)
                {
                    throw new RefusedException(RefusalCodes.Truncated);
                }
                edits.Keep(at, length);
                at += length;
                frames++;
            }
            else if (frames > 0 && at + Padding(at) == file.Length)
            {
                edits.Drop();
                break;
            }
            else
            {
                PolyglotCheck.Refuse(file, at);
                throw new RefusedException(frames >= FewestFrames ? RefusalCodes.TrailingData : RefusalCodes.Broken);
            }
        }
        PolyglotCheck.Refuse(file, file.Length);
        if (frames < FewestFrames)
        {
            throw RefusedException.Broken();
        }
    }

    /// <summary>ID3 before the sound; ID3, APE and lyrics behind it.</summary>
    private long? TagLength(ReadOnlySpan<byte> head, long at)
    {
        if (head.StartsWith("ID3"u8) && head.Length >= 10 && (head[6] | head[7] | head[8] | head[9]) < 0x80)
        {
            var length = 10 + ((head[6] << 21) | (head[7] << 14) | (head[8] << 7) | head[9]) + ((head[5] & 0x10) != 0 ? 10 : 0);
            return length + Padding(at + length);
        }
        if (head.StartsWith("TAG"u8) && file.Length - at == 128)
        {
            return 128;
        }
        if (head.StartsWith("APETAGEX"u8))
        {
            var rest = new byte[32];
            return file.ReadAt(at, rest) < 32 ? null
                // The footer alone, or the header with the length of all that follows it.
                : (rest[23] & 0x20) == 0 ? 32 : 32L + BinaryPrimitives.ReadUInt32LittleEndian(rest.AsSpan(12));
        }
        if (head.StartsWith("LYRICSBEGI"u8))
        {
            var rest = new byte[(int)Math.Min(file.Length - at, 64 * 1024)];
            file.ReadAt(at, rest);
            var end = rest.AsSpan().IndexOf("LYRICS200"u8);
            return end < 0 ? null : end + 9;
        }
        return null;
    }

    /// <summary>Zeros between a tag and the sound, or behind it.</summary>
    private long Padding(long at)
    {
        var buffer = new byte[4096];
        long length = 0;
        while (at + length < file.Length)
        {
            var read = file.ReadAt(at + length, buffer);
            var other = buffer.AsSpan(0, read).IndexOfAnyExcept((byte)0);
            if (other >= 0)
            {
                return length + other;
            }
            length += read;
        }
        return length;
    }

    private static int? FrameLength(ReadOnlySpan<byte> head)
    {
        if (head.Length < 4 || head[0] != 0xFF || (head[1] & 0xE0) != 0xE0)
        {
            return null;
        }
        var (version, layer, rate, sampling, padding) = ((head[1] >> 3) & 3, (head[1] >> 1) & 3, head[2] >> 4, (head[2] >> 2) & 3, (head[2] >> 1) & 1);
        // Layer 3 only, of the three versions, with its rate said.
        if (version == 1 || layer != 1 || rate is 0 or 15 || sampling == 3)
        {
            return null;
        }
        var hertz = Samplings[sampling] >> (version switch { 3 => 0, 2 => 1, _ => 2 });
        return version == 3 ? 144_000 * Rates1[rate] / hertz + padding : 72_000 * Rates2[rate] / hertz + padding;
    }
}
