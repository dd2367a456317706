using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Data;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Startup;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Pages;

namespace SmkPortfolio.WebTests.Startup;

/// <summary>Keys from the command line of the built program, on the folder of a site that is stopped.</summary>
public sealed class KeyCommandTests : IDisposable
{
    private const string Passphrase = "kuda baterai staples";
    private static readonly KeyValuePair<string, string>[] Usual = [new("Site:PublicUrl", WebApps.PublicUrl), new("Demo:Seed", "false")];

    private readonly string _folder = Directory.CreateTempSubdirectory("smk-keys-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("")]
    [InlineData("lost")]
    [InlineData("rotate")]
    [InlineData("backup")]
    [InlineData("list all")]
    public async Task A_misspelt_command_is_told_how_and_ends_with_two(string words)
    {
        await using var home = await Home.CreateAsync(Engine.Sqlite);

        var (code, error) = await RunAsync(home, [], words.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(2, code);
        Assert.StartsWith("Usage: keys list", error, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task The_platforms_key_is_exchanged_and_reported_and_the_register_is_signed_by_the_new_one(string engine)
    {
        await using var home = await Home.CreateAsync(engine);
        var before = await RegisterAsync(home);

        Assert.Equal((0, ""), await RunAsync(home, [], "rotate", "did:web:localhost%3A5080", "Penggantian tahunan."));
        var rotated = await RegisterAsync(home);
        Assert.Equal((0, ""), await RunAsync(home, [], "compromised", before.Content.PlatformKeys[0].Multikey, "Cadangan hilang."));
        Assert.Equal(1, (await RunAsync(home, [], "rotate", "did:web:localhost%3A5080:schools:1", "Tidak ada.")).Code);
        Assert.Equal(1, (await RunAsync(home, [], "retire", "did:web:localhost%3A5080", "Tidak bisa.")).Code);
        var after = await RegisterAsync(home);

        Assert.NotEqual(before.Fingerprint, rotated.Fingerprint);
        Assert.Equal(rotated.Fingerprint, after.Fingerprint);
        Assert.Equal((before.Content.PlatformKeys[0].Multikey, 2), (after.Content.PlatformKeys[0].Multikey, after.Content.PlatformKeys.Count));
        Assert.NotNull(after.Content.PlatformKeys[0].RetiredAt);
        Assert.NotNull(after.Content.PlatformKeys[0].CompromisedAt);
    }

    [Theory, Engines]
    public async Task A_backup_is_unreadable_without_its_passphrase_and_signs_again_after_it_was_put_back(string engine)
    {
        var file = Path.Combine(_folder, "keys.bin");
        await using var home = await Home.CreateAsync(engine);
        byte[] badge;
        List<byte[]> seeds = [];
        await using (var app = await WebApp.StartOnAsync(home, Usual))
        {
            var work = await SignedWork.ArrangeAsync(app);
            badge = (await work.IssuedAsync()).Bytes;
            await work.InAsync(async (db, services) => seeds.AddRange((await db.IssuerKeys.ToListAsync()).Select(k => services.GetRequiredService<KeySafe>().OpenSeed(k.ProtectedSeed))));
        }
        Assert.Equal(1, (await RunAsync(home, [], "backup", file)).Code);
        Assert.Equal(1, (await RunAsync(home, [new(KeyCommands.PassphraseVariable, "pendek")], "backup", file)).Code);
        Assert.False(File.Exists(file));

        Assert.Equal((0, ""), await RunAsync(home, [new(KeyCommands.PassphraseVariable, Passphrase)], "backup", file));
        Assert.Equal(1, (await RunAsync(home, [new(KeyCommands.PassphraseVariable, Passphrase)], "backup", file)).Code);

        var bytes = await File.ReadAllBytesAsync(file);
        Assert.True(seeds.Count >= 3);
        Assert.All(seeds, seed => Assert.True(bytes.AsSpan().IndexOf(seed) < 0 && !System.Text.Encoding.Latin1.GetString(bytes).Contains(Convert.ToBase64String(seed), StringComparison.Ordinal)));
        Assert.Equal(1, (await RunAsync(home, [new(KeyCommands.PassphraseVariable, Passphrase + "!")], "restore", file)).Code);
        // What a lost key ring leaves behind: rows that nobody can open.
        await using (var app = await WebApp.StartOnAsync(home, Usual))
        {
            await using var scope = app.NewScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            foreach (var key in await db.IssuerKeys.ToListAsync())
            {
                key.Rewrap([1, 2, 3]);
            }
            await db.SaveChangesAsync();
            Assert.ThrowsAny<Exception>(() => scope.ServiceProvider.GetRequiredService<KeySafe>().OpenSeed([1, 2, 3]));
        }

        Assert.Equal((0, ""), await RunAsync(home, [new(KeyCommands.PassphraseVariable, Passphrase)], "restore", file));

        await using var back = await WebApp.StartOnAsync(home, Usual);
        Assert.Equal("genuine-current", (await back.JudgeAsync(badge)).Verdict);
    }

    private static Task<(int Code, string Error)> RunAsync(Home home, IEnumerable<KeyValuePair<string, string>> more, params string[] words) =>
        BuiltProgram.RunAsync("Development", home.Settings().Concat(Usual).Concat(more), ["keys", .. words]);

    private static async Task<Credentials.Register> RegisterAsync(Home home)
    {
        await using var app = await WebApp.StartOnAsync(home, Usual);
        return await app.RegisterAsync();
    }
}
