using SmkPortfolio.Data.EvidenceFiles;

namespace SmkPortfolio.WebTests.Data.EvidenceFiles;

public sealed class DamagedFileTests
{
    public static TheoryData<string> Files => ["bare.jpg", "progressive.jpg", "told.jpg", "bare.png", "told.png", "bare.webp", "lossless.webp", "animated.webp", "told.webp", "plain.pdf", "streams.pdf", "clip.mp4", "told.heic", "clip.webm", "sound.wav", "sound.flac"];

    [Theory, MemberData(nameof(Files))]
    public async Task A_file_cut_off_anywhere_is_refused(string name)
    {
        var content = ContentOf(name);
        for (var length = 0; length < content.Length; length++)
        {
            var result = await Fixtures.TakeIn(content[..length]);
            (result as IDisposable)?.Dispose();
            var refusal = Assert.IsType<EvidenceRefusal>(result);
            Assert.Contains(refusal.Code, (string[])[RefusalCodes.Empty, RefusalCodes.Broken, RefusalCodes.TypeRefused, RefusalCodes.Truncated, RefusalCodes.TrailingData, RefusalCodes.Unfinished]);
        }
    }

    [Theory, MemberData(nameof(Files))]
    public async Task A_file_with_any_wrong_byte_is_answered(string name)
    {
        var content = ContentOf(name);
        for (var at = 0; at < content.Length; at++)
        {
            foreach (var value in (byte[])[0, 0xFF, (byte)(content[at] ^ 0x10)])
            {
                var damaged = content.ToArray();
                damaged[at] = value;
                var result = await Fixtures.TakeIn(damaged);
                if (result is CleanedEvidence cleaned)
                {
                    using var copy = new MemoryStream();
                    await cleaned.Content.CopyToAsync(copy, TestContext.Current.CancellationToken);
                    Assert.Equal(cleaned.Content.Length, copy.Length);
                    await cleaned.DisposeAsync();
                }
                else
                {
                    Assert.Contains(Assert.IsType<EvidenceRefusal>(result).Code, RefusalCodes.All);
                }
            }
        }
    }

    /// <summary>Some of the places: these take longer, and between two frames or pages nobody can see that something is missing.</summary>
    [Theory]
    [InlineData("sound.ogg")]
    [InlineData("sound.mp3")]
    [InlineData("paper.docx")]
    [InlineData("folder.zip")]
    public async Task A_file_that_was_damaged_somewhere_is_answered(string name)
    {
        var content = ContentOf(name);
        var limits = new EvidenceLimits { AllowArchive = true };
        for (var at = 1; at < content.Length; at += 7)
        {
            var damaged = content.ToArray();
            damaged[at] ^= (byte)(1 << (at % 8));
            foreach (var tried in (byte[][])[content[..at], damaged])
            {
                var result = await Fixtures.TakeIn(tried, limits);
                if (result is CleanedEvidence cleaned)
                {
                    await cleaned.DisposeAsync();
                }
                else
                {
                    Assert.Contains(Assert.IsType<EvidenceRefusal>(result).Code, RefusalCodes.All);
                }
            }
        }
    }

    private static byte[] ContentOf(string name) => name switch
    {
        "plain.pdf" => PdfFiles.Plain,
        "streams.pdf" => PdfFiles.With("",
            PdfFiles.Stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", PdfFiles.Deflated("9 0 << /Title (Laporan) >>"u8.ToArray())),
            PdfFiles.Stream("/Type /EmbeddedFile /Filter /FlateDecode", PdfFiles.Deflated("{}"u8.ToArray()))),
        "clip.mp4" => IsoFiles.Clip(told: true),
        "told.heic" => IsoFiles.Heic(told: true),
        "clip.webm" => SoundFiles.Webm(told: true),
        "sound.wav" => SoundFiles.Wav(told: true),
        "sound.flac" => SoundFiles.Flac(told: true),
        "sound.ogg" => SoundFiles.Opus(told: true),
        "sound.mp3" => SoundFiles.Mp3(told: true),
        "paper.docx" => PackageFiles.Office(),
        "folder.zip" => PackageFiles.Zip(("a.jpg", Fixtures.Read("bare.jpg"))),
        _ when name.StartsWith("told.", StringComparison.Ordinal) => ExifTool.Write(
            Fixtures.Read(name.Replace("told", "bare", StringComparison.Ordinal)), name.Split('.')[1], "-IFD0:Orientation#=6", "-GPSLatitude=-6.2", "-Artist=Budi"),
        _ => Fixtures.Read(name),
    };
}
