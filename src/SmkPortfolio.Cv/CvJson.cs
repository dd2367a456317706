using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmkPortfolio.Cv;

/// <summary>The content as JSON: camelCase, nothing where there is nothing.</summary>
public static class CvJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Serialize(CvContent content) => JsonSerializer.SerializeToUtf8Bytes(content, Options);

    /// <exception cref="JsonException">The bytes are not such content.</exception>
    public static CvContent Deserialize(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<CvContent>(json, Options) ?? throw new JsonException("The content is null.");
}
