using System.IO.Compression;
using System.Text;
using SmkPortfolio.Data.EvidenceFiles;

namespace SmkPortfolio.WebTests.Data.EvidenceFiles;

public sealed class RefusalTests
{
    public static TheoryData<string, byte[]> Strangers => new()
    {
        { EvidenceKinds.Avif, [0, 0, 0, 24, .. "ftypavif"u8, 0, 0, 0, 0] },
        { EvidenceKinds.Matroska, [0x1A, 0x45, 0xDF, 0xA3, 0xA3, 0x42, 0x82, 0x88, .. "matroska"u8] },
        { EvidenceKinds.Gif, "GIF89a\u0001"u8.ToArray() },
        { EvidenceKinds.Bmp, [.. "BM"u8, 1, 2, 0, 0, 0, 0, 0, 0, 54, 0] },
        { EvidenceKinds.Tiff, [.. "II*\0"u8, 8, 0, 0, 0] },
        { EvidenceKinds.Svg, "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8.ToArray() },
        { EvidenceKinds.Svg, [0xEF, 0xBB, 0xBF, .. " <svg/>"u8] },
        { EvidenceKinds.Html, "\r\n<!DOCTYPE HTML><script>1</script>"u8.ToArray() },
        { EvidenceKinds.Xml, "<?xml version=\"1.0\"?><a/>"u8.ToArray() },
        { EvidenceKinds.Office, "{\\rtf1 }"u8.ToArray() },
        { EvidenceKinds.Audio, "#!AMR\n"u8.ToArray() },
        { EvidenceKinds.Archive, [.. "Rar!"u8, 0x1A, 7, 0] },
        { EvidenceKinds.Executable, [.. "MZ"u8, 0x90, 0] },
        { EvidenceKinds.Executable, [0x7F, .. "ELF"u8, 2, 1] },
        { EvidenceKinds.Script, "#!/bin/sh\n"u8.ToArray() },
        { EvidenceKinds.Avi, [.. "RIFF"u8, 1, 0, 0, 0, .. "AVI LIST"u8] },
        { EvidenceKinds.PostScript, "%!PS-Adobe-3.0"u8.ToArray() },
        { EvidenceKinds.Text, "Catatan praktik las, 3 November: élan"u8.ToArray() },
        { EvidenceKinds.Unknown, [0x00, 0x01, 0x02, 0x99, 0xFE] },
    };

    [Theory, MemberData(nameof(Strangers))]
    public Task A_type_that_is_not_taken_is_refused_by_its_name(string kind, byte[] content) =>
        Fixtures.IsRefused(RefusalCodes.TypeRefused, kind, content);

    [Fact]
    public Task An_empty_file_is_refused() => Fixtures.IsRefused(RefusalCodes.Empty, EvidenceKinds.Unknown, []);

    [Fact]
    public async Task One_byte_above_the_limit_is_too_large_and_the_limit_itself_is_not()
    {
        var picture = Fixtures.Read("bare.png");
        await Fixtures.Clean(picture, new EvidenceLimits { MaxBytes = picture.Length });
        await Fixtures.IsRefused(RefusalCodes.TooLarge, EvidenceKinds.Png, picture, new EvidenceLimits { MaxBytes = picture.Length - 1 });
    }

    [Theory]
    [InlineData("bare.jpg", EvidenceKinds.Jpeg)]
    [InlineData("bare.png", EvidenceKinds.Png)]
    [InlineData("bare.webp", EvidenceKinds.Webp)]
    [InlineData("lossless.webp", EvidenceKinds.Webp)]
    [InlineData("animated.webp", EvidenceKinds.Webp)]
    public async Task One_pixel_too_many_is_refused(string name, string kind)
    {
        await Fixtures.Clean(Fixtures.Read(name), new EvidenceLimits { MaxPixels = 48 * 32 });
        await Fixtures.IsRefused(RefusalCodes.TooManyPixels, kind, Fixtures.Read(name), new EvidenceLimits { MaxPixels = 48 * 32 - 1 });
    }

    [Theory]
    [InlineData("bare.jpg")]
    [InlineData("bare.png")]
    [InlineData("bare.webp")]
    public async Task A_picture_that_is_also_something_else_is_refused(string name)
    {
        var picture = Fixtures.Read(name);
        await Fixtures.IsRefused(RefusalCodes.Polyglot, EvidenceKinds.Zip, [.. picture, .. Archive()]);
        await Fixtures.IsRefused(RefusalCodes.Polyglot, EvidenceKinds.Zip, [.. picture, 1, 2, 3, .. Archive()]);
        await Fixtures.IsRefused(RefusalCodes.Polyglot, EvidenceKinds.Pdf, [.. picture, .. PdfFiles.Plain]);
        await Fixtures.IsRefused(RefusalCodes.Polyglot, EvidenceKinds.Html, [.. picture, .. "\n<!doctype html><b>"u8]);
        await Fixtures.IsRefused(RefusalCodes.Polyglot, EvidenceKinds.Html, [.. picture, .. "xx<SCRIPT>1</SCRIPT>"u8]);
        await Fixtures.IsRefused(RefusalCodes.Polyglot, EvidenceKinds.Executable, [.. picture, .. "MZ"u8, 0x90, 0]);
    }

    [Fact]
    public async Task A_pdf_that_is_also_something_else_is_refused()
    {
        await Fixtures.IsRefused(RefusalCodes.Polyglot, EvidenceKinds.Zip, [.. PdfFiles.Plain, .. Archive()]);
        await Fixtures.IsRefused(RefusalCodes.Polyglot, EvidenceKinds.Html, [.. PdfFiles.Plain, .. "\n<html><script>1</script>"u8]);
        var page = Encoding.Latin1.GetString(PdfFiles.Plain).Replace("%PDF-1.7\n", "%PDF-1.7\n%<Html>\n", StringComparison.Ordinal);
        await Fixtures.IsRefused(RefusalCodes.Polyglot, EvidenceKinds.Html, Encoding.Latin1.GetBytes(page));
    }

    [Fact]
    public async Task Text_hidden_where_it_is_removed_is_no_reason_to_refuse()
    {
        var told = ExifTool.Write(Fixtures.Read("bare.jpg"), "jpg", "-Comment=<script>alert(1)</script>%PDF-1.7");
        var (_, cleaned) = await Fixtures.Clean(told);
        Assert.Equal(Fixtures.Read("bare.jpg"), cleaned);
    }

    [Theory]
    [InlineData("bare.png", 40)]
    [InlineData("bare.png", 100)]
    public Task A_png_with_one_wrong_byte_is_broken(string name, int at)
    {
        var picture = Fixtures.Read(name);
        picture[at] ^= 1;
        return Fixtures.IsRefused(RefusalCodes.Broken, EvidenceKinds.Png, picture);
    }

    private static byte[] Archive()
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("a.txt").Open();
            entry.Write("hidden"u8);
        }
        return target.ToArray();
    }
}
