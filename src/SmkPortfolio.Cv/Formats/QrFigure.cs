using SmkPortfolio.Cv.Qr;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>A QR code as an outline, with its quiet zone of four modules on each side.</summary>
internal static class QrFigure
{
    private const float Millimetre = 72 / 25.4f;
    private const int QuietZone = 4;

    /// <param name="millimetres">Side of the symbol itself; the quiet zone comes on top.</param>
    public static Drawing Draw(string content, float millimetres, string alternative)
    {
        var code = QrCode.Encode(content);
        var bars = new List<(float, float, float, float)>(code.Size * 8);
        for (var y = 0; y < code.Size; y++)
        {
            for (var x = 0; x < code.Size; x++)
            {
                var start = x;
                while (x < code.Size && code[x, y])
                {
                    x++;
                }

                if (x > start)
                {
                    bars.Add((QuietZone + start, QuietZone + y, x - start, 1));
                }
            }
        }

        var side = code.Size + 2 * QuietZone;
        var ground = new VectorPath().Rectangle(0, 0, side, side);
        var points = millimetres * Millimetre * side / code.Size;
        return new Drawing(points, points, side, side, new Shape(ground, Color.White), new Shape(VectorPath.OfRectangles(bars), Color.Black))
        {
            Alternative = alternative,
        };
    }
}
