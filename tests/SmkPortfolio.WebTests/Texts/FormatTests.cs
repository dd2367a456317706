using System.Globalization;
using SmkPortfolio.Web.Localisation;

namespace SmkPortfolio.WebTests.Texts;

public class FormatTests
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id"), English = CultureInfo.GetCultureInfo("en");
    private static readonly DateTime Instant = new(2026, 8, 1, 18, 5, 0, DateTimeKind.Utc);

    [Fact]
    public void A_day_is_written_in_the_readers_language()
    {
        Assert.Equal("1 Agustus 2026", Format.Date(new(2026, 8, 1), Indonesian));
        Assert.Equal("1 August 2026", Format.Date(new(2026, 8, 1), English));
    }

    [Theory]
    [InlineData("Asia/Jakarta", "2 Agustus 2026, 01.05 WIB", "2 August 2026, 01:05 WIB")]
    [InlineData("Asia/Makassar", "2 Agustus 2026, 02.05 WITA", "2 August 2026, 02:05 WITA")]
    [InlineData("Asia/Jayapura", "2 Agustus 2026, 03.05 WIT", "2 August 2026, 03:05 WIT")]
    [InlineData("Asia/Tokyo", "2 Agustus 2026, 03.05 UTC+09:00", "2 August 2026, 03:05 UTC+09:00")]
    public void An_instant_stands_in_its_zone_and_names_it(string zone, string indonesian, string english)
    {
        var place = TimeZoneInfo.FindSystemTimeZoneById(zone);
        Assert.Equal(indonesian, Format.Instant(Instant, place, Indonesian));
        Assert.Equal(english, Format.Instant(Instant, place, English));
    }

    [Fact]
    public void The_day_of_an_instant_is_the_schools_own()
    {
        var school = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta");
        Assert.Equal("2 Agustus 2026", Format.Date(Instant, school, Indonesian));
        Assert.Equal("1 Agustus 2026", Format.Date(Instant.AddHours(-2), school, Indonesian));
    }

    [Fact]
    public void A_period_within_one_month_names_it_once()
    {
        var reader = new ReaderFormat();
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = Indonesian;
        try
        {
            Assert.Equal("Mei 2026", reader.Period(new(2026, 5, 12), new(2026, 5, 26)));
            Assert.Equal("Mei 2025 – Mei 2026", reader.Period(new(2025, 5, 12), new(2026, 5, 26)));
            Assert.Equal("Mei 2026 –", reader.Period(new(2026, 5, 12), null));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void Numbers_and_sizes_use_the_readers_signs()
    {
        Assert.Equal("20.000", Format.Number(20000, Indonesian));
        Assert.Equal("3,5", Format.Number(3.5m, Indonesian));
        Assert.Equal("3.5", Format.Number(3.5m, English));
        Assert.Equal("2,4 MB", Format.Size(2_500_000, Indonesian));
        Assert.Equal("900 B", Format.Size(900, English));
    }
}
