namespace SmkPortfolio.Tests;

/// <summary>Damage as accidents and attackers do it: the same seed gives the same damage.</summary>
internal static class Mutation
{
    private static readonly byte[] Telling = [0x00, 0xFF, 0x7F, 0x80, (byte)'<', (byte)'>', (byte)'[', (byte)'{', (byte)'"', (byte)'\\', (byte)'/', (byte)'9', (byte)'-', (byte)' '];

    /// <summary>A damaged copy that differs from the file.</summary>
    public static byte[] Of(byte[] file, int seed)
    {
        var random = new Random(seed);
        var damaged = file;
        do
        {
            for (var times = 1 + random.Next(4); times > 0 && damaged.Length > 0; times--)
            {
                damaged = Once(damaged, random);
            }
        }
        while (damaged.AsSpan().SequenceEqual(file));
        return damaged;
    }

    private static byte[] Once(byte[] file, Random random)
    {
        var at = random.Next(file.Length);
        var length = Math.Min(1 + random.Next(random.Next(2) == 0 ? 8 : 400), file.Length - at);
        var (before, part, after) = (file[..at], file[at..(at + length)], file[(at + length)..]);
        switch (random.Next(8))
        {
            case 0:
                file = [.. file];
                file[at] ^= (byte)(1 << random.Next(8));
                return file;
            case 1:
                file = [.. file];
                file[at] = Telling[random.Next(Telling.Length)];
                return file;
            case 2:
                random.NextBytes(part);
                return [.. before, .. part, .. after];
            case 3:
                return [.. before, .. after];
            case 4:
                return [.. before, .. part, .. part, .. after];
            case 5:
                return before;
            case 6:
                var elsewhere = random.Next(before.Length + 1);
                return [.. before[..elsewhere], .. part, .. before[elsewhere..], .. after];
            default:
                return [.. before, .. Enumerable.Repeat(Telling[random.Next(Telling.Length)], 1 + random.Next(2000)), .. part, .. after];
        }
    }
}
