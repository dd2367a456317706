using System.Text;
using SmkPortfolio.Data.EvidenceFiles;

namespace SmkPortfolio.WebTests.Data.EvidenceFiles;

public sealed class PictureCleaningTests
{
    private const string Secret = "Rahasia-Budi-7731";

    private static readonly string[] Telling =
    [
        "-GPSLatitude=-6.2", "-GPSLatitudeRef=S", "-GPSLongitude=106.8", "-GPSLongitudeRef=E", $"-Artist={Secret}", "-Make=Telpon", $"-SerialNumber={Secret}",
        $"-XMP-dc:Creator={Secret}", $"-XMP-photoshop:City={Secret}", "-DateTimeOriginal=2026:11:02 07:30:00",
    ];

    [Theory]
    [InlineData("bare.jpg")]
    [InlineData("progressive.jpg")]
    public async Task Nothing_told_in_a_jpeg_is_left_and_the_rest_is_the_same_byte_for_byte(string name)
    {
        var bare = Fixtures.Read(name);
        var thumbnail = ExifTool.TemporaryPath("jpg");
        await File.WriteAllBytesAsync(thumbnail, bare, TestContext.Current.CancellationToken);
        var told = ExifTool.Write(bare, "jpg",
            [.. Telling, $"-IPTC:By-line={Secret}", $"-Comment={Secret}", "-Photoshop:XResolution=300", $"-ThumbnailImage<={thumbnail}"]);
        File.Delete(thumbnail);
        AssertTells(told, "jpg");

        var (info, cleaned) = await Fixtures.Clean(told);

        Assert.Equal(bare, cleaned);
        Assert.True(info.MetadataRemoved);
        Assert.Equal(("image/jpeg", 48, 32), (info.MediaType, info.Width, info.Height));
        AssertTellsNothing(cleaned, "jpg");
    }

    [Fact]
    public async Task Nothing_told_in_a_png_is_left_and_the_rest_is_the_same_byte_for_byte()
    {
        var bare = Fixtures.Read("bare.png");
        var told = ExifTool.Write(bare, "png", [.. Telling, $"-PNG:Author={Secret}", $"-PNG:Comment={Secret}", "-PNG:ModifyDate=2026:11:02 07:30:00"]);
        AssertTells(told, "png");

        var (info, cleaned) = await Fixtures.Clean(told);

        Assert.Equal(bare, cleaned);
        Assert.True(info.MetadataRemoved);
        Assert.Equal(("image/png", 48, 32), (info.MediaType, info.Width, info.Height));
        AssertTellsNothing(cleaned, "png");
    }

    [Theory]
    [InlineData("bare.webp", "VP8 ")]
    [InlineData("lossless.webp", "VP8L")]
    [InlineData("animated.webp", "ANMF")]
    public async Task Nothing_told_in_a_webp_is_left_and_the_picture_data_is_the_same(string name, string chunk)
    {
        var bare = Fixtures.Read(name);
        var told = ExifTool.Write(bare, "webp", Telling);
        AssertTells(told, "webp");

        var (info, cleaned) = await Fixtures.Clean(told);

        Assert.True(info.MetadataRemoved);
        Assert.Equal(("image/webp", 48, 32), (info.MediaType, info.Width, info.Height));
        Assert.Equal(From(bare, chunk), From(cleaned, chunk));
        Assert.Equal(cleaned.Length - 8, BitConverter.ToInt32(cleaned, 4));
        Assert.Equal(0, cleaned[20] & 0x0C);
        AssertTellsNothing(cleaned, "webp");
    }

    [Theory]
    [InlineData("bare.jpg", 6, 36)]
    [InlineData("bare.png", 3, 38)]
    [InlineData("bare.webp", 8, 52)]
    public async Task Orientation_is_the_one_thing_that_stays(string name, int orientation, int added)
    {
        var bare = Fixtures.Read(name);
        var extension = name.Split('.')[1];
        var told = ExifTool.Write(bare, extension, [.. Telling, $"-IFD0:Orientation#={orientation}"]);

        var (info, cleaned) = await Fixtures.Clean(told);

        var tags = ExifTool.Read(cleaned, extension);
        Assert.Equal($"{orientation}", tags["IFD0:Orientation"]);
        Assert.Equal(["IFD0:Orientation"], tags.Keys.Where(k => k.StartsWith("IFD", StringComparison.Ordinal)));
        AssertTellsNothing(cleaned, extension);
        Assert.Equal(bare.Length + added, cleaned.Length);
        Assert.Equal(orientation >= 5 ? (32, 48) : (48, 32), (info.Width!.Value, info.Height!.Value));
    }

    [Theory]
    [InlineData("bare.jpg")]
    [InlineData("progressive.jpg")]
    [InlineData("bare.png")]
    [InlineData("bare.webp")]
    [InlineData("lossless.webp")]
    [InlineData("animated.webp")]
    public async Task A_picture_that_tells_nothing_passes_unchanged(string name)
    {
        var bare = Fixtures.Read(name);

        var (info, cleaned) = await Fixtures.Clean(bare);

        Assert.Equal(bare, cleaned);
        Assert.False(info.MetadataRemoved);
    }

    [Theory]
    [InlineData("bare.jpg")]
    [InlineData("bare.png")]
    [InlineData("bare.webp")]
    public async Task Cleaning_what_is_clean_changes_nothing(string name)
    {
        var extension = name.Split('.')[1];
        var (_, once) = await Fixtures.Clean(ExifTool.Write(Fixtures.Read(name), extension, [.. Telling, "-IFD0:Orientation#=6"]));

        var (info, twice) = await Fixtures.Clean(once);

        Assert.Equal(once, twice);
        Assert.False(info.MetadataRemoved);
    }

    [Theory]
    [InlineData("bare.jpg")]
    [InlineData("bare.png")]
    [InlineData("bare.webp")]
    public async Task What_stands_behind_the_picture_is_dropped(string name)
    {
        var bare = Fixtures.Read(name);
        // A second picture for another screen, or a moving one, as phones append them.
        byte[] told = [.. bare, .. Fixtures.Read("bare.jpg"), .. Encoding.ASCII.GetBytes(Secret)];

        var (info, cleaned) = await Fixtures.Clean(told);

        Assert.Equal(bare, cleaned);
        Assert.True(info.MetadataRemoved);
    }

    [Fact]
    public async Task The_colour_profile_of_a_jpeg_stays_and_a_thumbnail_in_its_header_goes()
    {
        var bare = Fixtures.Read("bare.jpg");
        byte[] profile = [0xFF, 0xE2, 0, 22, .. "ICC_PROFILE\0"u8, 1, 1, 1, 2, 3, 4, 5, 6];
        byte[] withThumbnail = [.. bare[..4], 0, 19, .. bare[6..18], 1, 1, 9, 9, 9, .. profile, .. bare[20..]];

        var (_, cleaned) = await Fixtures.Clean(withThumbnail);

        Assert.Equal([.. bare[..20], .. profile, .. bare[20..]], cleaned);
    }

    [Fact]
    public async Task A_chunk_hidden_in_a_frame_of_an_animation_goes()
    {
        var bare = Fixtures.Read("animated.webp");
        var frame = bare.AsSpan().IndexOf("ANMF"u8);
        var size = BitConverter.ToInt32(bare, frame + 4);
        byte[] hidden = [.. "SECR"u8, 4, 0, 0, 0, .. "Budi"u8];
        byte[] told =
        [
            .. bare[..4], .. BitConverter.GetBytes(bare.Length - 8 + hidden.Length), .. bare[8..(frame + 4)], .. BitConverter.GetBytes(size + hidden.Length),
            .. bare[(frame + 8)..(frame + 8 + size)], .. hidden, .. bare[(frame + 8 + size)..],
        ];

        var (info, cleaned) = await Fixtures.Clean(told);

        Assert.Equal(bare, cleaned);
        Assert.True(info.MetadataRemoved);
    }

    [Fact]
    public async Task The_cleaned_content_is_read_from_any_place()
    {
        var told = ExifTool.Write(Fixtures.Read("bare.jpg"), "jpg", [.. Telling, "-IFD0:Orientation#=6"]);
        var (_, whole) = await Fixtures.Clean(told);

        await using var cleaned = Assert.IsType<CleanedEvidence>(await Fixtures.TakeIn(told));

        Assert.Equal(whole.Length, cleaned.Content.Length);
        for (var at = whole.Length - 1; at >= 0; at -= 13)
        {
            cleaned.Content.Seek(at - whole.Length, SeekOrigin.End);
            var part = new byte[Math.Min(40, whole.Length - at)];
            cleaned.Content.ReadExactly(part);
            Assert.Equal(whole[at..(at + part.Length)], part);
        }
        cleaned.Content.Position = whole.Length + 5;
        Assert.Equal(-1, cleaned.Content.ReadByte());
    }

    [Theory, MemberData(nameof(BlobStoreTests.Stores), MemberType = typeof(BlobStoreTests))]
    public async Task What_was_cleaned_is_stored_as_it_was_cleaned(string store)
    {
        await using var stores = BlobStores.Open(store);
        var school = Guid.Parse("0198c0de-0000-7000-8000-000000000003");
        var ct = TestContext.Current.CancellationToken;
        var bare = Fixtures.Read("bare.jpg");
        await using var cleaned = Assert.IsType<CleanedEvidence>(await Fixtures.TakeIn(ExifTool.Write(bare, "jpg", Telling)));

        var stored = await stores.Store.PutAsync(school, cleaned.Content, 1_000_000, ct);

        await using var read = await stores.Store.OpenReadAsync(school, stored.Sha256Hex, ct);
        var bytes = new byte[bare.Length];
        await read!.ReadExactlyAsync(bytes, ct);
        Assert.Equal(bare, bytes);
        Assert.Equal(bare.Length, stored.Size);
    }

    [Fact]
    public async Task Nothing_stays_in_the_temporary_folder()
    {
        var folder = Directory.CreateTempSubdirectory("smk-intake-").FullName;
        try
        {
            var limits = new EvidenceLimits { TemporaryFolder = folder };
            await Fixtures.Clean(Fixtures.Read("bare.jpg"), limits);
            await Fixtures.IsRefused(RefusalCodes.TypeRefused, EvidenceKinds.Text, "hello"u8.ToArray(), limits);
            await Assert.ThrowsAsync<IOException>(() => EvidenceIntake.CleanAsync(
                new ForwardOnlyStream([.. Fixtures.Read("bare.jpg"), .. new byte[9000]], failAt: 8000), limits, TestContext.Current.CancellationToken));
            Assert.Empty(Directory.GetFiles(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Even_of_a_process_that_is_killed_nothing_stays_there_where_the_system_allows_it()
    {
        var folder = Directory.CreateTempSubdirectory("smk-intake-").FullName;
        try
        {
            await using var cleaned = Assert.IsType<CleanedEvidence>(await Fixtures.TakeIn(Fixtures.Read("bare.jpg"), new EvidenceLimits { TemporaryFolder = folder }));
            // Still open: what has no name now cannot be left behind.
            Assert.Equal(OperatingSystem.IsWindows() ? 1 : 0, Directory.GetFiles(folder).Length);
            using var copy = new MemoryStream();
            await cleaned.Content.CopyToAsync(copy, TestContext.Current.CancellationToken);
            Assert.Equal(Fixtures.Read("bare.jpg"), copy.ToArray());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static byte[] From(byte[] file, string chunk)
    {
        var at = file.AsSpan().IndexOf(Encoding.ASCII.GetBytes(chunk));
        Assert.True(at >= 0, chunk);
        return file[at..];
    }

    private static void AssertTells(byte[] picture, string extension)
    {
        var tags = ExifTool.Read(picture, extension);
        Assert.Contains("GPS:GPSLatitude", tags.Keys);
        Assert.Contains(tags.Values, v => v.Contains(Secret, StringComparison.Ordinal));
    }

    private static void AssertTellsNothing(byte[] picture, string extension)
    {
        string[] innocent = ["SourceFile", "ExifTool:", "System:", "File:", "JFIF:", "PNG:", "RIFF:", "Composite:", "IFD0:Orientation"];
        var tags = ExifTool.Read(picture, extension);
        Assert.DoesNotContain(tags.Keys, k => !innocent.Any(i => k.StartsWith(i, StringComparison.Ordinal)));
        Assert.DoesNotContain(tags.Keys, k => k.Contains("Warning", StringComparison.Ordinal) || k.Contains("Error", StringComparison.Ordinal));
        Assert.Equal(-1, picture.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Secret)));
    }
}
