using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmkPortfolio.Credentials.Json;

/// <summary>Writing JSON the one way we write it: compact UTF-8, no byte order mark, text as itself.</summary>
internal static class JsonWrite
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Bytes(JsonNode node) => JsonSerializer.SerializeToUtf8Bytes(node, Compact);

    public static JsonArray Array(IEnumerable<JsonNode> items) => new([.. items]);

    public static JsonArray Strings(params IEnumerable<string> items) => Array(items.Select(x => (JsonNode)JsonValue.Create(x)));
}
