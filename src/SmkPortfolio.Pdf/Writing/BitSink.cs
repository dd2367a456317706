using System.Buffers.Binary;

namespace SmkPortfolio.Pdf.Writing;

/// <summary>Writes bits into a sink, the first in the lowest bit of a byte.</summary>
internal struct BitSink(ByteSink sink)
{
    private const int WordBits = 32;
    private ulong waiting;
    private int count;

    /// <param name="bits">Nothing above the bits that are added.</param>
    /// <param name="length">At most 32.</param>
    public void Add(uint bits, int length)
    {
        waiting |= (ulong)bits << count;
        count += length;
        if (count >= WordBits)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(sink.Extend(sizeof(uint)), (uint)waiting);
            waiting >>= WordBits;
            count -= WordBits;
        }
    }

    /// <summary>Fills the last byte.</summary>
    public void Finish()
    {
        for (; count > 0; count -= 8)
        {
            sink.Byte((byte)waiting);
            waiting >>= 8;
        }

        (waiting, count) = (0, 0);
    }
}
