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
    public void Numbers_and_sizes_use_the_readers_signs()
    {
        Assert.Equal("20.000", Format.Number(20000, Indonesian));
        Assert.Equal("3,5", Format.Number(3.5m, Indonesian));
        Assert.Equal("3.5", Format.Number(3.5m, English));
        Assert.Equal("2,4 MB", Format.Size(2_500_000, Indonesian));
        Assert.Equal("900 B", Format.Size(900, English));
    }
}
