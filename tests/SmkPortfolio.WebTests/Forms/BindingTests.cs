namespace SmkPortfolio.WebTests.Forms;

public class BindingTests
{
    [Theory]
    [InlineData("id", "3,5")]
    [InlineData("id", "3.5")]
    [InlineData("en", "3,5")]
    [InlineData("en", " 3.5 ")]
    public async Task Comma_and_point_are_both_decimals_in_every_language(string language, string posted)
    {
        await using var bench = new FormBench(language);
        Assert.Equal(3.5m, await bench.BindAsync("Hours", posted));
        Assert.Equal(0, bench.State.ErrorCount);
    }

    [Theory]
    [InlineData("Hours", "1.000,5", "Tulis “Hours” sebagai angka.")]
    [InlineData("Hours", "tujuh", "Tulis “Hours” sebagai angka.")]
    [InlineData("Count", "2,5", "Tulis “Count” sebagai angka.")]
    [InlineData("Count", "99999999999", "Tulis “Count” sebagai angka.")]
    [InlineData("Count", "", "Isi bagian ini.")]
    [InlineData("From", "31/2/2026", "“31/2/2026” tidak sesuai untuk “From”.")]
    public async Task What_is_no_number_or_day_is_refused_in_the_readers_language(string property, string posted, string message)
    {
        await using var bench = new FormBench();
        Assert.Null(await bench.BindAsync(property, posted));
        Assert.Equal(message, bench.ErrorOf(property));
    }

    [Theory]
    [InlineData("2026-08-01")]
    [InlineData("1/8/2026")]
    [InlineData("01-08-2026")]
    public async Task A_day_is_read_as_the_picker_or_as_people_write_it(string posted)
    {
        await using var bench = new FormBench("en");
        Assert.Equal(new DateOnly(2026, 8, 1), await bench.BindAsync("From", posted));
    }

    [Fact]
    public async Task Text_arrives_clean_and_a_password_as_typed()
    {
        await using var bench = new FormBench();
        Assert.Equal("Jose\u0301".Normalize() + "\nbaris", await bench.BindAsync("Title", "  Jose\u0301\r\nbaris\u0000 "));
        Assert.Equal(" sandi  ", await bench.BindAsync("Password", " sandi  "));
        Assert.Null(await bench.BindAsync("English", "   "));
    }

    [Theory]
    [InlineData("id", "Isi “Portofolio”.", "“English” harus antara 3 dan 12 karakter.", "“Hours” harus antara 1 dan 24.")]
    [InlineData("en", "Fill in “Portfolio”.", "“English” must have between 3 and 12 characters.", "“Hours” must be between 1 and 24.")]
    public async Task Rules_speak_the_readers_language(string language, string required, string length, string range)
    {
        await using var bench = new FormBench(language);
        bench.Validate(new() { English = "x", Hours = 30, Mail = "nobody" });
        Assert.Equal(required, bench.ErrorOf("Title"));
        Assert.Equal(length, bench.ErrorOf("English"));
        Assert.Equal(range, bench.ErrorOf("Hours"));
        Assert.Contains("“Mail”", bench.ErrorOf("Mail"), StringComparison.Ordinal);
    }
}
