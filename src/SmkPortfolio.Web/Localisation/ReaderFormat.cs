using System.Globalization;

namespace SmkPortfolio.Web.Localisation;

/// <summary><see cref="Format"/> in the language of the page being written; views have it as <c>F</c>.</summary>
public sealed class ReaderFormat
{
    private const string DefaultZone = "Asia/Jakarta";

    public string Date(DateOnly date) => Format.Date(date, CultureInfo.CurrentUICulture);

    /// <summary>The date, or a dash where there is none.</summary>
    public string Date(DateOnly? date) => date is { } known ? Date(known) : "–";

    public string Month(DateOnly date) => Format.Month(date, CultureInfo.CurrentUICulture);

    /// <summary>“July 2026 – December 2026”; one month is named once, and it is open at the end while it lasts.</summary>
    public string Period(DateOnly from, DateOnly? to) => to switch
    {
        null => $"{Month(from)} –",
        { } end when end.Year == from.Year && end.Month == from.Month => Month(from),
        { } end => $"{Month(from)} – {Month(end)}",
    };

    /// <summary>The day of a UTC instant in the school's zone (IANA name).</summary>
    public string Date(DateTime utc, string zone) => Format.Date(utc, TimeZoneInfo.FindSystemTimeZoneById(zone), CultureInfo.CurrentUICulture);

    /// <summary>A UTC instant in the school's zone (IANA name), with the zone's name.</summary>
    public string Instant(DateTime utc, string zone = DefaultZone) =>
        Format.Instant(utc, TimeZoneInfo.FindSystemTimeZoneById(zone), CultureInfo.CurrentUICulture);

    public string Time(DateTime utc, string zone = DefaultZone) =>
        Format.Time(utc, TimeZoneInfo.FindSystemTimeZoneById(zone), CultureInfo.CurrentUICulture);

    public string Number(long value) => Format.Number(value, CultureInfo.CurrentUICulture);

    public string Number(decimal value) => Format.Number(value, CultureInfo.CurrentUICulture);

    public string Size(long bytes) => Format.Size(bytes, CultureInfo.CurrentUICulture);
}
