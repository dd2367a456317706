namespace SmkPortfolio.Cv.Qr;

/// <summary>
/// A square of modules, a bit each, kept row by row and column by column: so 64 of them are looked at in one step, whichever way they are
/// counted. A line is as few words as hold it, its first module in the highest bit of the first.
/// </summary>
internal sealed class QrSquare
{
    private const int WordBits = 64;

    public QrSquare(int size)
    {
        Size = size;
        Words = (size + WordBits - 1) / WordBits;
        Rows = new ulong[size * Words];
        Columns = new ulong[size * Words];
    }

    /// <summary>Modules on each side.</summary>
    public int Size { get; }

    /// <summary>Words of a line.</summary>
    public int Words { get; }

    public ulong[] Rows { get; }

    public ulong[] Columns { get; }

    public bool this[int x, int y]
    {
        get => (Rows[y * Words + x / WordBits] & Bit(x)) != 0;
        set
        {
            Put(ref Rows[y * Words + x / WordBits], Bit(x), value);
            Put(ref Columns[x * Words + y / WordBits], Bit(y), value);
        }
    }

    /// <summary>The bits of a line's word that are modules.</summary>
    public ulong Inside(int word) => word < Words - 1 ? ulong.MaxValue : ulong.MaxValue << WordBits * Words - Size;

    private static ulong Bit(int at) => 1UL << WordBits - 1 - at % WordBits;

    private static void Put(ref ulong word, ulong bit, bool value) => word = value ? word | bit : word & ~bit;
}
