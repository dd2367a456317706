using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.WebTests.Startup;

public sealed class SettingsReaderTests
{
    [Theory]
    [InlineData("Database:Provider", "mysql")]
    [InlineData("Database:ConnectionString", "", "Database:Provider", "postgres")]
    [InlineData("Evidence:Provider", "ftp")]
    [InlineData("Evidence:ConnectionString", "", "Evidence:Provider", "azure")]
    [InlineData("Proxy:KnownProxies:0", "proxy.example")]
    [InlineData("Proxy:KnownNetworks:1", "10.0.0.1", "Proxy:KnownNetworks:0", "10.0.0.0/8")]
    [InlineData("Storage:Root", " ")]
    [InlineData("Keys:ProtectionCertificate", "no-such-file.pfx")]
    [InlineData("Limits:FilesPerEntry", "0")]
    [InlineData("Limits:EvidenceBytes", "-1")]
    [InlineData("Limits:BinDays", "many")]
    [InlineData("Limits:ShareDays", "400")]
    [InlineData("Limits:VerifyPerMinute", "-1")]
    [InlineData("Tools:PdfToPpm", "no-such-program")]
    [InlineData("Tools:HeifConvert", "no-such-program")]
    [InlineData("VirusScan:Address", "3310")]
    [InlineData("VirusScan:Address", "scanner.example")]
    [InlineData("VirusScan:Address", "scanner.example:0")]
    [InlineData("VirusScan:Address", "scanner.example:65536")]
    [InlineData("VirusScan:Address", "tcp://scanner.example:3310")]
    [InlineData("Site:PublicUrl", "folio.example")]
    [InlineData("Site:PublicUrl", "https://folio.example/school")]
    [InlineData("Site:PublicUrl", "https://192.168.0.1")]
    [InlineData("Site:PublicUrl", "https://Folio.example")]
    public void A_wrong_setting_is_refused_with_one_sentence_that_names_it(string name, string value, params string[] others)
    {
        var settings = Pairs(others).Append((name, value));

        var refusal = Assert.Throws<SettingException>(() => Read("Development", settings));

        Assert.StartsWith(name, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
        Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Site:PublicUrl", "")]
    [InlineData("Site:PublicUrl", "http://folio.example")]
    [InlineData("Demo:Seed", "true")]
    public void Outside_development_a_site_needs_its_https_address_and_no_demo(string name, string value)
    {
        (string, string)[] settings = name == "Site:PublicUrl" ? [(name, value)] : [("Site:PublicUrl", "https://folio.example"), (name, value)];

        Assert.StartsWith(name, Assert.Throws<SettingException>(() => Read("Production", settings)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Development_needs_no_setting_and_limits_nothing()
    {
        var settings = Read("Development", []);

        Assert.Equal(new Uri("http://localhost:5080"), settings.PublicUrl);
        Assert.True(settings.SeedsDemo);
        Assert.Equal((0, 0), (settings.VerifyPerMinute, settings.SignInPerMinute));
    }

    [Fact]
    public void Outside_development_limits_hold_without_being_set()
    {
        var settings = Read("Production", [("Site:PublicUrl", "https://folio.example")]);

        Assert.False(settings.SeedsDemo);
        Assert.True(settings.VerifyPerMinute > 0);
        Assert.True(settings.SignInPerMinute > 0);
    }

    private static AllSettings Read(string environment, IEnumerable<(string Name, string Value)> settings) => SettingsReader.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build(),
        new Surroundings(environment));

    private static IEnumerable<(string, string)> Pairs(string[] flat) => flat.Chunk(2).Select(pair => (pair[0], pair[1]));

    private sealed class Surroundings(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "tests";

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
