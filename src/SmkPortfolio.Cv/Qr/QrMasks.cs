namespace SmkPortfolio.Cv.Qr;

/// <summary>The eight patterns of which the one that makes a code easiest to read is laid over its data.</summary>
internal static class QrMasks
{
    public const int Count = 8;

    // All of them come again after twelve modules.
    private const int Period = 12;
    private const int WordBits = 64;
    private const int MostWords = 3;
    private static readonly ulong[][] OverRows = [.. Enumerable.Range(0, Count).Select(mask => Lines((line, at) => Flips(mask, at, line)))];
    private static readonly ulong[][] OverColumns = [.. Enumerable.Range(0, Count).Select(mask => Lines((line, at) => Flips(mask, line, at)))];

    /// <summary>Lays a mask over the modules that are free for it.</summary>
    public static void Apply(int mask, QrSquare modules, QrSquare free, QrSquare masked)
    {
        Apply(OverRows[mask], modules.Rows, free.Rows, masked.Rows, modules.Words);
        Apply(OverColumns[mask], modules.Columns, free.Columns, masked.Columns, modules.Words);
    }

    private static void Apply(ulong[] pattern, ulong[] modules, ulong[] free, ulong[] masked, int words)
    {
        for (var (i, line) = (0, 0); i < modules.Length; line = (line + 1) % Period)
        {
            for (var word = 0; word < words; word++, i++)
            {
                masked[i] = modules[i] ^ (pattern[line * MostWords + word] & free[i]);
            }
        }
    }

    private static ulong[] Lines(Func<int, int, bool> flips)
    {
        var lines = new ulong[Period * MostWords];
        Span<bool> tile = stackalloc bool[Period];
        for (var line = 0; line < Period; line++)
        {
            for (var at = 0; at < Period; at++)
            {
                tile[at] = flips(line, at);
            }

            for (var at = 0; at < MostWords * WordBits; at++)
            {
                lines[line * MostWords + at / WordBits] |= tile[at % Period] ? 1UL << WordBits - 1 - at % WordBits : 0;
            }
        }

        return lines;
    }

    private static bool Flips(int mask, int x, int y) => mask switch
    {
        0 => (x + y) % 2 == 0,
        1 => y % 2 == 0,
        2 => x % 3 == 0,
        3 => (x + y) % 3 == 0,
        4 => (x / 3 + y / 2) % 2 == 0,
        5 => x * y % 2 + x * y % 3 == 0,
        6 => (x * y % 2 + x * y % 3) % 2 == 0,
        _ => ((x + y) % 2 + x * y % 3) % 2 == 0,
    };
}
