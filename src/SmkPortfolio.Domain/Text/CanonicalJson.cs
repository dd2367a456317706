using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmkPortfolio.Domain.Text;

/// <summary>RFC 8785 (JSON Canonicalization Scheme) for documents made of objects, arrays, strings, booleans and whole numbers.</summary>
public static class CanonicalJson
{
    private const long LargestSafe = 9007199254740991;

    /// <summary>The canonical UTF-8 bytes. Fractions, null and unsafe integers are refused: nothing that is signed here holds them.</summary>
    /// <exception cref="ArgumentException">The document holds a value outside that set.</exception>
    public static byte[] Bytes(JsonNode document)
    {
        var text = new StringBuilder();
        Write(text, document);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Write(StringBuilder to, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                to.Append('{');
                var first = true;
                foreach (var (name, value) in members.OrderBy(m => m.Key, StringComparer.Ordinal))
                {
                    if (!first)
                    {
                        to.Append(',');
                    }
                    first = false;
                    WriteString(to, name);
                    to.Append(':');
                    Write(to, value);
                }
                to.Append('}');
                break;
            case JsonArray items:
                to.Append('[');
                for (var i = 0; i < items.Count; i++)
                {
                    if (i > 0)
                    {
                        to.Append(',');
                    }
                    Write(to, items[i]);
                }
                to.Append(']');
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                WriteString(to, value.GetValue<string>());
                break;
            case JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False:
                to.Append(value.GetValueKind() == JsonValueKind.True ? "true" : "false");
                break;
            case JsonValue value when WholeNumber(value) is { } number:
                to.Append(number.ToString(CultureInfo.InvariantCulture));
                break;
            default:
                throw new ArgumentException("Only objects, arrays, strings, booleans and safe whole numbers can be canonicalised.", nameof(node));
        }
    }

    private static long? WholeNumber(JsonValue value) =>
        value.GetValueKind() == JsonValueKind.Number
        && long.TryParse(value.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number is >= -LargestSafe and <= LargestSafe ? number : null;

    private static void WriteString(StringBuilder to, string value)
    {
        to.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => to.Append("\\\""),
                '\\' => to.Append("\\\\"),
                '\b' => to.Append("\\b"),
                '\f' => to.Append("\\f"),
                '\n' => to.Append("\\n"),
                '\r' => to.Append("\\r"),
                '\t' => to.Append("\\t"),
                < ' ' => to.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => to.Append(c),
            };
        }
        to.Append('"');
    }
}
