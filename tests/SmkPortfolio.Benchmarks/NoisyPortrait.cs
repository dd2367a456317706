namespace SmkPortfolio.Benchmarks;

/// <summary>
/// A grey JPEG of noise, for a photograph that compresses badly: baseline, with Huffman tables so plain that no encoder is needed. The same
/// bytes each time.
/// </summary>
internal static class NoisyPortrait
{
    // About three to four, in blocks of eight pixels.
    private const int Across = 68;
    private const int Down = 90;
    private const int Coefficients = 63;

    public static byte[] Make()
    {
        using var file = new MemoryStream();
        file.Write([0xFF, 0xD8]);
        Segment(file, 0xDB, [0, .. Enumerable.Repeat((byte)4, 64)]);
        Segment(file, 0xC0, [8, Down * 8 >> 8, Down * 8 & 0xFF, Across * 8 >> 8, Across * 8 & 0xFF, 1, 1, 0x11, 0]);
        // One code each, a single zero bit: "no change" for the mean of a block, "four bits follow" for its other coefficients.
        Segment(file, 0xC4, [0x00, 1, .. new byte[15], 0x00]);
        Segment(file, 0xC4, [0x10, 1, .. new byte[15], 0x04]);
        Segment(file, 0xDA, [1, 1, 0x00, 0, 63, 0]);
        WriteNoise(file);
        file.Write([0xFF, 0xD9]);
        return file.ToArray();
    }

    private static void Segment(MemoryStream file, byte marker, byte[] body) => file.Write([0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)((body.Length + 2) & 0xFF), .. body]);

    private static void WriteNoise(MemoryStream file)
    {
        var random = new Random(1);
        uint bits = 1;
        void Bit(int bit)
        {
            bits = (bits << 1) | (uint)bit;
            if (bits < 0x100)
            {
                return;
            }
            file.WriteByte((byte)bits);
            if ((byte)bits == 0xFF)
            {
                // A byte of ones would begin a marker.
                file.WriteByte(0);
            }
            bits = 1;
        }
        for (var block = 0; block < Across * Down; block++)
        {
            Bit(0);
            for (var i = 0; i < Coefficients; i++)
            {
                Bit(0);
                for (var j = 0; j < 4; j++)
                {
                    Bit(random.Next(2));
                }
            }
        }
        while (bits != 1)
        {
            Bit(1);
        }
    }
}
