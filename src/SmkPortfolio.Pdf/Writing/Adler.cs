namespace SmkPortfolio.Pdf.Writing;

/// <summary>The checksum of a deflate stream (Adler-32); those of two pieces give that of both together.</summary>
/// <param name="Low">The sum of the bytes, and one.</param>
/// <param name="High">The sum of those sums.</param>
/// <param name="Length">Bytes that were summed.</param>
internal readonly record struct Adler(uint Low, uint High, int Length)
{
    private const uint Prime = 65521;

    // So many bytes until a sum of sums could be too large.
    private const int Stretch = 5552;

    public static readonly Adler Empty = new(1, 0, 0);

    public uint Value => High << 16 | Low;

    public static Adler Of(ReadOnlySpan<byte> bytes)
    {
        var (low, high) = (1u, 0u);
        for (var start = 0; start < bytes.Length; start += Stretch)
        {
            foreach (var value in bytes.Slice(start, Math.Min(Stretch, bytes.Length - start)))
            {
                low += value;
                high += low;
            }

            (low, high) = (low % Prime, high % Prime);
        }

        return new Adler(low, high, bytes.Length);
    }

    public Adler Then(Adler next) => new(
        (Low + next.Low + Prime - 1) % Prime,
        (uint)((High + next.High + (ulong)(Low + Prime - 1) * (uint)next.Length) % Prime),
        Length + next.Length);
}
