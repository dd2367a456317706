namespace SmkPortfolio.WebTests.Startup;

/// <summary>Settings with which the program must not start: it stops with code two and one sentence that names the setting.</summary>
public sealed class StartTests : IDisposable
{
    private static readonly (string Named, (string, string)[] Settings)[] Wrong =
    [
        ("Database:Provider", [("Database:Provider", "mysql")]),
        ("Database:ConnectionString", [("Database:Provider", "postgres"), ("Database:ConnectionString", "this is no connection string")]),
        ("Database:ConnectionString", [("Database:ConnectionString", "/no/such/folder/smkportfolio.db")]),
        ("Evidence:ConnectionString", [("Evidence:Provider", "azure"), ("Evidence:ConnectionString", "this is no connection string")]),
        ("Evidence:ServiceUrl", [("Evidence:Provider", "azure"), ("Evidence:ServiceUrl", "folio.blob")]),
        ("Evidence:Container", [("Evidence:Provider", "azure"), ("Evidence:ServiceUrl", "https://folio.blob.example"), ("Evidence:Container", "Evidence Files")]),
        ("Storage:Root", [("Storage:Root", "FILE")]),
        ("Keys:ProtectionCertificate", [("Keys:ProtectionCertificate", "FILE")]),
        ("Site:PublicUrl", [("Site:PublicUrl", "folio.example")]),
        ("Site:FormerUrls", [("Site:FormerUrls:0", "folio.example")]),
        ("Limits:BinDays", [("Limits:BinDays", "many")]),
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("smk-start-").FullName;

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Wrong.Length)];

    [Theory, MemberData(nameof(Cases))]
    public async Task A_wrong_setting_stops_the_start_with_one_sentence_and_code_two(int which)
    {
        var file = Path.Combine(_folder, "a-file");
        await File.WriteAllTextAsync(file, "neither folder nor certificate", TestContext.Current.CancellationToken);
        var (named, settings) = Wrong[which];

        var (code, error) = await BuiltProgram.RunAsync(
            "Development", new[] { ("Demo:Seed", "false"), ("Storage:Root", Path.Combine(_folder, "root")) }.Concat(settings).Select(s => KeyValuePair.Create(s.Item1, s.Item2.Replace("FILE", file, StringComparison.Ordinal))));

        Assert.StartsWith(named, error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
        Assert.EndsWith(".", error.Trim(), StringComparison.Ordinal);
        Assert.Equal(2, code);
    }

    [Fact]
    public async Task The_demo_never_starts_outside_development()
    {
        var (code, error) = await BuiltProgram.RunAsync("Production", [new("Site:PublicUrl", "https://folio.example"), new("Demo:Seed", "true")]);

        Assert.Equal(2, code);
        Assert.StartsWith("Demo:Seed ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_public_address_than_that_of_the_first_start_stops_the_start()
    {
        await using (await Hosting.WebApp.StartOnAsync(await HomeAsync(), [new("Site:PublicUrl", "http://localhost:5080"), new("Demo:Seed", "false")]))
        {
        }

        var (code, error) = await BuiltProgram.RunAsync("Development", [new("Storage:Root", _home!.Root), new("Demo:Seed", "false"), new("Site:PublicUrl", "http://folio.example")]);

        Assert.Equal(2, code);
        Assert.Equal("Site:PublicUrl was http://localhost:5080 at the first start and is http://folio.example now; to move, add the old address to Site:FormerUrls.", error.Trim());
    }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        if (_home is not null)
        {
            Directory.Delete(_home.Root, recursive: true);
        }
    }

    private Hosting.Home? _home;

    private async Task<Hosting.Home> HomeAsync() => _home = await Hosting.Home.CreateAsync(Hosting.Engine.Sqlite);
}
