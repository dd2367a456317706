using System.Text.Json;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Issuing.Batches;

/// <summary>
/// What helps to mend a refusal, within the row of its student, from which the sentence is said to each reader in their language: the
/// characters that cannot be printed as a JSON array of <c>{"character", "codePoint", "field", "title"}</c>; nothing where the code says all.
/// </summary>
internal static class KeptReason
{
    private const string Begin = "[{";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static string Written(IReadOnlyList<Unprintable> found) => found.Count == 0 ? "" : JsonSerializer.Serialize(found, Json);

    /// <summary>Null where there is no list: older rows hold the sentence itself, which is said as it stands.</summary>
    public static IReadOnlyList<Unprintable>? Read(string detail) => detail.StartsWith(Begin, StringComparison.Ordinal) ? JsonSerializer.Deserialize<IReadOnlyList<Unprintable>>(detail, Json) : null;
}
