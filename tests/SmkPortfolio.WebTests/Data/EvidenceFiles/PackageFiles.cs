using System.IO.Compression;
using System.Text;

namespace SmkPortfolio.WebTests.Data.EvidenceFiles;

/// <summary>Small office documents and archives.</summary>
internal static class PackageFiles
{
    private const string Main = "application/vnd.openxmlformats-officedocument.";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static (string Kind, string Type, string Part)[] Offices { get; } =
    [
        ("docx", Main + "wordprocessingml.document.main+xml", "word/document.xml"),
        ("xlsx", Main + "spreadsheetml.sheet.main+xml", "xl/workbook.xml"),
        ("pptx", Main + "presentationml.presentation.main+xml", "ppt/presentation.xml"),
    ];

    /// <param name="more">Further parts; one that is there already is replaced.</param>
    public static byte[] Office(string kind = "docx", string types = "", string links = "", params (string Name, byte[] Content)[] more)
    {
        var (_, type, part) = Offices.Single(o => o.Kind == kind);
        var parts = new List<(string Name, byte[] Content)>
        {
            ("[Content_Types].xml", Text($"""<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/{part}" ContentType="{type}"/>{types}</Types>""")),
            ("_rels/.rels", Text($"""<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Links}/officeDocument" Target="{part}"/>{links}</Relationships>""")),
            (part, Text("<w:document xmlns:w=\"w\">Laporan praktik las</w:document>")),
        };
        parts.RemoveAll(p => more.Any(m => m.Name == p.Name));
        return Zip([.. parts, .. more]);
    }

    /// <summary>With author, company, thumbnail and a photo that tells its place.</summary>
    public static byte[] ToldOffice(string secret) => Office("docx", "<Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>",
        "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail\" Target=\"docProps/thumbnail.jpeg\"/>",
        ("docProps/core.xml", Text($"""<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{secret}</dc:creator><cp:lastModifiedBy>{secret}</cp:lastModifiedBy></cp:coreProperties>""")),
        ("docProps/app.xml", Text($"<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Company>{secret}</Company></Properties>")),
        ("docProps/thumbnail.jpeg", Fixtures.Read("bare.jpg")),
        ("word/media/image1.jpeg", ExifTool.Write(Fixtures.Read("bare.jpg"), "jpg", "-GPSLatitude=-6.2", $"-Artist={secret}")));

    public static string Link(string type, string target, bool external = true) =>
        $"<Relationship Id=\"rId7\" Type=\"{Links}/{type}\" Target=\"{target}\"{(external ? " TargetMode=\"External\"" : "")}/>";

    public static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }
        return target.ToArray();
    }

    public static Dictionary<string, byte[]> Unpacked(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var copy = new MemoryStream();
            using var content = e.Open();
            content.CopyTo(copy);
            return copy.ToArray();
        });
    }

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
