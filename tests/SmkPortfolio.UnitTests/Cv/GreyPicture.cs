using System.Globalization;
using System.Text;
using SmkPortfolio.UnitTests.Pdf;

namespace SmkPortfolio.UnitTests.Cv;

/// <summary>A grey picture of a page, to be made worse as offices do. Every noise is the same in every run.</summary>
internal sealed class GreyPicture
{
    private readonly int _width;
    private readonly int _height;
    private readonly byte[] _pixels;

    private GreyPicture(int width, int height, byte[] pixels) => (_width, _height, _pixels) = (width, height, pixels);

    public static GreyPicture OfPage(WorkFolder folder, string pdf, int page, int dpi)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        Tool.Run("pdftoppm", "-r", dpi.ToString(CultureInfo.InvariantCulture), "-gray", "-singlefile", "-f", number, "-l", number, pdf, folder["grey"]);
        var bytes = File.ReadAllBytes(folder["grey.pgm"]);
        var head = Encoding.ASCII.GetString(bytes, 0, 32).Split('\n');
        var size = head[1].Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToList();
        return new GreyPicture(size[0], size[1], bytes[^(size[0] * size[1])..]);
    }

    /// <summary>Grey paper, weak toner, and grain.</summary>
    public GreyPicture Noisy(int seed, int grain) => Map(seed, grain, value => 60 + (value * 150 / 255));

    /// <summary>A copier: askew on the glass, out of focus, hard contrast, specks.</summary>
    public GreyPicture Photocopied(int seed) => Turned(0.9, 0.97).Blurred().Map(seed, 40, value => Math.Clamp(((value - 128) * 2) + 128, 0, 255)).Blurred();

    public string[] Codes(WorkFolder folder)
    {
        using (var file = File.Create(folder["worse.pgm"]))
        {
            file.Write(Encoding.ASCII.GetBytes($"P5\n{_width} {_height}\n255\n"));
            file.Write(_pixels);
        }
        return Tool.Run("zbarimg", "--nodbus", "--raw", "-q", "-S", "disable", "-S", "qrcode.enable", folder["worse.pgm"]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private GreyPicture Map(int seed, int grain, Func<int, int> tone)
    {
        var random = new Random(seed);
        return new GreyPicture(_width, _height, [.. _pixels.Select(p => (byte)Math.Clamp(tone(p) + random.Next(-grain, grain + 1), 0, 255))]);
    }

    private GreyPicture Turned(double degrees, double scale)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return Each((x, y) =>
        {
            var (dx, dy) = ((x - (_width / 2.0)) / scale, (y - (_height / 2.0)) / scale);
            return At((int)Math.Round((dx * cos) + (dy * sin) + (_width / 2.0)), (int)Math.Round((dy * cos) - (dx * sin) + (_height / 2.0)));
        });
    }

    private GreyPicture Blurred() => Each((x, y) =>
    {
        var sum = 0;
        for (var dy = -1; dy <= 1; dy++)
        {
            for (var dx = -1; dx <= 1; dx++)
            {
                sum += At(x + dx, y + dy);
            }
        }
        return sum / 9;
    });

    private GreyPicture Each(Func<int, int, int> pixel)
    {
        var pixels = new byte[_pixels.Length];
        for (var y = 0; y < _height; y++)
        {
            for (var x = 0; x < _width; x++)
            {
                pixels[(y * _width) + x] = (byte)pixel(x, y);
            }
        }
        return new GreyPicture(_width, _height, pixels);
    }

    private int At(int x, int y) => x < 0 || y < 0 || x >= _width || y >= _height ? 255 : _pixels[(y * _width) + x];
}
