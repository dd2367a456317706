using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>
/// Looks through a DOCX, XLSX or PPTX: nothing in it may run or fetch from elsewhere. Then writes it anew, part by part with the same
/// content, without author, company, small picture of itself, and with its pictures cleaned. One that is signed is kept as it is,
/// because the signature covers its parts.
/// </summary>
internal sealed class OfficeCleaner(EvidenceLimits limits, int depth = 0)
{
    public const string TypesPart = "[Content_Types].xml";
    private const int MaxParts = 5000;
    private const int MaxXml = 1024 * 1024;
    private const string Word = "application/vnd.openxmlformats-officedocument.";

    private static readonly XNamespace Links = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>Parts that speak of people and programs, and what stands in their place.</summary>
    private static readonly Dictionary<string, string> Blank = new(StringComparer.OrdinalIgnoreCase)
    {
        ["docProps/core.xml"] = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>""",
        ["docProps/app.xml"] = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>""",
        ["docProps/custom.xml"] = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>""",
    };

    /// <summary>One of the three kinds.</summary>
    public string Kind { get; private set; } = EvidenceKinds.Office;

    public bool SomethingRemoved { get; private set; }

    /// <summary>Whether a ZIP is an office document at all.</summary>
    public static bool Is(ZipDirectory directory) => directory.Members.Any(m => m.Name == TypesPart);

    public static ZipDirectory Directory(FileWalker file, FileStream source, EvidenceLimits limits) => ZipDirectory.Read(file, source, MaxParts, limits.Unpacking ?? new UnpackBudget(limits.MaxUnpackedBytes));

    /// <returns>The document written anew, or null when it is kept as it is.</returns>
    public FileStream? Clean(ZipDirectory directory)
    {
        Kind = Types(directory);
        var signed = directory.Members.Any(m => m.Name.StartsWith("_xmlsignatures/", StringComparison.OrdinalIgnoreCase));
        var target = TemporaryFile.Create(limits.TemporaryFolder);
        try
        {
            var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
            {
                foreach (var member in directory.Members.Where(m => !m.IsFolder))
                {
                    if (!names.Add(member.Name) || member.Name.Contains('\\', StringComparison.Ordinal) || member.Name.StartsWith('/') || member.Name.Split('/').Contains(".."))
                    {
                        throw new RefusedException(RefusalCodes.ArchiveName) { Member = member.Name };
                    }
                    Part(directory, member, zip);
                }
            }
            if (signed)
            {
                target.Dispose();
                SomethingRemoved = false;
                return null;
            }
            target.Position = 0;
            return target;
        }
        catch
        {
            target.Dispose();
            throw;
        }
    }

    private static string Types(ZipDirectory directory)
    {
        string? kind = null;
        foreach (var type in Xml(directory, directory.Members.First(m => m.Name == TypesPart)).Descendants().Select(e => (string?)e.Attribute("ContentType") ?? ""))
        {
            if (Has(type, "macroEnabled") || Has(type, "vbaProject") || Has(type, "activeX") || Has(type, "oleObject") || Has(type, "ms-package.obfuscated"))
            {
                throw new RefusedException(RefusalCodes.ActiveDocument, EvidenceKinds.Office);
            }
            kind ??= type switch
            {
                Word + "wordprocessingml.document.main+xml" => EvidenceKinds.Docx,
                Word + "spreadsheetml.sheet.main+xml" => EvidenceKinds.Xlsx,
                Word + "presentationml.presentation.main+xml" => EvidenceKinds.Pptx,
                _ => null,
            };
        }
        return kind ?? throw new RefusedException(RefusalCodes.TypeRefused, EvidenceKinds.Office);
    }

    private void Part(ZipDirectory directory, ZipMember member, ZipArchive zip)
    {
        if (Has(member.Name, "vbaProject.bin") || Has(member.Name, "vbaData.xml") || Has(member.Name, "/activeX/"))
        {
            throw Active(member);
        }
        if (Blank.TryGetValue(member.Name, out var blank))
        {
            directory.Unpack(member, Stream.Null);
            SomethingRemoved = true;
            Write(zip, member.Name, Encoding.UTF8.GetBytes(blank));
            return;
        }
        if (member.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
        {
            Relations(directory, member, zip);
            return;
        }
        if (member.Name.StartsWith("docProps/thumbnail", StringComparison.OrdinalIgnoreCase))
        {
            directory.Unpack(member, Stream.Null);
            SomethingRemoved = true;
            return;
        }
        using var part = TemporaryFile.Create(limits.TemporaryFolder);
        directory.Unpack(member, part);
        Content(member, part, directory.Budget, zip);
    }

    private void Content(ZipMember member, FileStream part, UnpackBudget budget, ZipArchive zip)
    {
        var walker = new FileWalker(part.SafeFileHandle, part.Length);
        switch (EvidenceIntake.KindOf(walker))
        {
            case EvidenceKinds.Executable or EvidenceKinds.Script or EvidenceKinds.Html:
                throw Active(member);
            case EvidenceKinds.Office or EvidenceKinds.Zip:
                Embedded(member, part, walker, budget, zip);
                return;
            case EvidenceKinds.Jpeg or EvidenceKinds.Png or EvidenceKinds.Webp:
                Picture(member, part, zip);
                return;
            default:
                part.Position = 0;
                Write(zip, member.Name, part);
                return;
        }
    }

    /// <summary>The table behind a chart is a document of its own.</summary>
    private void Embedded(ZipMember member, FileStream part, FileWalker walker, UnpackBudget budget, ZipArchive zip)
    {
        Span<byte> head = stackalloc byte[2];
        walker.ReadAt(0, head);
        if (depth > 0 || !head.SequenceEqual("PK"u8))
        {
            throw Active(member);
        }
        var inner = new OfficeCleaner(limits, depth + 1);
        var directory = Directory(walker, part, limits with { Unpacking = budget });
        if (!Is(directory))
        {
            throw Active(member);
        }
        using var cleaned = inner.Clean(directory);
        SomethingRemoved |= inner.SomethingRemoved;
        part.Position = 0;
        Write(zip, member.Name, cleaned ?? part);
    }

    private void Picture(ZipMember member, FileStream part, ZipArchive zip)
    {
        switch (EvidenceIntake.CleanSpooled(part, limits))
        {
            case EvidenceRefusal refusal:
                throw new RefusedException(refusal.Code, refusal.DetectedKind) { Member = member.Name };
            case CleanedEvidence picture:
                using (picture)
                {
                    SomethingRemoved |= picture.MetadataRemoved;
                    Write(zip, member.Name, picture.Content);
                }
                break;
        }
    }

    private void Relations(ZipDirectory directory, ZipMember member, ZipArchive zip)
    {
        var xml = Xml(directory, member);
        foreach (var link in xml.Descendants(Links + "Relationship").ToList())
        {
            var type = (string?)link.Attribute("Type") ?? "";
            var target = (string?)link.Attribute("Target") ?? "";
            if (Has(type, "/aFChunk") || Has(type, "/vbaProject") || Has(type, "/control") || Has(type, "/oleObject"))
            {
                throw Active(member);
            }
            if (Has(type, "/metadata/thumbnail"))
            {
                SomethingRemoved = true;
                link.Remove();
            }
            else if ((string?)link.Attribute("TargetMode") == "External" && !(type.EndsWith("/hyperlink", StringComparison.Ordinal) && MayLink(target)))
            {
                throw new RefusedException(RefusalCodes.OutsideContent) { Member = member.Name };
            }
        }
        using var bytes = new MemoryStream();
        xml.Save(bytes, SaveOptions.DisableFormatting);
        Write(zip, member.Name, bytes.ToArray());
    }

    private static bool MayLink(string target)
    {
        var colon = target.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? !target.StartsWith('\\') && !target.StartsWith("//", StringComparison.Ordinal)
            : target[..colon].ToUpperInvariant() is "HTTP" or "HTTPS" or "MAILTO" or "TEL";
    }

    private static XDocument Xml(ZipDirectory directory, ZipMember member)
    {
        if (member.Length > MaxXml)
        {
            throw new RefusedException(RefusalCodes.Swells) { Member = member.Name };
        }
        using var bytes = new MemoryStream();
        directory.Unpack(member, bytes);
        bytes.Position = 0;
        try
        {
            using var reader = XmlReader.Create(bytes, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XDocument.Load(reader);
        }
        catch (XmlException)
        {
            throw new RefusedException(RefusalCodes.Broken) { Member = member.Name };
        }
    }

    private static void Write(ZipArchive zip, string name, byte[] content)
    {
        using var bytes = new MemoryStream(content);
        Write(zip, name, bytes);
    }

    private static void Write(ZipArchive zip, string name, Stream content) => ArchiveCleaner.Write(zip, name, content);

    private static RefusedException Active(ZipMember member) => new(RefusalCodes.ActiveDocument, EvidenceKinds.Office) { Member = member.Name };

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
