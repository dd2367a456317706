using System.IO.Compression;

namespace SmkPortfolio.Web.Pictures;

/// <summary>The rows of a PNG one after the other, unpacked and freed of their filters; two of them are held.</summary>
internal sealed class PngRows : IDisposable
{
    private readonly ZLibStream _unpacked;
    private readonly int _bitsPerPixel;
    private readonly int _back;
    private byte[] _row;
    private byte[] _above;

    public PngRows(PngFile png)
    {
        _unpacked = new ZLibStream(png.Data(), CompressionMode.Decompress);
        _bitsPerPixel = png.BitsPerPixel;
        _back = Math.Max(1, _bitsPerPixel / 8);
        // The byte in front says how the row was filtered; zeros in front of the row spare the question where it begins.
        _row = new byte[_back + BytesOf(png.Width)];
        _above = new byte[_row.Length];
    }

    /// <summary>A pass of an interlaced picture has nothing above its first row.</summary>
    public void BeginPass() => Array.Clear(_row);

    public ReadOnlySpan<byte> Next(int width)
    {
        (_row, _above) = (_above, _row);
        var filter = _unpacked.ReadByte();
        var row = _row.AsSpan(_back, BytesOf(width));
        _unpacked.ReadExactly(row);
        switch (filter)
        {
            case 0:
                break;
            case 1:
                Sub(row.Length);
                break;
            case 2:
                Up(row.Length);
                break;
            case 3:
                Average(row.Length);
                break;
            case 4:
                Paeth(row.Length);
                break;
            default:
                throw PngFile.Damaged();
        }
        return row;
    }

    /// <summary>Reads to the end of the packed data, whose sum is checked there.</summary>
    public void End()
    {
        Span<byte> rest = stackalloc byte[256];
        while (_unpacked.Read(rest) > 0)
        {
        }
    }

    public void Dispose() => _unpacked.Dispose();

    private int BytesOf(int width) => checked((int)(((long)width * _bitsPerPixel + 7) / 8));

    private void Sub(int length)
    {
        for (var i = _back; i < _back + length; i++)
        {
            _row[i] += _row[i - _back];
        }
    }

    private void Up(int length)
    {
        for (var i = _back; i < _back + length; i++)
        {
            _row[i] += _above[i];
        }
    }

    private void Average(int length)
    {
        for (var i = _back; i < _back + length; i++)
        {
            _row[i] += (byte)((_row[i - _back] + _above[i]) >> 1);
        }
    }

    private void Paeth(int length)
    {
        for (var i = _back; i < _back + length; i++)
        {
            int left = _row[i - _back], up = _above[i], corner = _above[i - _back];
            int toLeft = Math.Abs(up - corner), toUp = Math.Abs(left - corner), toCorner = Math.Abs(left + up - 2 * corner);
            _row[i] += (byte)(toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner);
        }
    }
}
