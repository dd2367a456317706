using System.Numerics;

namespace SmkPortfolio.Cv.Qr;

/// <summary>How hard a code is to read, by the standard's four rules: runs, blocks, what looks like a finder, and too much of one colour.</summary>
internal static class QrPenalty
{
    private const int RunBegins = 2;
    private const int Blocks = 3;
    private const int Finders = 40;
    private const int Balance = 10;
    private const int MostLines = 177;

    public static int Of(QrSquare code)
    {
        var penalty = 0;
        for (var word = 0; word < code.Words; word++)
        {
            var inside = code.Inside(word);
            penalty += AcrossLines(code.Rows.AsSpan(word), code.Size, code.Words, inside) + AcrossLines(code.Columns.AsSpan(word), code.Size, code.Words, inside);
        }

        var dark = 0;
        foreach (var word in code.Rows)
        {
            dark += BitOperations.PopCount(word);
        }

        return penalty + BlocksIn(code) * Blocks + Math.Abs(dark * 20 - code.Size * code.Size * 10) / (code.Size * code.Size) * Balance;
    }

    /// <summary>Runs and finders from line to line, in the 64 places of one word at once.</summary>
    /// <param name="lines">The lines, from that word on.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="step">Words from one to the next.</param>
    /// <param name="inside">The places that are modules.</param>
    private static int AcrossLines(ReadOnlySpan<ulong> lines, int count, int step, ulong inside)
    {
        Span<ulong> lights = stackalloc ulong[MostLines];
        Span<ulong> cores = stackalloc ulong[MostLines];
        var (penalty, alike2, alike3, alike4, before5) = (0, 0UL, 0UL, 0UL, 0UL);
        for (var i = 1; i < count; i++)
        {
            var here = lines[i * step];
            var alike = ~(here ^ lines[(i - 1) * step]) & inside;
            var alike5 = alike & alike4;
            (alike4, alike3, alike2) = (alike & alike3, alike & alike2, alike);
            // Five alike cost three, each more costs one.
            penalty += BitOperations.PopCount(alike5) + RunBegins * BitOperations.PopCount(alike5 & ~before5);
            before5 = alike5;

            // A finder is 1011101 with four light modules before or after it.
            lights[i] = alike4 & ~here;
            cores[i] = i < 6 ? 0 : here & ~lines[(i - 1) * step] & lines[(i - 2) * step] & lines[(i - 3) * step] & lines[(i - 4) * step] & ~lines[(i - 5) * step] & lines[(i - 6) * step];
            if (i >= 10)
            {
                penalty += Finders * (BitOperations.PopCount(cores[i] & lights[i - 7]) + BitOperations.PopCount(lights[i] & cores[i - 4]));
            }
        }

        return penalty;
    }

    /// <summary>Squares of two by two of one colour.</summary>
    private static int BlocksIn(QrSquare code)
    {
        var blocks = 0;
        for (var y = 1; y < code.Size; y++)
        {
            // What is carried from the word before: nothing is before the first.
            var (rowBefore, alikeBefore) = (0UL, 0UL);
            for (var word = 0; word < code.Words; word++)
            {
                var row = code.Rows[y * code.Words + word];
                var alike = ~(row ^ code.Rows[(y - 1) * code.Words + word]) & code.Inside(word);
                var left = row >> 1 | rowBefore << 63;
                var leftAlike = alike >> 1 | alikeBefore << 63;
                blocks += BitOperations.PopCount(alike & leftAlike & ~(row ^ left));
                (rowBefore, alikeBefore) = (row, alike);
            }
        }

        return blocks;
    }
}
