namespace SmkPortfolio.Cv.Qr;

/// <summary>How hard a code is to read, by the standard's four rules: runs, blocks, what looks like a finder, and too much of one colour.</summary>
internal static class QrPenalty
{
    private const int Runs = 3;
    private const int Blocks = 3;
    private const int Finders = 40;
    private const int Balance = 10;
    private const int FinderBefore = 0b00001011101;
    private const int FinderAfter = 0b10111010000;

    /// <param name="enough">A code as bad as this is not wanted: counting ends there.</param>
    public static int Of(byte[] modules, int size, int enough)
    {
        var (penalty, dark) = (0, 0);
        for (var y = 0; y < size && penalty < enough; y++)
        {
            penalty += Line(modules.AsSpan(y * size), size, 1) + Line(modules.AsSpan(y), size, size);
            var row = modules.AsSpan(y * size, size);
            foreach (var module in row)
            {
                dark += module;
            }

            if (y + 1 == size)
            {
                break;
            }

            var next = modules.AsSpan((y + 1) * size, size);
            var before = row[0] + next[0];
            for (var x = 1; x < size; x++)
            {
                var here = row[x] + next[x];
                penalty += here == before && here != 1 ? Blocks : 0;
                before = here;
            }
        }

        return penalty >= enough ? penalty : penalty + Math.Abs(dark * 20 - size * size * 10) / (size * size) * Balance;
    }

    private static int Line(ReadOnlySpan<byte> line, int size, int step)
    {
        var (penalty, run, last, window) = (0, 0, 2, 0);
        for (var i = 0; i < size; i++)
        {
            var module = line[i * step];
            run = module == last ? run + 1 : 1;
            last = module;
            penalty += run == 5 ? Runs : run > 5 ? 1 : 0;
            window = (window << 1 | module) & 0x7FF;
            penalty += i >= 10 && window is FinderBefore or FinderAfter ? Finders : 0;
        }

        return penalty;
    }
}
