using System.Buffers.Binary;
using System.Text;

namespace SmkPortfolio.WebTests.Data.EvidenceFiles;

/// <summary>Small clips and HEIC pictures written by hand, box by box.</summary>
internal static class IsoFiles
{
    public const string Secret = "Budi Rahasia";
    public const string Place = "-06.2000+106.8166/";

    /// <summary>What the picture track of a clip holds, chunk by chunk.</summary>
    public static byte[][] Pictures { get; } = [Filled(180, 11), Filled(40, 17)];

    public static byte[][] Sounds { get; } = [Filled(90, 23)];

    private static readonly byte[] Matrix = [.. Int(0x10000), .. Int(0), .. Int(0), .. Int(0), .. Int(0x10000), .. Int(0), .. Int(0), .. Int(0), .. Int(0x40000000)];
    private static readonly byte[] Turned = [.. Int(0), .. Int(0x10000), .. Int(0), .. Int(-0x10000), .. Int(0), .. Int(0), .. Int(0), .. Int(0), .. Int(0x40000000)];

    /// <summary>A clip of 64 by 48 with picture and sound.</summary>
    /// <param name="told">Adds all that cameras tell: place, make, owner, dates, a track with the path.</param>
    public static byte[] Clip(bool told = false, string brand = "isom", bool picture = true, bool turned = false, byte[]? behind = null)
    {
        var start = 0;
        var clip = Clip(told, brand, picture, turned, start);
        // Offsets depend on how long the table is, not on what stands in it.
        start = clip.AsSpan().IndexOf("mdat"u8) + 4;
        return [.. Clip(told, brand, picture, turned, start), .. behind ?? []];
    }

    /// <summary>A HEIC of 64 by 48, lying on its side when <paramref name="turned"/>.</summary>
    public static byte[] Heic(bool told = false, bool turned = false)
    {
        var media = Heic(told, turned, 0).AsSpan().IndexOf("mdat"u8) + 4;
        return Heic(told, turned, media);
    }

    public static byte[] Box(string type, params byte[][] parts)
    {
        byte[] body = [.. parts.SelectMany(p => p)];
        return [.. Int(body.Length + 8), .. Encoding.Latin1.GetBytes(type), .. body];
    }

    public static byte[] Int(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    public static byte[] Short(int value) => [(byte)(value >> 8), (byte)value];

    public static byte[] Filled(int length, int seed) => [.. Enumerable.Range(0, length).Select(i => (byte)((i * seed + seed) | 1))];

    private static byte[] Clip(bool told, string brand, bool picture, bool turned, int media)
    {
        var path = Encoding.ASCII.GetBytes($"GPS {Place} {Secret}");
        int[] places = [media, media + 180 + 90, media + 180];
        var date = told ? Int(0x5A5A5A5A) : Int(0);
        List<byte[]> tracks = [];
        if (picture)
        {
            tracks.Add(Track(1, "vide", told, date, turned ? Turned : Matrix, Box("stsd", Int(0), Int(1), Picture(told)), Box("vmhd", Int(1), new byte[8]), [[50, 60, 70], [40]], [places[0], places[1]]));
        }
        tracks.Add(Track(2, "soun", told, date, Matrix, Box("stsd", Int(0), Int(1), Box("mp4a", new byte[6], Short(1), new byte[8], Short(2), Short(16), new byte[4], Int(44100 << 16), Box("esds", Int(0), new byte[5]))), Box("smhd", new byte[8]), [[30, 60]], [places[2]]));
        if (told)
        {
            tracks.Add(Track(3, "meta", told, date, Matrix, Box("stsd", Int(0), Int(1), Box("mebx", new byte[6], Short(1))), Box("nmhd", Int(0)), [[path.Length]], [media + 180 + 90 + 40]));
        }
        byte[][] tales = !told ? [] :
        [
            Box("udta", Text("\u00a9xyz", Place), Text("\u00a9mak", "Kamera Rahasia"), Text("\u00a9mod", "Model Rahasia"), Text("\u00a9nam", Secret), Box("loci", Int(0), Short(0), Encoding.ASCII.GetBytes(Secret))),
            Box("meta", Box("hdlr", Int(0), Int(0), "mdta"u8.ToArray(), new byte[12], [0]),
                Box("keys", Int(0), Int(2), Box("mdta", "com.apple.quicktime.location.ISO6709"u8.ToArray()), Box("mdta", "com.apple.quicktime.model"u8.ToArray())),
                Box("ilst", Box("\0\0\0\u0001", Box("data", Int(1), Int(0), Encoding.ASCII.GetBytes(Place))), Box("\0\0\0\u0002", Box("data", Int(1), Int(0), "Model Rahasia"u8.ToArray())))),
        ];
        var movie = Box("moov", [Box("mvhd", Int(0), date, date, Int(1000), Int(2000), Int(0x10000), Short(0x100), new byte[10], Matrix, new byte[24], Int(4)), .. tracks, .. tales]);
        byte[] xmp = !told ? [] : Box("uuid", [0xBE, 0x7A, 0xCF, 0xCB, 0x97, 0xA9, 0x42, 0xE8, 0x9C, 0x71, 0x99, 0x94, 0x91, 0xE3, 0xAF, 0xAC], Encoding.ASCII.GetBytes($"<x:xmpmeta>{Secret}</x:xmpmeta>"));
        byte[] free = told ? Box("free", Encoding.ASCII.GetBytes(Secret)) : Box("free", new byte[12]);
        byte[] sample = [.. Pictures[0], .. Sounds[0], .. Pictures[1], .. told ? path : []];
        return [.. Box("ftyp", Encoding.ASCII.GetBytes(brand), Int(512), Encoding.ASCII.GetBytes(brand)), .. movie, .. xmp, .. free, .. Box("mdat", sample)];
    }

    private static byte[] Text(string type, string text) => Box(type, Short(text.Length), Short(0x15C7), Encoding.ASCII.GetBytes(text));

    private static byte[] Picture(bool told) => Box("avc1", new byte[6], Short(1), new byte[16], Short(64), Short(48), Int(0x480000), Int(0x480000), Int(0), Short(1),
        told ? [13, .. "Model Rahasia"u8, .. new byte[18]] : new byte[32], Short(24), Short(-1), Box("avcC", [1, 0x42, 0, 0x1E, 0xFF, 0xE0, 0]));

    private static byte[] Track(int id, string handler, bool told, byte[] date, byte[] matrix, byte[] description, byte[] header, int[][] sizes, int[] places)
    {
        var count = sizes.Sum(c => c.Length);
        var table = Box("stbl", description,
            Box("stts", Int(0), Int(1), Int(count), Int(500)),
            Box("stsc", [.. Int(0), .. Int(sizes.Length), .. sizes.SelectMany((c, i) => (byte[])[.. Int(i + 1), .. Int(c.Length), .. Int(1)])]),
            Box("stsz", [.. Int(0), .. Int(0), .. Int(count), .. sizes.SelectMany(c => c).SelectMany(Int)]),
            Box("stco", [.. Int(0), .. Int(places.Length), .. places.SelectMany(Int)]));
        return Box("trak",
            Box("tkhd", Int(7), date, date, Int(id), Int(0), Int(2000), new byte[8], Short(0), Short(0), Short(0x100), Short(0), matrix, Int(64 << 16), Int(48 << 16)),
            Box("mdia",
                Box("mdhd", Int(0), date, date, Int(1000), Int(2000), Short(0x55C4), Short(0)),
                Box("hdlr", Int(0), Int(0), Encoding.ASCII.GetBytes(handler), new byte[12], told ? Encoding.ASCII.GetBytes("Model Rahasia\0") : new byte[1]),
                Box("minf", header, Box("dinf", Box("dref", Int(0), Int(1), Box("url ", Int(1)))), table)));
    }

    private static byte[] Heic(bool told, bool turned, int media)
    {
        var picture = Filled(120, 13);
        var thumbnail = Encoding.ASCII.GetBytes($"kecil {Secret}");
        var exif = told ? Exif() : [];
        var xmp = Encoding.ASCII.GetBytes($"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{Secret}</x:xmpmeta>");
        byte[][] items = told ? [picture, thumbnail, exif, xmp] : [picture];
        string[] types = ["hvc1", "hvc1", "Exif", "mime"];
        List<byte[]> places = [];
        List<byte[]> entries = [];
        for (int i = 0, at = media; i < items.Length; at += items[i++].Length)
        {
            places.Add([.. Short(i + 1), .. Short(0), .. Short(0), .. Short(1), .. Int(at), .. Int(items[i].Length)]);
            byte[] more = types[i] == "mime" ? [0, .. "application/rdf+xml\0"u8] : told ? Encoding.ASCII.GetBytes(Secret + "\0") : [0];
            entries.Add(Box("infe", Int(0x02000000), Short(i + 1), Short(0), Encoding.ASCII.GetBytes(types[i]), more));
        }
        byte[] turn = turned ? Box("irot", [1]) : [];
        byte[] associations = turned ? [2, 1, 2] : [1, 1];
        var meta = Box("meta", [Int(0),
            Box("hdlr", Int(0), Int(0), "pict"u8.ToArray(), new byte[12], [0]),
            Box("pitm", Int(0), Short(1)),
            Box("iloc", [.. Int(0x01000000), 0x44, 0x00, .. Short(items.Length), .. places.SelectMany(p => p)]),
            Box("iinf", [.. Int(0), .. Short(items.Length), .. entries.SelectMany(e => e)]),
            told ? Box("iref", Int(0), Box("thmb", Short(2), Short(1), Short(1)), Box("cdsc", Short(3), Short(1), Short(1)), Box("cdsc", Short(4), Short(1), Short(1))) : [],
            Box("iprp", Box("ipco", Box("ispe", Int(0), Int(64), Int(48)), turn), Box("ipma", [.. Int(0), .. Int(1), .. Short(1), .. associations]))]);
        return [.. Box("ftyp", "heic"u8.ToArray(), Int(0), "mif1heic"u8.ToArray()), .. meta, .. Box("mdat", items)];
    }

    private static byte[] Exif()
    {
        var told = ExifTool.Write(Fixtures.Read("bare.jpg"), "jpg", "-GPSLatitude=-6.2", "-GPSLatitudeRef=S", "-Make=Kamera Rahasia", "-Model=Model Rahasia", $"-Artist={Secret}", "-SerialNumber=RAHASIA-1", "-OwnerName=Budi");
        var at = told.AsSpan().IndexOf("Exif\0\0"u8);
        var length = BinaryPrimitives.ReadUInt16BigEndian(told.AsSpan(at - 2)) - 8;
        return [.. Int(0), .. told.AsSpan(at + 6, length)];
    }
}
