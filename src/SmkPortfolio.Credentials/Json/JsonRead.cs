using System.Text.Json;

namespace SmkPortfolio.Credentials.Json;

/// <summary>Reading members of a JSON object without exceptions: what is missing or of another kind is null.</summary>
internal static class JsonRead
{
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    public static JsonElement? Object(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Object } value ? value : null;

    public static string? Text(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static int? Int(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) ? number : null;

    public static DateTimeOffset? Instant(this JsonElement element, string name) =>
        Timestamp.TryParse(element.Text(name), out var value) ? value : null;

    /// <summary>The items of an array member; none when it is missing or no array.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : [];

    /// <summary>The member, or the one element of an array: JSON-LD means the same by both.</summary>
    public static JsonElement? Single(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } array && array.GetArrayLength() == 1 ? array[0] : element.Member(name);

    /// <summary>The items of an array member, or the member itself: JSON-LD means the same by both.</summary>
    public static IEnumerable<JsonElement> Values(this JsonElement element, string name) => element.Member(name) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } many => many.EnumerateArray(),
        { } one => [one],
    };

    /// <summary>The text of a member that stands by itself or as the one element of an array.</summary>
    public static string? SingleText(this JsonElement element, string name) =>
        element.Single(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>True when the member is the string, or an array of strings that holds it.</summary>
    public static bool HasType(this JsonElement element, string type) => element.Member("type") switch
    {
        { ValueKind: JsonValueKind.String } one => one.GetString() == type,
        { ValueKind: JsonValueKind.Array } many => many.EnumerateArray().Any(x => x.ValueKind == JsonValueKind.String && x.GetString() == type),
        _ => false,
    };
}
