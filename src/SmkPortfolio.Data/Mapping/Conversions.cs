using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SmkPortfolio.Domain.Entries;

namespace SmkPortfolio.Data.Mapping;

/// <summary>Instants are UTC on both engines; SQLite gives back no kind.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    at => at.Kind == DateTimeKind.Local ? at.ToUniversalTime() : DateTime.SpecifyKind(at, DateTimeKind.Utc),
    at => DateTime.SpecifyKind(at, DateTimeKind.Utc));

/// <summary>Values that are read and written whole, as JSON text.</summary>
internal sealed class JsonText<T>() : ValueConverter<T, string>(value => Json.Write(value), text => Json.Read<T>(text));

internal sealed class JsonComparer<T>() : ValueComparer<T>(
    (a, b) => Json.Write(a) == Json.Write(b),
    value => Json.Write(value).GetHashCode(StringComparison.Ordinal),
    value => Json.Read<T>(Json.Write(value)));

internal static class Json
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)!;
}

/// <summary>A detail as its kind and its filled fields: adding a field to a kind needs no migration.</summary>
internal sealed class DetailConverter() : ValueConverter<EntryDetail, string>(detail => Write(detail), text => Read(text))
{
    private static readonly DateOnly NoToday = DateOnly.Parse("9900-01-01", CultureInfo.InvariantCulture);

    private static string Write(EntryDetail detail) =>
        Json.Write(new Stored(EntryNames.Of(detail.Kind), new Dictionary<string, string>(EntrySchema.Values(detail), StringComparer.Ordinal)));

    private static EntryDetail Read(string text)
    {
        var stored = Json.Read<Stored>(text);
        var kind = EntryNames.Kind(stored.Kind) ?? throw new InvalidDataException($"An entry of kind '{stored.Kind}' is not known.");
        return EntrySchema.Read(kind, stored.Fields, NoToday).Detail;
    }

    private sealed record Stored(string Kind, Dictionary<string, string> Fields);
}
