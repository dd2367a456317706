using System.Buffers.Binary;
using System.Text;
using SmkPortfolio.Data.EvidenceFiles;

namespace SmkPortfolio.WebTests.Data.EvidenceFiles;

public sealed class PackageTests
{
    private static readonly EvidenceLimits Archives = new() { AllowArchive = true };

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    [InlineData("pptx")]
    public async Task An_office_document_is_taken_whatever_the_entry_with_all_its_parts(string kind)
    {
        var document = PackageFiles.Office(kind, links: PackageFiles.Link("hyperlink", "https://uji.sch.id/"));

        var (info, cleaned) = await Fixtures.Clean(document);

        Assert.Equal((kind, EvidenceKinds.MediaType(kind)), (info.Kind, info.MediaType));
        var parts = PackageFiles.Unpacked(cleaned);
        Assert.Equal(PackageFiles.Unpacked(document).Keys, parts.Keys);
        Assert.Contains("Laporan praktik las", parts.Values.Select(Encoding.UTF8.GetString).Single(t => t.Contains("Laporan", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(cleaned, (await Fixtures.Clean(document)).Bytes);
    }

    [Fact]
    public async Task A_document_loses_author_company_thumbnail_and_the_places_of_its_photos()
    {
        var (info, cleaned) = await Fixtures.Clean(PackageFiles.ToldOffice("Budi Rahasia"));

        Assert.True(info.MetadataRemoved);
        var parts = PackageFiles.Unpacked(cleaned);
        Assert.DoesNotContain(parts.Values, p => Encoding.Latin1.GetString(p).Contains("Rahasia", StringComparison.Ordinal));
        Assert.Equal(Fixtures.Read("bare.jpg"), parts["word/media/image1.jpeg"]);
        Assert.DoesNotContain("docProps/thumbnail.jpeg", parts.Keys);
        Assert.DoesNotContain("thumbnail", Encoding.UTF8.GetString(parts["_rels/.rels"]), StringComparison.Ordinal);
        Assert.DoesNotContain(ExifTool.Read(cleaned, "docx"), t => t.Value.Contains("Rahasia", StringComparison.Ordinal));
        var (again, twice) = await Fixtures.Clean(cleaned);
        Assert.Equal(cleaned, twice);
        Assert.NotNull(again);
    }

    [Fact]
    public async Task A_signed_document_is_kept_as_it_is()
    {
        var signed = PackageFiles.Office("docx", "", "", ("_xmlsignatures/sig1.xml", "<Signature/>"u8.ToArray()));
        Assert.Equal(signed, (await Fixtures.Clean(signed)).Bytes);
    }

    public static TheoryData<string, byte[]> Acting => new()
    {
        { RefusalCodes.ActiveDocument, PackageFiles.Office("docx", "<Override PartName=\"/word/vbaProject.bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>") },
        { RefusalCodes.ActiveDocument, PackageFiles.Office("docx", "<Override PartName=\"/word/x.xml\" ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/>") },
        { RefusalCodes.ActiveDocument, PackageFiles.Office("docx", "", "", ("word/vbaProject.bin", [1, 2, 3])) },
        { RefusalCodes.ActiveDocument, PackageFiles.Office("xlsx", "", "", ("xl/activeX/activeX1.xml", "<a/>"u8.ToArray())) },
        { RefusalCodes.ActiveDocument, PackageFiles.Office("pptx", "", "", ("ppt/embeddings/oleObject1.bin", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) },
        { RefusalCodes.ActiveDocument, PackageFiles.Office("docx", "", "", ("word/media/image1.png", [.. "MZ"u8, 0x90, 0])) },
        { RefusalCodes.ActiveDocument, PackageFiles.Office("docx", "", PackageFiles.Link("aFChunk", "afchunk.htm", external: false)) },
        { RefusalCodes.ActiveDocument, PackageFiles.Office("docx", "", "", ("word/afchunk.htm", "<html><script>1</script>"u8.ToArray())) },
        { RefusalCodes.OutsideContent, PackageFiles.Office("docx", "", PackageFiles.Link("attachedTemplate", "https://jahat.example/t.dotm")) },
        { RefusalCodes.OutsideContent, PackageFiles.Office("docx", "", PackageFiles.Link("image", "http://jahat.example/a.png")) },
        { RefusalCodes.OutsideContent, PackageFiles.Office("docx", "", PackageFiles.Link("hyperlink", "file://server/a")) },
        { RefusalCodes.OutsideContent, PackageFiles.Office("docx", "", PackageFiles.Link("hyperlink", "javascript:alert(1)")) },
        { RefusalCodes.Broken, PackageFiles.Office("docx", "", "", ("[Content_Types].xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"u8.ToArray())) },
        { RefusalCodes.Swells, PackageFiles.Office("docx", "", "", ("word/media/a.bin", new byte[5_000_000])) },
        { RefusalCodes.ArchiveName, PackageFiles.Office("docx", "", "", ("../a.xml", "<a/>"u8.ToArray())) },
        { RefusalCodes.TypeRefused, PackageFiles.Zip(("[Content_Types].xml", "<Types/>"u8.ToArray())) },
    };

    [Theory, MemberData(nameof(Acting))]
    public async Task A_document_that_acts_fetches_or_swells_is_refused(string code, byte[] document) =>
        Assert.Equal(code, Assert.IsType<EvidenceRefusal>(await Fixtures.TakeIn(document)).Code);

    [Fact]
    public async Task What_is_packed_within_what_is_packed_swells_by_the_same_measure()
    {
        var limits = Archives with { MaxUnpackedBytes = 1_000_000 };
        var book = PackageFiles.Office("xlsx", "", "", ("xl/data.bin", new byte[300_000]));
        var report = PackageFiles.Office("docx", "", "", [.. Enumerable.Range(1, 4).Select(i => ($"word/embeddings/tabel{i}.xlsx", book))]);

        await Fixtures.Clean(book, limits);
        Assert.Equal(RefusalCodes.Swells, Assert.IsType<EvidenceRefusal>(await Fixtures.TakeIn(report, limits)).Code);
        Assert.Equal(RefusalCodes.Swells, Assert.IsType<EvidenceRefusal>(await Fixtures.TakeIn(PackageFiles.Zip([.. Enumerable.Range(1, 4).Select(i => ($"tabel{i}.xlsx", book))]), limits)).Code);
    }

    [Fact]
    public async Task Documents_of_the_old_container_are_told_apart()
    {
        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[100_000]];
        await Fixtures.IsRefused(RefusalCodes.OldDocument, EvidenceKinds.Office, old);
        Encoding.Unicode.GetBytes("EncryptedPackage").CopyTo(old, 65_530);
        await Fixtures.IsRefused(RefusalCodes.EncryptedDocument, EvidenceKinds.Office, old);
    }

    [Fact]
    public async Task A_table_behind_a_chart_is_looked_through_and_none_inside_that()
    {
        await Fixtures.Clean(PackageFiles.Office("docx", "", "", ("word/embeddings/tabel.xlsx", PackageFiles.Office("xlsx"))));
        var acting = PackageFiles.Office("xlsx", "", "", ("xl/vbaProject.bin", [1]));
        Assert.Equal(RefusalCodes.ActiveDocument, await CodeOf(PackageFiles.Office("docx", "", "", ("word/embeddings/tabel.xlsx", acting))));
        var deeper = PackageFiles.Office("xlsx", "", "", ("xl/embeddings/a.docx", PackageFiles.Office()));
        Assert.Equal(RefusalCodes.ActiveDocument, await CodeOf(PackageFiles.Office("docx", "", "", ("word/embeddings/tabel.xlsx", deeper))));
    }

    [Fact]
    public async Task A_zip_is_taken_where_the_entry_asks_for_it_with_each_file_cleaned()
    {
        var told = ExifTool.Write(Fixtures.Read("bare.jpg"), "jpg", "-GPSLatitude=-6.2", "-Artist=Budi");
        var zip = PackageFiles.Zip(("Foto/satu.jpg", told), ("denah.pdf", PdfFiles.Plain), ("Foto/\u202Egpj.exe", Fixtures.Read("bare.jpg")), ("laporan.docx", PackageFiles.Office()), ("__MACOSX/._satu.jpg", "x"u8.ToArray()));

        var (info, cleaned) = await Fixtures.Clean(zip, Archives);

        Assert.Equal(("application/zip", true), (info.MediaType, info.MetadataRemoved));
        var files = PackageFiles.Unpacked(cleaned);
        Assert.Equal(["Foto/satu.jpg", "denah.pdf", "Foto/gpj.jpg", "laporan.docx"], files.Keys);
        Assert.Equal(Fixtures.Read("bare.jpg"), files["Foto/satu.jpg"]);
        await Fixtures.IsRefused(RefusalCodes.ArchiveRefused, EvidenceKinds.Zip, zip);
    }

    public static TheoryData<string, byte[]> Archived => new()
    {
        { RefusalCodes.NestedArchive, PackageFiles.Zip(("a.zip", PackageFiles.Zip(("a.jpg", Fixtures.Read("bare.jpg"))))) },
        { RefusalCodes.NestedArchive, PackageFiles.Zip(("a.gz", [0x1F, 0x8B, 8, 0])) },
        { RefusalCodes.TypeRefused, PackageFiles.Zip(("a.jpg", "MZ\u0090"u8.ToArray())) },
        { RefusalCodes.TypeRefused, PackageFiles.Zip(("a.html", "<html>"u8.ToArray())) },
        { RefusalCodes.Broken, PackageFiles.Zip(("a.jpg", Fixtures.Read("bare.jpg")[..90])) },
        { RefusalCodes.ActivePdf, PackageFiles.Zip(("a.pdf", PdfFiles.With("/OpenAction << /S /JavaScript >>"))) },
        { RefusalCodes.ArchiveName, PackageFiles.Zip(("../a.jpg", Fixtures.Read("bare.jpg"))) },
        { RefusalCodes.ArchiveName, PackageFiles.Zip(("/a.jpg", Fixtures.Read("bare.jpg"))) },
        { RefusalCodes.ArchiveName, PackageFiles.Zip(("a\\b.jpg", Fixtures.Read("bare.jpg"))) },
        { RefusalCodes.ArchiveName, PackageFiles.Zip(("C:a.jpg", Fixtures.Read("bare.jpg"))) },
        { RefusalCodes.ArchiveName, PackageFiles.Zip(("a.jpg", Fixtures.Read("bare.jpg")), ("A.JPG", Fixtures.Read("bare.jpg"))) },
        { RefusalCodes.TooManyMembers, PackageFiles.Zip([.. Enumerable.Range(0, 201).Select(i => ($"{i}.jpg", Fixtures.Read("bare.jpg")))]) },
        { RefusalCodes.Swells, PackageFiles.Zip(("a.png", new byte[20_000_000])) },
        { RefusalCodes.EncryptedArchive, Flagged(1) },
        { RefusalCodes.ArchiveOverlap, Overlapping() },
        { RefusalCodes.Broken, [.. "PK\u0003\u0004"u8, .. "<script>"u8, .. PackageFiles.Zip(("a.jpg", Fixtures.Read("bare.jpg")))] },
        { RefusalCodes.Polyglot, Commented("<script>alert(1)</script>") },
        { RefusalCodes.Polyglot, Commented("%PDF-1.7") },
    };

    [Theory, MemberData(nameof(Archived))]
    public async Task A_zip_with_anything_else_is_refused(string code, byte[] zip) =>
        Assert.Equal(code, Assert.IsType<EvidenceRefusal>(await Fixtures.TakeIn(zip, Archives)).Code);

    [Fact]
    public async Task The_file_that_is_to_blame_is_named()
    {
        var zip = PackageFiles.Zip(("a.jpg", Fixtures.Read("bare.jpg")), ("besar.png", Fixtures.Read("bare.png")));
        Assert.Equal(new EvidenceRefusal(RefusalCodes.TooManyPixels, EvidenceKinds.Png, 48 * 32 - 1, 48 * 32, "besar.png"),
            await Fixtures.TakeIn(PackageFiles.Zip(("besar.png", Fixtures.Read("bare.png"))), Archives with { MaxPixels = 48 * 32 - 1 }));
        await Fixtures.Clean(zip, Archives);
    }

    [Fact]
    public async Task A_harmless_comment_goes()
    {
        var (_, cleaned) = await Fixtures.Clean(Commented("dibuat Budi"), Archives);
        Assert.DoesNotContain("Budi", Encoding.Latin1.GetString(cleaned), StringComparison.Ordinal);
    }

    /// <summary>A ZIP whose second member is the first once more.</summary>
    internal static byte[] Overlapping()
    {
        var zip = PackageFiles.Zip(("a.jpg", Fixtures.Read("bare.jpg")), ("b.jpg", Fixtures.Read("bare.jpg")));
        var first = zip.AsSpan().IndexOf("PK\u0001\u0002"u8);
        var second = first + 4 + zip.AsSpan(first + 4).IndexOf("PK\u0001\u0002"u8);
        "a.jpg"u8.CopyTo(zip.AsSpan(second + 46));
        BinaryPrimitives.WriteInt32LittleEndian(zip.AsSpan(second + 42), 0);
        return zip;
    }

    internal static byte[] Flagged(byte flag)
    {
        var zip = PackageFiles.Zip(("a.jpg", Fixtures.Read("bare.jpg")));
        zip[6] |= flag;
        zip[zip.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= flag;
        return zip;
    }

    internal static byte[] Commented(string comment)
    {
        var zip = PackageFiles.Zip(("a.jpg", Fixtures.Read("bare.jpg")));
        zip[^2] = (byte)comment.Length;
        return [.. zip, .. Encoding.ASCII.GetBytes(comment)];
    }

    private static async Task<string> CodeOf(byte[] content) => Assert.IsType<EvidenceRefusal>(await Fixtures.TakeIn(content)).Code;
}
