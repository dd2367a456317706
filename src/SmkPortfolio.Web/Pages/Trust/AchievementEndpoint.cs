using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Pages.Trust;

/// <summary>What was achieved and what a unit of competency is: public, with no person in it.</summary>
internal static class AchievementEndpoint
{
    private const string Json = "application/json";
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Lazy<IReadOnlyDictionary<string, string?>> Units = new(ReadUnits);

    public static void MapAchievements(this IEndpointRouteBuilder routes)
    {
        routes.MapOpen("/schools/{npsn}/achievements/{id:guid}", async (string npsn, Guid id, SignedRecords records, HttpContext http, CancellationToken cancel) =>
            OpenFile.Public(http, (await records.VersionsAsync(npsn, id, false, cancel)) is [var newest, ..] ? Achievement(newest.Bytes) : null, Json, 300));
        routes.MapOpen("/competencies/{code}", (string code, AllSettings settings, HttpContext http) =>
            OpenFile.Public(http, EntrySchema.IsUnitCode(code) ? Unit(code, settings) : null, Json, 3600));
    }

    /// <summary>The achievement as it stands inside the signed credential.</summary>
    private static byte[]? Achievement(byte[] credential)
    {
        using var document = JsonDocument.Parse(credential);
        return document.RootElement.TryGetProperty("credentialSubject", out var subject) && subject.ValueKind == JsonValueKind.Object && subject.TryGetProperty("achievement", out var achievement)
            ? JsonSerializer.SerializeToUtf8Bytes(achievement, Plain)
            : null;
    }

    private static byte[] Unit(string code, AllSettings settings)
    {
        var unit = new JsonObject
        {
            ["id"] = $"{settings.PublicUrl.GetLeftPart(UriPartial.Authority)}/competencies/{code}",
            ["code"] = code,
            ["framework"] = "SKKNI",
        };
        if (Units.Value.GetValueOrDefault(code) is { } title)
        {
            unit["title"] = title;
        }
        return JsonSerializer.SerializeToUtf8Bytes(unit, Plain);
    }

    private static Dictionary<string, string?> ReadUnits()
    {
        using var file = typeof(AchievementEndpoint).Assembly.GetManifestResourceStream("reference/sample-skkni.json") ?? throw new InvalidOperationException("The list of units is not embedded.");
        using var document = JsonDocument.Parse(file);
        return document.RootElement.GetProperty("units").EnumerateArray().ToDictionary(u => u.GetProperty("code").GetString()!, u => u.GetProperty("title").GetString(), StringComparer.Ordinal);
    }
}
