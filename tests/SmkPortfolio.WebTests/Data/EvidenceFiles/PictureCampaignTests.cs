using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Hashing;
using System.Text.Json;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Tests;

namespace SmkPortfolio.WebTests.Data.EvidenceFiles;

/// <summary>Pictures that tell much, damaged at random: refused with a reason, or cleaned of what anybody else's program could read.</summary>
[Trait(Campaign.Category, Campaign.Name)]
public sealed class PictureCampaignTests : IDisposable
{
    private const int AtOnce = 500;

    // What describes the picture itself; everything else would tell of people and places.
    private static readonly string[] Innocent = ["SourceFile", "ExifTool:", "System:", "File:", "JFIF:", "Adobe:", "PNG:", "RIFF:", "Composite:", "IFD0:Orientation", "ICC", "APP14:"];

    private readonly string folder = Directory.CreateTempSubdirectory("smk-pictures-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("bare.jpg")]
    [InlineData("progressive.jpg")]
    [InlineData("bare.png")]
    [InlineData("bare.webp")]
    [InlineData("lossless.webp")]
    [InlineData("animated.webp")]
    public async Task A_damaged_picture_is_refused_or_tells_nothing(string name)
    {
        var extension = name.Split('.')[1];
        var told = ExifTool.Write(Fixtures.Read(name), extension, "-GPSLatitude=-6.2", "-GPSLatitudeRef=S", "-Artist=Budi", "-XMP-photoshop:City=Semarang", "-IFD0:Orientation#=6");
        var taken = 0;
        for (var seed = 0; seed < Campaign.Count(small: 300, full: 20_000); seed++)
        {
            var result = await Fixtures.TakeIn(WithSums(Mutation.Of(told, seed), extension));
            if (result is EvidenceRefusal refusal)
            {
                Assert.Contains(refusal.Code, RefusalCodes.All);
                continue;
            }
            await using var cleaned = Assert.IsType<CleanedEvidence>(result);
            await using (var file = File.Create(Path.Combine(folder, $"{seed}.{extension}")))
            {
                await cleaned.Content.CopyToAsync(file, TestContext.Current.CancellationToken);
            }
            if (++taken % AtOnce == 0)
            {
                AssertNothingTold();
            }
        }
        Assert.NotEqual(0, taken);
        AssertNothingTold();
    }

    /// <summary>A damaged PNG with the sums of its chunks made right again: otherwise each would be refused for them alone.</summary>
    private static byte[] WithSums(byte[] file, string extension)
    {
        for (var at = 8L; extension == "png" && at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan((int)at));
            var end = at + 8 + length;
            if (end + 4 > file.Length)
            {
                break;
            }
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan((int)end), Crc32.HashToUInt32(file.AsSpan((int)at + 4, (int)length + 4)));
            at = end + 4;
        }
        return file;
    }

    /// <summary>Asks exiftool about all cleaned pictures at once, and forgets them.</summary>
    private void AssertNothingTold()
    {
        if (!Directory.EnumerateFiles(folder).Any())
        {
            return;
        }
        using var asked = Process.Start(new ProcessStartInfo("exiftool", ["-j", "-G1", "-a", "-u", "-n", "-ee", "-q", folder]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = asked.StandardError.ReadToEndAsync();
        using var json = JsonDocument.Parse(asked.StandardOutput.ReadToEnd());
        asked.WaitForExit();
        var told = json.RootElement.EnumerateArray()
            .SelectMany(file => file.EnumerateObject().Where(tag => !Innocent.Any(i => tag.Name.StartsWith(i, StringComparison.Ordinal))).Select(tag => $"{Path.GetFileName(file.GetProperty("SourceFile").GetString())} {tag.Name}: {tag.Value}"))
            .ToList();
        Assert.True(told.Count == 0, string.Join('\n', told.Take(20)) + errors.Result);
        foreach (var file in Directory.GetFiles(folder))
        {
            File.Delete(file);
        }
    }
}
