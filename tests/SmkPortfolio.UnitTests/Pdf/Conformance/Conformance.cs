using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SmkPortfolio.UnitTests.Pdf.Conformance;

/// <summary>A rule that a file breaks.</summary>
internal sealed record Finding(string Rule, string Where);

/// <summary>Rules of PDF/A-3 and PDF/UA-1 that can be decided from a file's objects. Each is proved by a file that breaks it.</summary>
internal sealed partial class Conformance
{
    private readonly PdfModel model;
    private readonly List<Finding> findings = [];

    private Conformance(PdfModel model) => this.model = model;

    public static IReadOnlyList<Finding> Check(byte[] bytes)
    {
        var conformance = new Conformance(PdfModel.Load(bytes));
        conformance.CheckFile();
        conformance.CheckMetadata();
        conformance.CheckAttachments();
        var structure = new StructureRules(conformance.model, conformance.Need);
        structure.Check();
        new PageRules(conformance.model, structure, conformance.Need).Check();
        new FontRules(conformance.model, conformance.Need).Check();
        return conformance.findings;
    }

    private void Need(bool holds, string rule, string where = "")
    {
        if (!holds)
        {
            findings.Add(new Finding(rule, where));
        }
    }

    private void CheckFile()
    {
        var start = Encoding.Latin1.GetString(model.Bytes[..Math.Min(20, model.Bytes.Length)]);
        Need(Header().IsMatch(start), "header");
        Need(Encoding.Latin1.GetString(model.Bytes).Contains("/ID", StringComparison.Ordinal), "id");
        Need(!model.Trailer.ContainsKey("/Encrypt"), "not-encrypted");
        var catalog = model.Catalog;
        Need(PdfModel.Text(catalog["/Lang"]).Length > 0, "language");
        Need((bool?)model.Dictionary(catalog["/ViewerPreferences"])["/DisplayDocTitle"] == true, "title-shown");
        Need((bool?)model.Dictionary(catalog["/MarkInfo"])["/Marked"] == true, "marked");
        Need(!catalog.ContainsKey("/OpenAction") && !catalog.ContainsKey("/AA") && !model.Dictionary(catalog["/Names"]).ContainsKey("/JavaScript"), "no-actions");
        var intents = model.Array(catalog["/OutputIntents"]).Select(model.Dictionary).ToList();
        Need(intents.Any(i => (string?)i["/S"] == "/GTS_PDFA1" && i["/DestOutputProfile"] is { } profile && model.Data(profile).AsSpan(36).StartsWith("acsp"u8)), "output-intent");
        foreach (var (reference, action) in model.All().Where(o => o.Dictionary["/S"] is JsonValue s && (string?)s is "/JavaScript" or "/Launch" or "/SubmitForm" or "/ImportData"))
        {
            Need(false, "no-actions", reference);
        }
    }

    private void CheckMetadata()
    {
        var reference = model.Catalog["/Metadata"];
        var xmp = Encoding.UTF8.GetString(model.Data(reference));
        Need(xmp.Contains("<?xpacket begin", StringComparison.Ordinal), "xmp");
        Need(xmp.Contains("<pdfaid:part>3</pdfaid:part>", StringComparison.Ordinal), "pdfa-part");
        Need(xmp.Contains("<pdfaid:conformance>A</pdfaid:conformance>", StringComparison.Ordinal), "pdfa-level");
        Need(xmp.Contains("<pdfuaid:part>1</pdfuaid:part>", StringComparison.Ordinal), "pdfua-part");
        Need(xmp.Contains("<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>", StringComparison.Ordinal), "extension-schema");
        var information = model.Dictionary(model.Trailer["/Info"]);
        foreach (var (rule, key, pattern) in new[] { ("title-equal", "/Title", Title()), ("author-equal", "/Author", Author()), ("creator-equal", "/Creator", Creator()), ("producer-equal", "/Producer", Producer()) })
        {
            var match = pattern.Match(xmp);
            Need(match.Success && System.Net.WebUtility.HtmlDecode(match.Groups[1].Value) is { Length: > 0 } value && value == PdfModel.Text(information[key]), rule);
        }
    }

    private void CheckAttachments()
    {
        var listed = model.Array(model.Catalog["/AF"]).Select(a => (string?)a).ToHashSet();
        foreach (var (reference, file) in model.All().Where(o => o.Dictionary.ContainsKey("/EF")))
        {
            Need(PdfModel.Text(file["/F"]).Length > 0 && PdfModel.Text(file["/UF"]).Length > 0, "attachment-name", reference);
            Need(PdfModel.Text(file["/Desc"]).Length > 0, "attachment-description", reference);
            Need((string?)file["/AFRelationship"] is "/Data" or "/Source" or "/Supplement" or "/Alternative" or "/Unspecified", "attachment-relationship", reference);
            Need(listed.Contains(reference), "attachment-listed", reference);
            var embedded = model.Dictionary(model.Dictionary(file["/EF"])["/F"]);
            Need((string?)embedded["/Subtype"] is { Length: > 1 }, "attachment-type", reference);
            Need(model.Dictionary(embedded["/Params"]).ContainsKey("/ModDate"), "attachment-date", reference);
        }
    }

    [GeneratedRegex(@"^%PDF-1\.[4-7]\n%[\x80-\xff]{4}")]
    private static partial Regex Header();

    [GeneratedRegex("<dc:title>.*?<rdf:li[^>]*>(.*?)</rdf:li>", RegexOptions.Singleline)]
    private static partial Regex Title();

    [GeneratedRegex("<dc:creator>.*?<rdf:li[^>]*>(.*?)</rdf:li>", RegexOptions.Singleline)]
    private static partial Regex Author();

    [GeneratedRegex("<xmp:CreatorTool>(.*?)</xmp:CreatorTool>", RegexOptions.Singleline)]
    private static partial Regex Creator();

    [GeneratedRegex("<pdf:Producer>(.*?)</pdf:Producer>", RegexOptions.Singleline)]
    private static partial Regex Producer();
}
