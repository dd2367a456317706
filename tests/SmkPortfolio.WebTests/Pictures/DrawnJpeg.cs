namespace SmkPortfolio.WebTests.Pictures;

/// <summary>
/// JPEGs of flat squares of eight pixels, written by hand: of any size in little memory, and of the kinds that no encoder at hand writes.
/// Colours come out exactly as they went in, since only the mean of each square is coded.
/// </summary>
internal static class DrawnJpeg
{
    /// <summary>Samples of one square by its place among the squares: one for grey, three for YCbCr, four for the inverted CMYK that Adobe writes.</summary>
    public delegate byte[] Square(int x, int y);

    public static byte[] Make(int width, int height, Square square, bool progressive = false)
    {
        var components = square(0, 0).Length;
        using var file = new MemoryStream();
        file.Write([0xFF, 0xD8]);
        if (components == 4)
        {
            Segment(file, 0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0]);
        }
        Segment(file, 0xDB, [0, .. Enumerable.Repeat((byte)8, 64)]);
        byte[] parts = [.. Enumerable.Range(1, components).SelectMany(c => (byte[])[(byte)c, 0x11, 0])];
        Segment(file, progressive ? (byte)0xC2 : (byte)0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, (byte)components, .. parts]);
        // Twelve codes of four bits for the size of a step; one code, a single zero, for "nothing more in this square".
        Segment(file, 0xC4, [0x00, 0, 0, 0, 12, .. new byte[12], .. Enumerable.Range(0, 12).Select(n => (byte)n)]);
        Segment(file, 0xC4, [0x10, 1, .. new byte[15], 0x00]);
        var (across, down) = ((width + 7) / 8, (height + 7) / 8);
        byte[] all = [(byte)components, .. Enumerable.Range(1, components).SelectMany(c => (byte[])[(byte)c, 0x00])];
        Segment(file, 0xDA, [.. all, 0, progressive ? (byte)0 : (byte)63, 0]);
        WriteMeans(file, across, down, square, closes: !progressive);
        for (var c = 1; progressive && c <= components; c++)
        {
            Segment(file, 0xDA, [1, (byte)c, 0x00, 1, 63, 0]);
            var bits = new Bits(file);
            for (var i = 0; i < across * down; i++)
            {
                bits.Write(0, 1);
            }
            bits.End();
        }
        file.Write([0xFF, 0xD9]);
        return file.ToArray();
    }

    private static void WriteMeans(MemoryStream file, int across, int down, Square square, bool closes)
    {
        var bits = new Bits(file);
        var before = new int[4];
        for (var i = 0; i < across * down; i++)
        {
            var samples = square(i % across, i / across);
            for (var c = 0; c < samples.Length; c++)
            {
                var mean = samples[c] - 128;
                var step = mean - before[c];
                before[c] = mean;
                var size = step == 0 ? 0 : 32 - int.LeadingZeroCount(Math.Abs(step));
                bits.Write(size, 4);
                bits.Write(step < 0 ? step + (1 << size) - 1 : step, size);
                bits.Write(0, closes ? 1 : 0);
            }
        }
        bits.End();
    }

    private static void Segment(MemoryStream file, byte marker, byte[] body) => file.Write([0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body]);

    private sealed class Bits(MemoryStream file)
    {
        private int _held;
        private int _count;

        public void Write(int value, int count)
        {
            for (var i = count - 1; i >= 0; i--)
            {
                _held = (_held << 1) | ((value >> i) & 1);
                if (++_count == 8)
                {
                    file.WriteByte((byte)_held);
                    if ((byte)_held == 0xFF)
                    {
                        // A byte of ones would begin a marker.
                        file.WriteByte(0);
                    }
                    (_held, _count) = (0, 0);
                }
            }
        }

        public void End()
        {
            while (_count != 0)
            {
                Write(1, 1);
            }
        }
    }
}
