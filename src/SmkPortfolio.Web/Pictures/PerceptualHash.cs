using System.Numerics;

namespace SmkPortfolio.Web.Pictures;

/// <summary>
/// Sixty-four bits that stay nearly the same when a picture is packed anew, scaled, or made lighter: the signs of its slowest waves
/// against their median.
/// </summary>
public static class PerceptualHash
{
    /// <summary>At most so many bits apart, two pictures are worth a question: may this be the same one? What is only similar in subject is farther away.</summary>
    public const int Near = 10;

    private const int Side = 32;
    private const int Waves = 8;

    // A wave that rises and falls by one of 255 steps of brightness.
    private const double FaintestWave = Side * Side / 4;

    // The first wave is the mean brightness and says nothing of the picture.
    private static readonly double[,] Cosines = Table();

    /// <summary>Null when there is too little to see, such as a blank sheet: all of those would be alike.</summary>
    public static ulong? Of(Picture picture)
    {
        var brightness = Brightness(picture);
        Span<double> waves = stackalloc double[Waves * Waves];
        Transform(brightness, waves);
        Span<double> sorted = stackalloc double[waves.Length];
        waves.CopyTo(sorted);
        sorted.Sort();
        if (Math.Max(-sorted[0], sorted[^1]) < FaintestWave)
        {
            return null;
        }
        var median = (sorted[waves.Length / 2 - 1] + sorted[waves.Length / 2]) / 2;
        var hash = 0UL;
        for (var i = 0; i < waves.Length; i++)
        {
            hash |= waves[i] > median ? 1UL << i : 0;
        }
        return hash;
    }

    public static int Distance(ulong one, ulong other) => BitOperations.PopCount(one ^ other);

    private static double[] Brightness(Picture picture)
    {
        var pixels = picture.Pixels;
        var cells = new double[Side * Side];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            var (top, bottom) = Range(cell / Side, picture.Height);
            var (left, right) = Range(cell % Side, picture.Width);
            long sum = 0;
            for (var y = top; y < bottom; y++)
            {
                for (var at = (y * picture.Width + left) * 4; at < (y * picture.Width + right) * 4; at += 4)
                {
                    // What shines through is white, as on paper.
                    sum += 299 * pixels[at] + 587 * pixels[at + 1] + 114 * pixels[at + 2] + 1000 * (255 - pixels[at + 3]);
                }
            }
            cells[cell] = sum / 1000.0 / ((bottom - top) * (right - left));
        }
        return cells;
    }

    private static (int From, int To) Range(int cell, int length)
    {
        var from = cell * length / Side;
        return (from, Math.Max(from + 1, (cell + 1) * length / Side));
    }

    private static void Transform(double[] cells, Span<double> waves)
    {
        Span<double> rows = stackalloc double[Side * Waves];
        for (var y = 0; y < Side; y++)
        {
            for (var u = 0; u < Waves; u++)
            {
                var sum = 0.0;
                for (var x = 0; x < Side; x++)
                {
                    sum += cells[y * Side + x] * Cosines[u, x];
                }
                rows[y * Waves + u] = sum;
            }
        }
        for (var v = 0; v < Waves; v++)
        {
            for (var u = 0; u < Waves; u++)
            {
                var sum = 0.0;
                for (var y = 0; y < Side; y++)
                {
                    sum += rows[y * Waves + u] * Cosines[v, y];
                }
                waves[v * Waves + u] = sum;
            }
        }
    }

    private static double[,] Table()
    {
        var table = new double[Waves, Side];
        for (var wave = 0; wave < Waves; wave++)
        {
            for (var x = 0; x < Side; x++)
            {
                table[wave, x] = Math.Cos(Math.PI * (wave + 1) * (2 * x + 1) / (2 * Side));
            }
        }
        return table;
    }
}
