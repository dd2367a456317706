using System.Globalization;

namespace SmkPortfolio.Credentials.Json;

/// <summary>RFC 3339 instants with whole seconds, written the same under every culture.</summary>
public static class Timestamp
{
    private const string Pattern = "yyyy-MM-dd'T'HH':'mm':'ss";

    /// <summary>The instant in UTC, as <c>2026-11-20T03:15:00Z</c>.</summary>
    public static string Utc(DateTimeOffset value) => value.UtcDateTime.ToString(Pattern + "'Z'", CultureInfo.InvariantCulture);

    /// <summary>The instant with its own offset, as <c>2026-11-20T10:15:00+07:00</c>.</summary>
    public static string WithOffset(DateTimeOffset value) =>
        value.Offset == TimeSpan.Zero ? Utc(value) : value.ToString(Pattern + "zzz", CultureInfo.InvariantCulture);

    /// <summary>Reads an instant that names its offset; one without is refused, since nobody can know which zone was meant.</summary>
    public static bool TryParse(string? text, out DateTimeOffset value)
    {
        value = default;
        if (text is null || text.Length is < 20 or > 40 || text[10] != 'T') return false;
        var hasOffset = text[^1] == 'Z' || text[^6] is '+' or '-';
        return hasOffset && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
    }
}
