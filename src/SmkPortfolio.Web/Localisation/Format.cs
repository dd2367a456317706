using System.Globalization;

namespace SmkPortfolio.Web.Localisation;

/// <summary>Dates, instants and numbers as a reader of the given language expects them.</summary>
public static class Format
{
    /// <summary>“1 August 2026”, “1 Agustus 2026”.</summary>
    public static string Date(DateOnly date, CultureInfo culture) => date.ToString("d MMMM yyyy", culture);

    /// <summary>The day of a UTC instant in a zone: before seven in the morning it is still yesterday in UTC.</summary>
    public static string Date(DateTime utc, TimeZoneInfo zone, CultureInfo culture) => Date(DateOnly.FromDateTime(Local(utc, zone)), culture);

    /// <summary>“August 2026”: for periods, where the day says nothing.</summary>
    public static string Month(DateOnly date, CultureInfo culture) => date.ToString("MMMM yyyy", culture);

    /// <summary>A UTC instant in a zone, with the zone's name: “23 November 2026, 10.15 WIB”.</summary>
    public static string Instant(DateTime utc, TimeZoneInfo zone, CultureInfo culture)
    {
        var local = Local(utc, zone);
        return $"{local.ToString("d MMMM yyyy", culture)}, {TimeOf(local, culture)} {ZoneName(zone, local)}";
    }

    /// <summary>The time of day in a zone: “10.15 WIB”.</summary>
    public static string Time(DateTime utc, TimeZoneInfo zone, CultureInfo culture)
    {
        var local = Local(utc, zone);
        return $"{TimeOf(local, culture)} {ZoneName(zone, local)}";
    }

    /// <summary>A whole number with the language's grouping: “20.000”, “20,000”.</summary>
    public static string Number(long value, CultureInfo culture) => value.ToString("N0", culture);

    /// <summary>A number with only the decimals it has: “3,5”, “3.5”.</summary>
    public static string Number(decimal value, CultureInfo culture) => value.ToString("#,##0.####", culture);

    /// <summary>A file's size: “820 KB”, “2,4 MB”.</summary>
    public static string Size(long bytes, CultureInfo culture) => bytes switch
    {
        < 1024 => string.Create(culture, $"{bytes} B"),
        < 1024 * 1024 => string.Create(culture, $"{bytes / 1024.0:0} KB"),
        _ => string.Create(culture, $"{bytes / 1024.0 / 1024.0:0.#} MB"),
    };

    /// <summary>WIB, WITA or WIT for the zones of Indonesia; elsewhere the distance from UTC.</summary>
    public static string ZoneName(TimeZoneInfo zone, DateTime local)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return zone.Id switch
        {
            "Asia/Jakarta" or "Asia/Pontianak" => "WIB",
            "Asia/Makassar" => "WITA",
            "Asia/Jayapura" => "WIT",
            "UTC" or "Etc/UTC" => "UTC",
            _ => Offset(zone.GetUtcOffset(local)),
        };
    }

    private static DateTime Local(DateTime utc, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);

    private static string TimeOf(DateTime local, CultureInfo culture) =>
        local.ToString(culture.TwoLetterISOLanguageName == "id" ? "HH'.'mm" : "HH':'mm", CultureInfo.InvariantCulture);

    private static string Offset(TimeSpan offset) =>
        string.Create(CultureInfo.InvariantCulture, $"UTC{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}");
}
