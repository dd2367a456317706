using System.Buffers.Binary;
using System.Text;
using SmkPortfolio.Data.EvidenceFiles;

namespace SmkPortfolio.WebTests.Data.EvidenceFiles;

/// <summary>Clips, recordings and HEIC lose what they tell and keep every byte that is seen or heard.</summary>
public sealed class MediaCleaningTests
{
    private static readonly string[] Telling = ["GPS", "Location", "Make", "Model", "Serial", "Owner", "Artist", "Author", "Handler", "Thumbnail", "XMP", "Picture", "Private", "Comment", "Vendor"];

    private static readonly Dictionary<string, (Func<bool, byte[]> Make, string Kind, string MediaType)> Kinds = new()
    {
        ["mp4"] = (told => IsoFiles.Clip(told), EvidenceKinds.Mp4, "video/mp4"),
        ["mov"] = (told => IsoFiles.Clip(told, "qt  "), EvidenceKinds.QuickTime, "video/quicktime"),
        ["3gp"] = (told => IsoFiles.Clip(told, "3gp4"), EvidenceKinds.ThreeGp, "video/3gpp"),
        ["m4a"] = (told => IsoFiles.Clip(told, "M4A ", picture: false), EvidenceKinds.M4a, "audio/mp4"),
        ["heic"] = (told => IsoFiles.Heic(told), EvidenceKinds.Heic, "image/heic"),
        ["webm"] = (told => SoundFiles.Webm(told), EvidenceKinds.Webm, "video/webm"),
        ["webm open"] = (told => SoundFiles.Webm(told, open: true), EvidenceKinds.Webm, "video/webm"),
        ["mp3"] = (SoundFiles.Mp3, EvidenceKinds.Mp3, "audio/mpeg"),
        ["wav"] = (SoundFiles.Wav, EvidenceKinds.Wav, "audio/wav"),
        ["flac"] = (SoundFiles.Flac, EvidenceKinds.Flac, "audio/flac"),
        ["ogg"] = (SoundFiles.Opus, EvidenceKinds.Ogg, "audio/ogg"),
        ["ogg vorbis"] = (SoundFiles.Vorbis, EvidenceKinds.Ogg, "audio/ogg"),
    };

    public static TheoryData<string> Names => [.. Kinds.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task What_tells_nothing_passes_unchanged(string name)
    {
        var (make, kind, mediaType) = Kinds[name];
        var bare = make(false);

        var (info, cleaned) = await Fixtures.Clean(bare);

        Assert.Equal(bare, cleaned);
        Assert.Equal((kind, mediaType, false), (info.Kind, info.MediaType, info.MetadataRemoved));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task What_tells_of_people_and_places_is_gone_and_stays_gone(string name)
    {
        var told = Kinds[name].Make(true);
        Assert.Contains(IsoFiles.Secret, Encoding.Latin1.GetString(told), StringComparison.Ordinal);

        var (info, cleaned) = await Fixtures.Clean(told);

        Assert.True(info.MetadataRemoved);
        var text = Encoding.Latin1.GetString(cleaned);
        foreach (var secret in new[] { "Rahasia", "RAHASIA", IsoFiles.Place, "\u00a9xyz", "loci", "location", "GPS" })
        {
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }
        var tags = ExifTool.Read(cleaned, name.Split(' ')[0]);
        Assert.DoesNotContain(tags, t => Telling.Any(word => t.Key.Split(':')[^1].Contains(word, StringComparison.Ordinal)) && t.Value.Trim('\0', ' ').Length > 0 && !IsOfTheFormat(t.Key));
        var (again, twice) = await Fixtures.Clean(cleaned);
        Assert.Equal(cleaned, twice);
        Assert.False(again.MetadataRemoved);
    }

    /// <summary>Names of the format's own fields that sound like others.</summary>
    private static bool IsOfTheFormat(string tag) => tag.Split(':')[^1] is "HandlerType" or "HandlerClass" or "HandlerVendorID" or "VendorID" or "AudioVendor";

    [Theory]
    [InlineData("mp4")]
    [InlineData("mov")]
    [InlineData("m4a")]
    public async Task The_tables_of_a_clip_still_point_to_the_same_picture_and_sound(string name)
    {
        var told = Kinds[name].Make(true);

        var (_, cleaned) = await Fixtures.Clean(told);

        Assert.Equal(told.Length, cleaned.Length);
        var chunks = Chunks(cleaned);
        Assert.Equal(name == "m4a" ? 1 : 3, chunks.Count);
        Assert.Equal(Chunks(told).Take(chunks.Count), chunks);
        byte[][] samples = name == "m4a" ? IsoFiles.Sounds : [.. IsoFiles.Pictures, .. IsoFiles.Sounds];
        foreach (var (at, sample) in chunks.Zip(samples))
        {
            Assert.Equal(sample, cleaned[at..(at + sample.Length)]);
        }
    }

    [Fact]
    public async Task The_blocks_of_a_webm_and_the_frames_of_sound_stay()
    {
        foreach (var open in new[] { false, true })
        {
            var (_, webm) = await Fixtures.Clean(SoundFiles.Webm(told: true, open));
            Assert.Equal(2, Occurrences(webm, SoundFiles.Block));
            Assert.Equal(SoundFiles.Webm(told: true, open).Length, webm.Length);
        }
        Assert.Equal(SoundFiles.Mp3Frames, (await Fixtures.Clean(SoundFiles.Mp3(told: true))).Bytes);
        Assert.Equal(SoundFiles.Wav(), (await Fixtures.Clean(SoundFiles.Wav(told: true))).Bytes);
        Assert.Equal(SoundFiles.Flac(), (await Fixtures.Clean(SoundFiles.Flac(told: true))).Bytes);
    }

    [Theory]
    [InlineData("ogg", "OpusTags\0\0\0\0\0\0\0\0")]
    [InlineData("ogg vorbis", "\u0003vorbis\0\0\0\0\0\0\0\0\u0001")]
    public async Task The_pages_of_an_ogg_keep_their_length_and_have_right_sums_and_all_packets_but_the_comments_stay(string name, string empty)
    {
        var told = Kinds[name].Make(true);
        var (_, cleaned) = await Fixtures.Clean(told);

        Assert.Equal(told.Length, cleaned.Length);
        Assert.Equal(told[^176..], cleaned[^176..]);
        var (before, after) = (Packets(told), Packets(cleaned));
        Assert.Equal(before.Where((_, i) => i != 1), after.Where((_, i) => i != 1));
        Assert.Equal(empty.PadRight(before[1].Length, '\0'), Encoding.Latin1.GetString(after[1]));
        for (var at = 0; at < cleaned.Length;)
        {
            var length = 27 + cleaned[at + 26] + cleaned.AsSpan(at + 27, cleaned[at + 26]).ToArray().Sum(b => b);
            var page = cleaned[at..(at + length)];
            var sum = BinaryPrimitives.ReadUInt32LittleEndian(page.AsSpan(22));
            page.AsSpan(22, 4).Clear();
            Assert.Equal(SoundFiles.OggSum(page), sum);
            at += length;
        }
    }

    [Theory]
    [InlineData(false, 64, 48)]
    [InlineData(true, 48, 64)]
    public async Task Clips_and_heic_say_their_size_as_they_are_shown(bool turned, int width, int height)
    {
        var (clip, _) = await Fixtures.Clean(IsoFiles.Clip(turned: turned));
        var (heic, kept) = await Fixtures.Clean(IsoFiles.Heic(told: true, turned));
        Assert.Equal((width, height), (clip.Width!.Value, clip.Height!.Value));
        Assert.Equal((width, height), (heic.Width!.Value, heic.Height!.Value));
        Assert.Equal(1, Occurrences(kept, IsoFiles.Filled(120, 13)));
        Assert.Equal(-1, kept.AsSpan().IndexOf("Exif"u8));
    }

    [Fact]
    public async Task What_somebody_elses_program_wrote_into_a_heic_of_somebody_elses_coder_is_gone()
    {
        var bare = Fixtures.Read("bare.heic");
        var told = ExifTool.Write(bare, "heic", "-GPSLatitude=-6.2", "-GPSLatitudeRef=S", "-Make=Kamera", "-Model=Model Rahasia", "-SerialNumber=RAHASIA-1", "-Artist=Budi Rahasia", "-XMP-photoshop:City=Semarang");
        Assert.Contains("GPS:GPSLatitude", ExifTool.Read(told, "heic").Keys);

        var (info, cleaned) = await Fixtures.Clean(told);

        var tags = ExifTool.Read(cleaned, "heic");
        Assert.DoesNotContain(tags.Keys, k => k.StartsWith("GPS", StringComparison.Ordinal) || k.StartsWith("IFD", StringComparison.Ordinal) || k.StartsWith("XMP", StringComparison.Ordinal) || k.StartsWith("ExifIFD", StringComparison.Ordinal));
        Assert.DoesNotContain(tags, t => t.Value.Contains("Rahasia", StringComparison.OrdinalIgnoreCase) || t.Value.Contains("Semarang", StringComparison.Ordinal));
        Assert.Equal((48, 32), (info.Width!.Value, info.Height!.Value));
        var media = bare.AsSpan(bare.AsSpan().IndexOf("mdat"u8) + 4);
        Assert.True(cleaned.AsSpan().IndexOf(media) > 0);
        Assert.Equal(bare, (await Fixtures.Clean(bare)).Bytes);
    }

    [Theory]
    [InlineData("mp4")]
    [InlineData("mov")]
    public async Task What_somebody_elses_program_wrote_into_a_clip_is_gone(string name)
    {
        var told = ExifTool.Write(Kinds[name].Make(false), name, "-UserData:GPSCoordinates=-6.2, 106.8, 10", "-Keys:GPSCoordinates=-6.2, 106.8, 10", "-Keys:Make=Kamera Rahasia", "-Keys:Model=Model Rahasia", "-UserData:Author=Budi Rahasia", "-XMP-dc:Creator=Budi Rahasia", "-QuickTime:CreateDate=2026:01:02 03:04:05");
        Assert.Contains(ExifTool.Read(told, name), t => t.Key.Contains("GPSCoordinates", StringComparison.Ordinal));
        Assert.Contains(ExifTool.Read(told, name), t => t.Value.Contains("Rahasia", StringComparison.Ordinal));

        var (_, cleaned) = await Fixtures.Clean(told);

        var tags = ExifTool.Read(cleaned, name);
        Assert.DoesNotContain(tags, t => t.Key.Contains("GPS", StringComparison.Ordinal) || t.Value.Contains("Rahasia", StringComparison.Ordinal) || t.Value.Contains("2026:01:02", StringComparison.Ordinal));
        Assert.Equal(Chunks(told), Chunks(cleaned));
        foreach (var (at, sample) in Chunks(cleaned).Zip((byte[][])[.. IsoFiles.Pictures, .. IsoFiles.Sounds]))
        {
            Assert.Equal(sample, cleaned[at..(at + sample.Length)]);
        }
    }

    [Fact]
    public async Task Sound_in_a_file_for_clips_is_sound()
    {
        var (clip, _) = await Fixtures.Clean(IsoFiles.Clip(picture: false));
        var (webm, _) = await Fixtures.Clean(SoundFiles.Webm(picture: false));
        Assert.Equal((EvidenceKinds.M4a, "audio/mp4", (int?)null), (clip.Kind, clip.MediaType, clip.Width));
        Assert.Equal(("audio/webm", (int?)null), (webm.MediaType, webm.Width));
        await Fixtures.IsRefused(RefusalCodes.TooLarge, EvidenceKinds.M4a, IsoFiles.Clip(picture: false), new EvidenceLimits { MaxSoundBytes = 400 });
    }

    [Fact]
    public async Task A_clip_that_is_broken_is_refused_by_what_is_wrong_with_it()
    {
        var clip = IsoFiles.Clip();
        await Fixtures.IsRefused(RefusalCodes.Truncated, EvidenceKinds.Mp4, clip[..^1]);
        await Fixtures.IsRefused(RefusalCodes.TrailingData, EvidenceKinds.Mp4, [.. clip, 1, 2, 3]);
        await Fixtures.IsRefused(RefusalCodes.Polyglot, EvidenceKinds.Html, [.. clip, .. "<html><script>1</script>"u8]);
        await Fixtures.IsRefused(RefusalCodes.Polyglot, EvidenceKinds.Zip, [.. clip, .. PackageFiles.Zip(("a.txt", "x"u8.ToArray()))]);
        await Fixtures.IsRefused(RefusalCodes.Unfinished, EvidenceKinds.Mp4, Renamed(clip, "moov", "moox"));
        await Fixtures.IsRefused(RefusalCodes.Unfinished, EvidenceKinds.Mp4, Renamed(clip, "mdat", "free"));
        await Fixtures.IsRefused(RefusalCodes.Broken, EvidenceKinds.Mp4, Changed(clip, "stco", 15, 9));
        await Fixtures.IsRefused(RefusalCodes.Truncated, EvidenceKinds.Mp4, Changed(clip, "stco", 12, 9));
        await Fixtures.IsRefused(RefusalCodes.Broken, EvidenceKinds.Mp4, Changed(clip, "trak", -2, 0x7F));
        await Fixtures.IsRefused(RefusalCodes.Broken, EvidenceKinds.Mp4, Changed(clip, "stsz", 12, 0x7F));
        await Fixtures.IsRefused(RefusalCodes.OutsideContent, EvidenceKinds.Mp4, Changed(clip, "url ", 7, 0));
        // Samples of four billion bytes, four billion in each of both chunks: more than a number holds.
        var endless = new[] { ("stsz", 8), ("stsc", 16), ("stsc", 28) }.SelectMany(place => Enumerable.Range(0, 4).Select(i => (Box: place.Item1, At: place.Item2 + i)))
            .Aggregate(clip, (changed, place) => Changed(changed, place.Box, place.At, 0xFF));
        await Fixtures.IsRefused(RefusalCodes.Truncated, EvidenceKinds.Mp4, endless);
    }

    [Fact]
    public async Task A_matroska_is_refused_and_text_beside_the_picture_of_a_webm_too()
    {
        await Fixtures.IsRefused(RefusalCodes.TypeRefused, EvidenceKinds.Matroska, SoundFiles.Webm(type: "matroska"));
        var webm = SoundFiles.Webm();
        webm[webm.AsSpan().IndexOf<byte>([0x83, 0x81, 1]) + 2] = 0x11;
        await Fixtures.IsRefused(RefusalCodes.CannotBeCleaned, EvidenceKinds.Webm, webm);
        await Fixtures.IsRefused(RefusalCodes.Truncated, EvidenceKinds.Webm, SoundFiles.Webm()[..^1]);
        await Fixtures.IsRefused(RefusalCodes.TrailingData, EvidenceKinds.Webm, [.. SoundFiles.Webm(), 1, 2]);
    }

    [Fact]
    public async Task Broken_sound_is_refused()
    {
        await Fixtures.IsRefused(RefusalCodes.Truncated, EvidenceKinds.Mp3, SoundFiles.Mp3()[..^1]);
        await Fixtures.IsRefused(RefusalCodes.TrailingData, EvidenceKinds.Mp3, [.. SoundFiles.Mp3(), 1, 2, 3, 4]);
        await Fixtures.IsRefused(RefusalCodes.Truncated, EvidenceKinds.Wav, SoundFiles.Wav()[..^1]);
        await Fixtures.IsRefused(RefusalCodes.TrailingData, EvidenceKinds.Wav, [.. SoundFiles.Wav(), 1, 2]);
        await Fixtures.IsRefused(RefusalCodes.Truncated, EvidenceKinds.Flac, SoundFiles.Flac()[..^1]);
        await Fixtures.IsRefused(RefusalCodes.Truncated, EvidenceKinds.Flac, SoundFiles.Flac()[..^9]);
        await Fixtures.IsRefused(RefusalCodes.Truncated, EvidenceKinds.Ogg, SoundFiles.Opus()[..^1]);
        await Fixtures.IsRefused(RefusalCodes.TrailingData, EvidenceKinds.Ogg, [.. SoundFiles.Opus(), .. "OggX"u8]);
        var wrong = SoundFiles.Opus();
        wrong[^1] ^= 1;
        await Fixtures.IsRefused(RefusalCodes.Broken, EvidenceKinds.Ogg, wrong);
        await Fixtures.IsRefused(RefusalCodes.Polyglot, EvidenceKinds.Html, Page());
    }

    /// <summary>A WAV whose first samples read as a page.</summary>
    private static byte[] Page()
    {
        var wav = SoundFiles.Wav();
        "<html><script>"u8.CopyTo(wav.AsSpan(44));
        return wav;
    }

    /// <summary>The packets of an Ogg, put together over its pages.</summary>
    private static List<byte[]> Packets(byte[] ogg)
    {
        List<byte[]> packets = [];
        List<byte> open = [];
        for (var page = 0; page < ogg.Length;)
        {
            var parts = ogg[(page + 27)..(page + 27 + ogg[page + 26])];
            page += 27 + parts.Length;
            foreach (var part in parts)
            {
                open.AddRange(ogg[page..(page + part)]);
                page += part;
                if (part < 255)
                {
                    packets.Add([.. open]);
                    open.Clear();
                }
            }
        }
        return packets;
    }

    private static List<int> Chunks(byte[] clip)
    {
        List<int> found = [];
        for (var at = 0; (at = clip.AsSpan(at).IndexOf("stco"u8) is var next && next >= 0 ? at + next : -1) >= 0; at += 4)
        {
            var count = BinaryPrimitives.ReadInt32BigEndian(clip.AsSpan(at + 8));
            found.AddRange(Enumerable.Range(0, count).Select(i => BinaryPrimitives.ReadInt32BigEndian(clip.AsSpan(at + 12 + 4 * i))));
        }
        return found;
    }

    private static int Occurrences(byte[] content, byte[] part)
    {
        var count = 0;
        for (var rest = content.AsSpan(); rest.IndexOf(part) is var at && at >= 0; rest = rest[(at + part.Length)..])
        {
            count++;
        }
        return count;
    }

    private static byte[] Renamed(byte[] clip, string from, string to)
    {
        Encoding.ASCII.GetBytes(to).CopyTo(clip = [.. clip], clip.AsSpan().IndexOf(Encoding.ASCII.GetBytes(from)));
        return clip;
    }

    private static byte[] Changed(byte[] clip, string box, int at, byte value)
    {
        clip = [.. clip];
        clip[clip.AsSpan().IndexOf(Encoding.ASCII.GetBytes(box)) + at] = value;
        return clip;
    }
}
