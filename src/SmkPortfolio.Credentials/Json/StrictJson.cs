using System.Text;
using System.Text.Json;

namespace SmkPortfolio.Credentials.Json;

/// <summary>
/// Reads JSON that strangers hand in: bounded in size and depth, valid UTF-8, no duplicate members, no half surrogates.
/// What passes can be read twice by two programs with the same result.
/// </summary>
public static class StrictJson
{
    /// <summary>Largest document that is read.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    /// <summary>Deepest nesting that is read.</summary>
    public const int MaxDepth = 64;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Parses one JSON object.</summary>
    /// <exception cref="StrictJsonException">Anything that is not one plain JSON object within the bounds.</exception>
    public static JsonElement ParseObject(ReadOnlyMemory<byte> utf8, int maxBytes = MaxBytes)
    {
        if (utf8.Length > maxBytes) throw new StrictJsonException("json-too-large");
        if (utf8.Span.StartsWith("\uFEFF"u8)) utf8 = utf8[3..];
        try
        {
            _ = StrictUtf8.GetCharCount(utf8.Span);
            Walk(utf8.Span);
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind != JsonValueKind.Object) throw new StrictJsonException("json-not-an-object");
            return document.RootElement.Clone();
        }
        catch (DecoderFallbackException e) { throw new StrictJsonException("json-not-utf8", e); }
        catch (JsonException e) { throw new StrictJsonException("json-malformed", e); }
        catch (InvalidOperationException e) { throw new StrictJsonException("json-bad-string", e); }
    }

    // GetString throws on escapes that name half a surrogate pair; the document reader would throw only when such a string is used.
    private static void Walk(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        var members = new Stack<HashSet<string>>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    members.Push(new HashSet<string>(StringComparer.Ordinal));
                    break;
                case JsonTokenType.EndObject:
                    members.Pop();
                    break;
                case JsonTokenType.PropertyName:
                    if (!members.Peek().Add(reader.GetString()!)) throw new StrictJsonException("json-duplicate-member");
                    break;
                case JsonTokenType.String:
                    _ = reader.GetString();
                    break;
                default:
                    break;
            }
        }
    }
}
