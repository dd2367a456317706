using SmkPortfolio.Cv.Qr;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>A QR code as a picture of a bit for each module, with its quiet zone of four modules on each side.</summary>
internal static class QrFigure
{
    private const float Millimetre = 72 / 25.4f;
    private const int QuietZone = 4;

    /// <param name="millimetres">Side of the symbol itself; the quiet zone comes on top.</param>
    public static Bitmap Draw(string content, float millimetres, string alternative)
    {
        var code = QrCode.Encode(content);
        var side = code.Size + 2 * QuietZone;
        var length = Bitmap.RowBytes(side);
        var bits = new byte[side * length];
        Span<byte> row = stackalloc byte[length];
        for (var y = 0; y < code.Size; y++)
        {
            code.CopyRow(y, row);
            var target = bits.AsSpan((QuietZone + y) * length, length);
            for (var i = 0; i < length; i++)
            {
                target[i] = (byte)(row[i] >> QuietZone | (i == 0 ? 0 : row[i - 1] << 8 - QuietZone));
            }
        }

        var points = millimetres * Millimetre * side / code.Size;
        return new Bitmap(bits, side, side, points, points, alternative);
    }
}
