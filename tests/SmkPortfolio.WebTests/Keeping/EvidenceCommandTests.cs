using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Startup;

namespace SmkPortfolio.WebTests.Keeping;

/// <summary>The store from the command line of the built program, on the folder of a site that is stopped.</summary>
public sealed class EvidenceCommandTests
{
    private static readonly KeyValuePair<string, string>[] Usual = [new("Site:PublicUrl", WebApps.PublicUrl), new("Demo:Seed", "false")];

    [Theory]
    [InlineData("")]
    [InlineData("check")]
    [InlineData("verify --all")]
    [InlineData("verify --mend --mend")]
    [InlineData("move")]
    [InlineData("move tape")]
    [InlineData("move azure now")]
    public async Task A_misspelt_command_is_told_how_and_ends_with_two(string words)
    {
        await using var home = await Home.CreateAsync(Engine.Sqlite);

        var (code, output, error) = await RunAsync(home, [], words.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("Usage: evidence verify", error, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task A_sound_store_ends_with_nought_and_a_lost_file_with_one_by_name(string engine)
    {
        await using var home = await Home.CreateAsync(engine);
        var (shown, lost) = (KeptSchool.Bytes(1), KeptSchool.Bytes(2));
        var school = await ArrangeAsync(home, shown, lost);

        var sound = await RunAsync(home, [], "verify");
        await using (var app = await WebApp.StartOnAsync(home, Usual))
        {
            await using var scope = app.NewScope();
            await Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<SmkPortfolio.Data.EvidenceFiles.IBlobStore>(scope.ServiceProvider).DeleteAsync(school, KeptSchool.Hash(lost), CancellationToken.None);
        }
        var wrong = await RunAsync(home, [], "verify", "--quick", "--mend");

        Assert.Equal((0, ""), (sound.Code, sound.Error));
        Assert.Contains("Looked at 2 files of 1 schools, 0.0 MB: 0 wrong, 0 mended", sound.Output, StringComparison.Ordinal);
        Assert.Equal(1, wrong.Code);
        Assert.Contains($"missing  {school}/{KeptSchool.Hash(lost)} evidence ", wrong.Output, StringComparison.Ordinal);
        Assert.Contains("hashes not read: 1 wrong, 0 mended", wrong.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_school_moves_to_Azure_and_back_and_serves_from_either()
    {
        await using var home = await Home.CreateAsync(Engine.Sqlite);
        var container = $"evidence-{Guid.NewGuid():N}";
        KeyValuePair<string, string>[] azure = [new("Evidence:ConnectionString", TestEnvironment.Azurite), new("Evidence:Container", container)];
        KeyValuePair<string, string>[] moved = [.. azure, new("Evidence:Provider", "azure")];
        await ArrangeAsync(home, KeptSchool.Bytes(1), KeptSchool.Bytes(2));
        try
        {
            var unnamed = await RunAsync(home, [], "move", "azure");
            var same = await RunAsync(home, [], "move", "disk");
            var there = await RunAsync(home, azure, "move", "azure");
            Directory.Delete(Path.Combine(home.Root, "evidence"), recursive: true);
            var checkedThere = await RunAsync(home, moved, "verify");
            var back = await RunAsync(home, moved, "move", "disk");
            var checkedHere = await RunAsync(home, [], "verify");

            Assert.Equal((1, "Evidence:ConnectionString or Evidence:ServiceUrl must name the Azure store to move to."), (unnamed.Code, unnamed.Error.Trim()));
            Assert.Equal((1, "Evidence:Provider is disk already."), (same.Code, same.Error.Trim()));
            Assert.Equal(0, there.Code);
            Assert.Contains("Carried 2 files to azure, 0 were there", there.Output, StringComparison.Ordinal);
            Assert.Equal(0, checkedThere.Code);
            Assert.Contains("Looked at 2 files", checkedThere.Output, StringComparison.Ordinal);
            Assert.Contains("Carried 2 files to disk", back.Output, StringComparison.Ordinal);
            Assert.Equal(0, checkedHere.Code);
        }
        finally
        {
            await new Azure.Storage.Blobs.BlobContainerClient(TestEnvironment.Azurite, container).DeleteIfExistsAsync();
        }
    }

    private static async Task<Guid> ArrangeAsync(Home home, params byte[][] contents)
    {
        await using var app = await WebApp.StartOnAsync(home, Usual);
        var school = await KeptSchool.OpenAsync(app);
        await school.EntryAsync(contents);
        return school.Id;
    }

    private static Task<(int Code, string Output, string Error)> RunAsync(Home home, IEnumerable<KeyValuePair<string, string>> more, params string[] words) =>
        BuiltProgram.SpeakAsync("Development", home.Settings().Concat(Usual).Concat(more), ["evidence", .. words]);
}
