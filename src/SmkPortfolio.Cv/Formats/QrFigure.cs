using QRCoder;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>A QR code as an outline, with its quiet zone of four modules on each side.</summary>
internal static class QrFigure
{
    private const float Millimetre = 72 / 25.4f;
    private const int QuietModules = 8;

    /// <param name="millimetres">Side of the symbol itself; the quiet zone comes on top.</param>
    public static Drawing Draw(string content, float millimetres, string alternative)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(content, QRCodeGenerator.ECCLevel.M);
        var modules = code.ModuleMatrix;
        var bars = new List<(float, float, float, float)>(modules.Count * 8);
        for (var y = 0; y < modules.Count; y++)
        {
            for (var x = 0; x < modules[y].Count; x++)
            {
                var start = x;
                while (x < modules[y].Count && modules[y][x])
                {
                    x++;
                }

                if (x > start)
                {
                    bars.Add((start, y, x - start, 1));
                }
            }
        }

        var ground = new VectorPath().Rectangle(0, 0, modules.Count, modules.Count);
        var side = millimetres * Millimetre * modules.Count / (modules.Count - QuietModules);
        return new Drawing(side, side, modules.Count, modules.Count, new Shape(ground, Color.White), new Shape(VectorPath.OfRectangles(bars), Color.Black))
        {
            Alternative = alternative,
        };
    }
}
