using System.Buffers.Binary;
using System.Text;

namespace SmkPortfolio.WebTests.Data.EvidenceFiles;

/// <summary>Small recordings and WebM clips written by hand.</summary>
internal static class SoundFiles
{
    private const string Secret = IsoFiles.Secret;

    public static byte[] Mp3Frames { get; } = [.. Enumerable.Range(0, 4).SelectMany(i => (byte[])[0xFF, 0xFB, 0x10, 0x64, .. IsoFiles.Filled(100, 7 + 2 * i).Select(b => (byte)(b & 0x7F))])];

    public static byte[] Mp3(bool told = false)
    {
        if (!told)
        {
            return Mp3Frames;
        }
        byte[] Frame(string id, byte[] body) => [.. Encoding.ASCII.GetBytes(id), .. IsoFiles.Int(body.Length), 0, 0, .. body];
        byte[] frames =
        [
            .. Frame("TPE1", [0, .. Encoding.ASCII.GetBytes(Secret)]), .. Frame("APIC", [0, .. "image/jpeg\0\u0003\0"u8, .. Fixtures.Read("bare.jpg")]),
            .. Frame("PRIV", Encoding.ASCII.GetBytes("pemilik\0" + Secret)), .. Frame("GEOB", Encoding.ASCII.GetBytes("\0\0\0\0" + Secret)), .. new byte[20],
        ];
        byte[] head = [.. "ID3"u8, 3, 0, 0, 0, 0, (byte)(frames.Length >> 7), (byte)(frames.Length & 0x7F)];
        byte[] item = [.. Little(Secret.Length), .. Little(0), .. "Artist\0"u8, .. Encoding.ASCII.GetBytes(Secret)];
        byte[] Ape(uint flags) => [.. "APETAGEX"u8, .. Little(2000), .. Little(item.Length + 32), .. Little(1), .. Little((int)flags), .. new byte[8]];
        byte[] last = [.. "TAG"u8, .. Encoding.ASCII.GetBytes(Secret.PadRight(125, '\0'))];
        return [.. head, .. frames, .. Mp3Frames, .. Ape(0xA0000000), .. item, .. Ape(0x80000000), .. last];
    }

    public static byte[] Wav(bool told = false)
    {
        byte[] format = [.. "fmt "u8, .. Little(16), 1, 0, 1, 0, .. Little(8000), .. Little(16000), 2, 0, 16, 0];
        byte[] data = [.. "data"u8, .. Little(40), .. IsoFiles.Filled(40, 3)];
        byte[] Chunk(string name, string text) => [.. Encoding.ASCII.GetBytes(name), .. Little(text.Length), .. Encoding.ASCII.GetBytes(text), .. new byte[text.Length & 1]];
        byte[] body = told
            ? [.. Chunk("LIST", "INFOIART" + "\f\0\0\0" + Secret), .. Chunk("bext", Secret), .. format, .. Chunk("iXML", $"<BWFXML>{Secret}</BWFXML>"), .. data, .. Chunk("id3 ", Secret)]
            : [.. format, .. data];
        return [.. "RIFF"u8, .. Little(body.Length + 4), .. "WAVE"u8, .. body];
    }

    public static byte[] Flac(bool told = false)
    {
        const int frames = 5;
        byte[] info = [0, 192, 0, 192, 0, 0, 0, 0, 0, 0, 0x0A, 0xC4, 0x40, 0xF0, .. IsoFiles.Int(192 * frames), .. new byte[16]];
        byte[] Block(int type, byte[] body, bool last = false) => [(byte)(type | (last ? 0x80 : 0)), .. IsoFiles.Int(body.Length)[1..], .. body];
        byte[] seek = [.. new byte[16], 0, 192];
        byte[] blocks = told
            ? [.. Block(0, info), .. Block(4, [.. Little(0), .. Little(1), .. Little(7 + Secret.Length), .. Encoding.ASCII.GetBytes("ARTIST=" + Secret)]), .. Block(3, seek),
                .. Block(6, [.. IsoFiles.Int(3), .. new byte[28], .. Encoding.ASCII.GetBytes(Secret)]), .. Block(1, new byte[10], last: true)]
            : [.. Block(0, info), .. Block(3, seek, last: true)];
        return [.. "fLaC"u8, .. blocks, .. Enumerable.Range(0, frames).SelectMany(FlacFrame)];
    }

    public static byte[] Opus(bool told = false)
    {
        byte[] head = [.. "OpusHead"u8, 1, 1, 0, 0, .. Little(48000), 0, 0, 0];
        var comment = Encoding.ASCII.GetBytes("LOCATION=" + IsoFiles.Place + Secret);
        // Over two pages, as with a cover picture.
        byte[] tags = told ? [.. "OpusTags"u8, .. Little(4), .. "Kena"u8, .. Little(1), .. Little(comment.Length), .. comment, .. Enumerable.Repeat((byte)'x', 700)] : [.. "OpusTags"u8, .. Little(0), .. Little(0)];
        List<byte[]> pages = [OggPage(2, 0, 0, [(byte)head.Length], head)];
        if (told)
        {
            pages.Add(OggPage(0, 0, 1, [255], tags[..255]));
            pages.Add(OggPage(1, 0, 2, [255, (byte)(tags.Length - 510)], tags[255..]));
        }
        else
        {
            pages.Add(OggPage(0, 0, 1, [(byte)tags.Length], tags));
        }
        var number = pages.Count;
        pages.Add(OggPage(0, 960, number, [60], IsoFiles.Filled(60, 5)));
        pages.Add(OggPage(4, 1920, number + 1, [60], IsoFiles.Filled(60, 9)));
        return [.. pages.SelectMany(p => p)];
    }

    /// <summary>The packet behind the comments ends on the page on which they end, as encoders write it.</summary>
    public static byte[] Vorbis(bool told = false)
    {
        byte[] head = [1, .. "vorbis"u8, .. Little(0), 1, .. Little(44100), .. Little(0), .. Little(80000), .. Little(0), 0xB8, 1];
        byte[] Comment(string text) => [.. Little(text.Length), .. Encoding.ASCII.GetBytes(text)];
        byte[] picture = [.. IsoFiles.Int(3), .. IsoFiles.Int(10), .. "image/jpeg"u8, .. new byte[20], .. IsoFiles.Int(Fixtures.Read("bare.jpg").Length), .. Fixtures.Read("bare.jpg")];
        byte[] comments = told
            ? [3, .. "vorbis"u8, .. Little(4), .. "Kena"u8, .. Little(3), .. Comment("ARTIST=" + Secret), .. Comment("LOCATION=" + IsoFiles.Place), .. Comment("METADATA_BLOCK_PICTURE=" + Convert.ToBase64String(picture)), 1]
            : [3, .. "vorbis"u8, .. Little(0), .. Little(0), 1];
        byte[] setup = [5, .. "vorbis"u8, .. IsoFiles.Filled(300, 11)];
        // Small pages, so that the comments go over several of them.
        var pages = new List<byte[]> { OggPage(2, 0, 0, [(byte)head.Length], head) };
        var at = 0;
        for (; comments.Length - at >= 255; at += 255)
        {
            pages.Add(OggPage((byte)(at > 0 ? 1 : 0), -1, pages.Count, [255], comments[at..(at + 255)]));
        }
        pages.Add(OggPage((byte)(at > 0 ? 1 : 0), 0, pages.Count, [(byte)(comments.Length - at), 255, (byte)(setup.Length - 255)], [.. comments[at..], .. setup]));
        pages.Add(OggPage(0, 1024, pages.Count, [60], IsoFiles.Filled(60, 5)));
        pages.Add(OggPage(4, 2048, pages.Count, [60], IsoFiles.Filled(60, 9)));
        return [.. pages.SelectMany(p => p)];
    }

    /// <summary>What the clusters of <see cref="Webm"/> hold.</summary>
    public static byte[] Block { get; } = [0x81, 0, 0, 0x80, .. IsoFiles.Filled(50, 29)];

    /// <param name="open">As browsers record: no lengths of the segment and its clusters.</param>
    public static byte[] Webm(bool told = false, bool open = false, string type = "webm", bool picture = true)
    {
        var text = Encoding.ASCII.GetBytes(Secret);
        byte[] header = Element(0x1A45DFA3, Element(0x4286, [1]), Element(0x42F7, [1]), Element(0x42F2, [4]), Element(0x42F3, [8]), Element(0x4282, Encoding.ASCII.GetBytes(type)), Element(0x4287, [4]), Element(0x4285, [2]));
        byte[] info = told ? Element(0x1549A966, Element(0x2AD7B1, [0x0F, 0x42, 0x40]), Element(0x4D80, text), Element(0x5741, text), Element(0x7BA9, text), Element(0x4461, new byte[7], [5]))
            : Element(0x1549A966, Element(0x2AD7B1, [0x0F, 0x42, 0x40]), Element(0x4D80, new byte[4]), Element(0x5741, new byte[4]));
        byte[] track = picture
            ? Element(0xAE, Element(0xD7, [1]), Element(0x73C5, [1]), Element(0x83, [1]), told ? Element(0x536E, text) : [], Element(0x86, "V_VP8"u8.ToArray()), Element(0xE0, Element(0xB0, [64]), Element(0xBA, [48])))
            : Element(0xAE, Element(0xD7, [1]), Element(0x73C5, [1]), Element(0x83, [2]), Element(0x86, "A_OPUS"u8.ToArray()));
        byte[][] cluster = [Element(0xE7, [0]), Element(0xA3, Block)];
        byte[] media = open ? [.. Open(0x1F43B675), .. cluster.SelectMany(c => c), .. Open(0x1F43B675), .. cluster.SelectMany(c => c)] : [.. Element(0x1F43B675, cluster), .. Element(0x1F43B675, cluster)];
        byte[] tags = told ? Element(0x1254C367, Element(0x7373, Element(0x67C8, Element(0x45A3, "LOCATION"u8.ToArray()), Element(0x4487, Encoding.ASCII.GetBytes(IsoFiles.Place))))) : [];
        byte[] attached = told ? Element(0x1941A469, Element(0x61A7, Element(0x466E, text), Element(0x4660, "image/jpeg"u8.ToArray()), Element(0x465C, Fixtures.Read("bare.jpg")))) : [];
        byte[] body = [.. info, .. Element(0x1654AE6B, track), .. tags, .. media, .. open ? [] : attached];
        return [.. header, .. open ? [.. Open(0x18538067), .. body] : Element(0x18538067, body)];
    }

    public static byte[] Element(uint id, params byte[][] parts)
    {
        byte[] body = [.. parts.SelectMany(p => p)];
        byte[] length = body.Length < 127 ? [(byte)(0x80 | body.Length)] : [(byte)(0x10 | (body.Length >> 24)), (byte)(body.Length >> 16), (byte)(body.Length >> 8), (byte)body.Length];
        return [.. Id(id), .. length, .. body];
    }

    public static byte[] OggPage(byte flags, long granule, int number, byte[] parts, byte[] body)
    {
        var position = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(position, granule);
        byte[] page = [.. "OggS"u8, 0, flags, .. position, .. Little(77), .. Little(number), 0, 0, 0, 0, (byte)parts.Length, .. parts, .. body];
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(22), OggSum(page));
        return page;
    }

    public static uint OggSum(ReadOnlySpan<byte> bytes)
    {
        uint sum = 0;
        foreach (var one in bytes)
        {
            sum ^= (uint)one << 24;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 0x8000_0000) != 0 ? (sum << 1) ^ 0x04C1_1DB7 : sum << 1;
            }
        }
        return sum;
    }

    public static byte[] Little(int value) => [(byte)value, (byte)(value >> 8), (byte)(value >> 16), (byte)(value >> 24)];

    private static byte[] Open(uint id) => [.. Id(id), 0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF];

    private static byte[] Id(uint id) => [.. IsoFiles.Int((int)id).SkipWhile(b => b == 0)];

    private static byte[] FlacFrame(int number)
    {
        byte[] head = [0xFF, 0xF8, 0x19, 0x08, (byte)number];
        byte[] frame = [.. head, (byte)Sum(head, 8, 0x07), 0, (byte)number, 0x55];
        var sum = Sum(frame, 16, 0x8005);
        return [.. frame, (byte)(sum >> 8), (byte)sum];
    }

    private static int Sum(byte[] bytes, int width, int polynomial)
    {
        var sum = 0;
        foreach (var one in bytes)
        {
            sum ^= one << (width - 8);
            for (var bit = 0; bit < 8; bit++)
            {
                sum = ((sum << 1) ^ (((sum >> (width - 1)) & 1) * polynomial)) & ((1 << width) - 1);
            }
        }
        return sum;
    }
}
