using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Web.Uploads;
using SmkPortfolio.WebTests.Data.EvidenceFiles;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Pictures;

namespace SmkPortfolio.WebTests.Pages.Portfolio;

/// <summary>Whatever picture a student has at hand becomes one that every paper can carry.</summary>
public sealed class PortraitPictureTests(PageSites sites)
{
    private const string Form = "form[action$='handler=Photo']";

    /// <summary>What is sent, and how large it is stored.</summary>
    private static readonly (string Name, Func<byte[]> Content, int Width, int Height)[] Taken =
    [
        ("foto.jpg", () => Drawn(600, 800, Colours), 600, 800),
        ("bertahap.jpg", () => Drawn(600, 800, Colours, progressive: true), 600, 800),
        ("cetak.jpg", () => Drawn(600, 800, (x, y) => [(byte)(x * 3), (byte)(y * 2), 200, 230]), 600, 800),
        ("cetak-bertahap.jpg", () => Drawn(600, 800, (x, y) => [(byte)(x * 3), (byte)(y * 2), 200, 230], progressive: true), 600, 800),
        ("kelabu.jpg", () => Drawn(600, 800, (x, y) => [(byte)(x + y)]), 600, 800),
        ("melintang.jpg", () => Drawn(1600, 1200, Colours), 1200, 900),
        ("miring.jpg", () => ExifTool.Write(Drawn(1600, 1200, Colours), "jpg", "-IFD0:Orientation#=6", "-GPSLatitude=-6.2", "-GPSLatitudeRef=S"), 900, 1200),
        ("tembus.png", () => DrawnPng.Make(300, 400, 6, 8, (x, y, c) => c == 3 ? x : y), 300, 400),
        ("palet.png", () => DrawnPng.Make(2400, 3200, 3, 4, (x, y, _) => x / 200 + y / 200, interlaced: true), 900, 1200),
        ("ringkas.webp", () => Webp(600, 800, SKWebpEncoderCompression.Lossy), 600, 800),
        ("utuh.webp", () => Webp(300, 400, SKWebpEncoderCompression.Lossless), 300, 400),
        ("empat-puluh-megapiksel.jpg", () => Drawn(5480, 7304, Colours), 900, 1200),
        ("empat-puluh-megapiksel.png", () => DrawnPng.Make(5480, 7304, 0, 1, (x, y, _) => (x ^ y) >> 6), 900, 1200),
    ];

    /// <summary>A picture whose head and chunks are sound and whose content is not, so that only decoding shows it.</summary>
    private static readonly (string Name, Func<byte[]> Content, string Said)[] Refused =
    [
        ("tanpa-tabel.jpg", () => WithoutTable(Drawn(600, 800, Colours)), "rusak"),
        ("kosong-isinya.png", () => DrawnPng.Make(600, 800, 2, 8, (x, _, _) => x, rows: 300), "rusak"),
        ("rusak.webp", () => Broken(Webp(600, 800, SKWebpEncoderCompression.Lossless)), "rusak"),
        ("berat.jpg", () => Drawn(6400, 6400, (_, _) => [90, 128, 128], progressive: true), "memori"),
    ];

    public static TheoryData<string, int> TakenFiles() => Each(Taken.Length);

    public static TheoryData<string, int> RefusedFiles() => Each(Refused.Length);

    [Theory, MemberData(nameof(TakenFiles))]
    public async Task Any_picture_is_stored_as_a_plain_jpeg_and_stands_on_the_paper(string engine, int index)
    {
        var (name, content, width, height) = Taken[index];
        var work = await SignedWork.ArrangeAsync((await sites.SchoolAsync(engine)).App);
        using var browser = await work.SignInAsync(work.StudentId);

        var saved = await browser.SubmitAsync(await browser.GetPageAsync("/portfolio"), Form, [], [new Upload("photo", name, "application/octet-stream", content())]);

        Assert.Equal(HttpStatusCode.OK, saved.Status);
        var stored = (await browser.GetPageAsync(saved.One("img.portrait").GetAttribute("src")!)).Body;
        Assert.Equal(("image/jpeg", width, height), await StoredAsync(work, stored));
        AssertPlain(stored);
        var paper = await browser.PressAsync(await browser.GetPageAsync("/cvs/new"), "form[action='/cvs/new']", "#issue", ("Input.Photo", "true"));
        Assert.Equal("/cvs", paper.Path);
        Assert.Contains($"{width} {height} rgb 3 8 jpeg", await ImagesAsync(work), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(RefusedFiles))]
    public async Task A_picture_that_cannot_be_read_is_refused_by_name_and_everything_else_stays(string engine, int index)
    {
        var (name, content, said) = Refused[index];
        var work = await SignedWork.ArrangeAsync((await sites.SchoolAsync(engine)).App);
        using var browser = await work.SignInAsync(work.StudentId);
        var before = await browser.SubmitAsync(await browser.GetPageAsync("/portfolio"), Form, [], [new Upload("photo", "aku.jpg", "image/jpeg", Drawn(300, 400, Colours))]);

        var page = await browser.SubmitAsync(before, Form, [], [new Upload("photo", name, "image/jpeg", content())]);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        var sentence = page.FieldErrors()["photo"].Single();
        Assert.Contains(name, sentence, StringComparison.Ordinal);
        Assert.Contains(said, sentence, StringComparison.Ordinal);
        Assert.Equal(before.One("img.portrait").GetAttribute("src"), page.One("img.portrait").GetAttribute("src"));
        Assert.Equal("Juru las muda", page.One("[name='Input.Headline']").GetAttribute("value"));
        Assert.Equal("dewi@contoh.example", page.One("[name='Input.Email']").GetAttribute("value"));
    }

    [Fact]
    public async Task The_page_says_what_is_kept()
    {
        var work = await SignedWork.ArrangeAsync((await sites.SchoolAsync(Engine.Sqlite)).App);
        using var browser = await work.SignInAsync(work.StudentId);

        var page = await browser.GetPageAsync("/portfolio");

        Assert.Contains("salinan JPEG", page.One("#photo-hint").TextContent, StringComparison.Ordinal);
    }

    private static TheoryData<string, int> Each(int count) => new(Engine.All.SelectMany(e => Enumerable.Range(0, count).Select(i => (e, i))));

    private static byte[] Drawn(int width, int height, DrawnJpeg.Square square, bool progressive = false) => DrawnJpeg.Make(width, height, square, progressive);

    private static byte[] Colours(int x, int y) => [(byte)(60 + x), (byte)(y * 2), (byte)(x * 3)];

    private static byte[] Webp(int width, int height, SKWebpEncoderCompression compression)
    {
        using var bitmap = new SKBitmap(width, height);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                bitmap.SetPixel(x, y, new SKColor((byte)x, (byte)y, (byte)(x * y), 255));
            }
        }
        using var pixels = bitmap.PeekPixels();
        using var data = pixels.Encode(new SKWebpEncoderOptions(compression, 80));
        return data!.ToArray();
    }

    // The first segment says how coarsely the picture is stored; nothing can be read without it.
    private static byte[] WithoutTable(byte[] jpeg) => [.. jpeg[..2], .. jpeg[(4 + jpeg[5])..]];

    private static byte[] Broken(byte[] file)
    {
        file.AsSpan(file.Length / 2).Fill(0xFF);
        return file;
    }

    private static async Task<(string? MediaType, int Width, int Height)> StoredAsync(SignedWork work, byte[] stored)
    {
        using var codec = SKCodec.Create(new MemoryStream(stored));
        string? mediaType = null;
        await work.InAsync(async (db, _) => mediaType = await db.Portfolios.Where(p => p.PersonId == work.StudentId).Select(p => p.PhotoMediaType).SingleAsync());
        Assert.True(codec.Info.Width <= EvidenceReceiver.PortraitPixels && codec.Info.Height <= EvidenceReceiver.PortraitPixels);
        return (mediaType, codec.Info.Width, codec.Info.Height);
    }

    /// <summary>Baseline, three colours, no metadata.</summary>
    private static void AssertPlain(byte[] jpeg)
    {
        var tags = ExifTool.Read(jpeg, "jpg");
        Assert.Equal(("0", "3", "8"), (tags["File:EncodingProcess"], tags["File:ColorComponents"], tags["File:BitsPerSample"]));
        Assert.DoesNotContain(tags.Keys, tag => tag.StartsWith("IFD", StringComparison.Ordinal) || tag.StartsWith("GPS", StringComparison.Ordinal) || tag.StartsWith("XMP", StringComparison.Ordinal));
    }

    /// <summary>What poppler finds in the paper: one line for each picture, without the places where they stand.</summary>
    private static async Task<string> ImagesAsync(SignedWork work)
    {
        var path = Path.Combine(Path.GetTempPath(), $"smk-{Guid.NewGuid():N}.pdf");
        try
        {
            await work.InAsync(async (db, services) =>
            {
                var paper = await db.CvDocuments.SingleAsync(c => c.PersonId == work.StudentId);
                await using var pdf = await services.GetRequiredService<IBlobStore>().OpenReadAsync(work.SchoolId, paper.PdfSha256, CancellationToken.None);
                await using var file = File.Create(path);
                await pdf!.CopyToAsync(file);
            });
            using var asked = Process.Start(new ProcessStartInfo("pdfimages", ["-list", path]) { RedirectStandardOutput = true })!;
            var lines = await asked.StandardOutput.ReadToEndAsync();
            await asked.WaitForExitAsync();
            return string.Join('\n', lines.Split('\n').Skip(2).Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(3).Take(6)).Replace("icc", "rgb", StringComparison.Ordinal)));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
