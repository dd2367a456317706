namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>
/// A cleaned file as a list of pieces: ranges of the original, and a few bytes of our own between them. So nothing is copied,
/// and what is kept is kept byte for byte.
/// </summary>
internal sealed class EditList
{
    // A real picture has some dozens, a clip whose places are blanked some thousands; without a bound a hostile one could fill the memory.
    public const int MaxPieces = 32 * 1024;

    private const long Zeros = -1;

    private readonly List<Piece> _pieces = [];

    public IReadOnlyList<Piece> Pieces => _pieces;

    public long Length { get; private set; }

    public bool SomethingDropped { get; private set; }

    public void Keep(long sourceOffset, long count)
    {
        if (count == 0)
        {
            return;
        }
        if (_pieces.Count > 0 && _pieces[^1] is { Bytes: null, IsBlank: false } last && last.SourceOffset + last.Length == sourceOffset)
        {
            _pieces[^1] = last with { Length = last.Length + count };
            Length += count;
            return;
        }
        Add(new Piece(sourceOffset, Length, count, null));
    }

    /// <summary>Puts in bytes of our own. The array may still be changed by the caller, its length may not.</summary>
    public void Insert(byte[] bytes) => Add(new Piece(0, Length, bytes.Length, bytes));

    /// <summary>Puts in zeros.</summary>
    public void Blank(long count)
    {
        if (count > 0)
        {
            Add(new Piece(Zeros, Length, count, null));
        }
    }

    public void Drop() => SomethingDropped = true;

    private void Add(Piece piece)
    {
        if (_pieces.Count == MaxPieces)
        {
            throw RefusedException.Broken();
        }
        _pieces.Add(piece);
        Length += piece.Length;
    }

    /// <param name="SourceOffset">Where the range begins in the original; of no meaning for bytes of our own.</param>
    /// <param name="Start">Where the piece begins in the cleaned file.</param>
    internal readonly record struct Piece(long SourceOffset, long Start, long Length, byte[]? Bytes)
    {
        public bool IsBlank => SourceOffset == Zeros;
    }
}
