using System.Buffers.Binary;
using System.Text;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>Walks a WAV and keeps what says how the sound is coded, and the sound; who recorded what with which device stands in other chunks.</summary>
internal sealed class WavCleaner(FileWalker file, EditList edits)
{
    public void Clean()
    {
        var header = file.ReadBytes(12);
        var end = 8L + BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(4));
        if (end > file.Length)
        {
            throw new RefusedException(RefusalCodes.Truncated);
        }
        PolyglotCheck.Refuse(file, end);
        // Writers pad an odd last chunk, not all of them count it.
        if (file.Length - end > 1)
        {
            throw new RefusedException(RefusalCodes.TrailingData);
        }
        edits.Insert(header);
        var formatSeen = false;
        var soundSeen = false;
        while (file.Position < end)
        {
            var start = file.Position;
            if (end - start < 8)
            {
                throw RefusedException.Broken();
            }
            var name = Encoding.Latin1.GetString(file.ReadBytes(4));
            long length = file.ReadUInt32LittleEndian();
            var next = start + 8 + length;
            if (next > end)
            {
                throw RefusedException.Broken();
            }
            next = Math.Min(next + (length & 1), end);
            switch (name)
            {
                case "fmt " when !formatSeen && length is >= 14 and <= 64:
                    formatSeen = true;
                    edits.Keep(start, next - start);
                    break;
                case "data" when formatSeen && !soundSeen:
                    soundSeen = length > 0;
                    edits.Keep(start, next - start);
                    break;
                case "fact" when length <= 64:
                    edits.Keep(start, next - start);
                    break;
                case "fmt " or "data" or "fact":
                    throw RefusedException.Broken();
                default:
                    edits.Drop();
                    break;
            }
            file.Position = next;
        }
        if (!soundSeen)
        {
            throw RefusedException.Broken();
        }
        if ((edits.Length & 1) != 0)
        {
            edits.Insert([0]);
        }
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), checked((uint)(edits.Length - 8)));
    }
}
