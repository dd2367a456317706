using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SmkPortfolio.UnitTests.Pdf.Conformance;

/// <summary>A file as qpdf sees it: objects as JSON, streams decoded. It can be changed and written again.</summary>
internal sealed partial class PdfModel
{
    // qpdf does not read base64 with escapes in it.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly JsonNode whole;

    private PdfModel(byte[] bytes, JsonNode whole) => (Bytes, this.whole) = (bytes, whole);

    public byte[] Bytes { get; }

    public JsonObject Objects => whole["qpdf"]![1]!.AsObject();

    public JsonObject Trailer => Objects["trailer"]!["value"]!.AsObject();

    public JsonObject Catalog => Dictionary(Trailer["/Root"]);

    public static PdfModel Load(byte[] bytes)
    {
        using var folder = new WorkFolder();
        var file = folder.Write("a.pdf", bytes);
        var result = Tool.Run("qpdf", "--json-output", "--json-stream-data=inline", "--decode-level=generalized", file, folder["a.json"]);
        Assert.True(File.Exists(folder["a.json"]), result.Output);
        return new PdfModel(bytes, JsonNode.Parse(File.ReadAllBytes(folder["a.json"]))!);
    }

    /// <summary>The changed objects as a file.</summary>
    public byte[] Write()
    {
        using var folder = new WorkFolder();
        var file = folder.Write("a.json", Encoding.UTF8.GetBytes(whole.ToJsonString(Plain)));
        var result = Tool.Run("qpdf", "--json-input", file, folder["b.pdf"]);
        Assert.True(result.ExitCode == 0, result.Output);
        return File.ReadAllBytes(folder["b.pdf"]);
    }

    public static bool IsReference(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) && Reference().IsMatch(text);

    /// <summary>What a reference leads to; anything else is itself. A stream gives its dictionary.</summary>
    public JsonNode? Get(JsonNode? node)
    {
        for (var i = 0; i < 8 && IsReference(node); i++)
        {
            var held = Objects["obj:" + (string)node!];
            node = held?["value"] ?? held?["stream"]?["dict"];
        }

        return node;
    }

    public JsonObject Dictionary(JsonNode? node) => Get(node) as JsonObject ?? [];

    public JsonArray Array(JsonNode? node) => Get(node) switch { JsonArray array => array, null => [], var single => [single.DeepClone()] };

    public byte[] Data(JsonNode? reference) => reference is null || Objects["obj:" + (string)reference!]?["stream"]?["data"] is not { } data ? [] : Convert.FromBase64String((string)data!);

    public void SetData(JsonNode reference, byte[] data) => Objects["obj:" + (string)reference!]!["stream"]!["data"] = Convert.ToBase64String(data);

    /// <summary>Changes a stream as Latin-1 text.</summary>
    public void Edit(JsonNode reference, Func<string, string> change) => SetData(reference, Encoding.Latin1.GetBytes(change(Encoding.Latin1.GetString(Data(reference)))));

    /// <summary>All dictionaries of a kind, with their references.</summary>
    public IEnumerable<(string Reference, JsonObject Dictionary)> OfType(string type) =>
        All().Where(o => (string?)o.Dictionary["/Type"] == type);

    public IEnumerable<(string Reference, JsonObject Dictionary)> All() =>
        Objects.Where(o => o.Key.StartsWith("obj:", StringComparison.Ordinal)).Select(o => (o.Key[4..], o.Value!["value"] as JsonObject ?? o.Value["stream"]?["dict"] as JsonObject)).Where(o => o.Item2 is not null).Select(o => (o.Item1, o.Item2!));

    public IReadOnlyList<(string Reference, JsonObject Dictionary)> Pages()
    {
        var pages = new List<(string, JsonObject)>();
        void Visit(JsonNode? node)
        {
            foreach (var kid in Array(Dictionary(node)["/Kids"]))
            {
                if (Dictionary(kid)["/Kids"] is not null)
                {
                    Visit(kid);
                }
                else
                {
                    pages.Add(((string)kid!, Dictionary(kid)));
                }
            }
        }

        Visit(Catalog["/Pages"]);
        return pages;
    }

    /// <summary>A text string without qpdf's mark.</summary>
    public static string Text(JsonNode? node) => (string?)node is { } text ? text.StartsWith("u:", StringComparison.Ordinal) ? text[2..] : text : "";

    [GeneratedRegex(@"^\d+ \d+ R$")]
    private static partial Regex Reference();
}
