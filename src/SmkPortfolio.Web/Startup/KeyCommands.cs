using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Web.Issuing;

namespace SmkPortfolio.Web.Startup;

/// <summary>Keys from the command line, for the platform's own and for what no page reaches. The audit chain names nobody: the empty id.</summary>
public sealed class KeyCommands(AppDb db, KeyLife life, Reissuing reissuing, KeyBackup backup, TimeProvider clock)
{
    /// <summary>Where <c>backup</c> and <c>restore</c> find the passphrase; arguments stand in every list of processes.</summary>
    public const string PassphraseVariable = "SMK_KEYS_PASSPHRASE";

    public const string Usage = $"""
        Usage: keys list
               keys rotate DID REASON          a new key signs, what the old one signed stays good
               keys retire DID REASON          a person signs no more, what was signed stays good
               keys compromised KEY REASON     KEY (z6Mk…) was stolen: all it signed is withdrawn
               keys reissue NPSN               issue anew what stolen keys of that school had signed
               keys backup FILE                all private keys, encrypted with the passphrase in {PassphraseVariable}
               keys restore FILE               put them back
        """;

    private static readonly Dictionary<string, int> Words = new(StringComparer.Ordinal)
    {
        ["list"] = 1,
        ["rotate"] = 3,
        ["retire"] = 3,
        ["compromised"] = 3,
        ["reissue"] = 2,
        ["backup"] = 2,
        ["restore"] = 2,
    };

    public static bool IsMisspelt(IReadOnlyList<string> words) => words.Count == 0 || !Words.TryGetValue(words[0], out var count) || words.Count != count;

    public Task<int> RunAsync(IReadOnlyList<string> words, CancellationToken cancel)
    {
        db.Scope.SeeAllSchools();
        return words[0] switch
        {
            "list" => ListAsync(cancel),
            "rotate" => OnIssuerAsync(words[1], issuer => life.RotateAsync(issuer, By(words[2]), cancel), cancel),
            "retire" => OnIssuerAsync(words[1], issuer => life.RetireAsync(issuer, By(words[2]), cancel), cancel),
            "compromised" => CompromisedAsync(words[1], words[2], cancel),
            "reissue" => ReissueAsync(words[1], cancel),
            "backup" => WithPassphraseAsync(phrase => BackupAsync(Surroundings.FromShell(words[1]), phrase, cancel)),
            "restore" => WithPassphraseAsync(phrase => RestoreAsync(Surroundings.FromShell(words[1]), phrase, cancel)),
            _ => throw new ArgumentOutOfRangeException(nameof(words)),
        };
    }

    private async Task<int> ListAsync(CancellationToken cancel)
    {
        var issuers = await db.Issuers.AsNoTracking().OrderBy(i => i.Kind).ThenBy(i => i.Did).ToListAsync(cancel);
        var keys = (await db.IssuerKeys.AsNoTracking().OrderBy(k => k.From).ToListAsync(cancel)).ToLookup(k => k.IssuerId);
        foreach (var issuer in issuers)
        {
            await Console.Out.WriteLineAsync(issuer.To is { } to ? $"{issuer.Did} {issuer.Role}, ended {Day(to)}" : $"{issuer.Did} {issuer.Role}");
            foreach (var key in keys[issuer.Id])
            {
                var state = key.CompromisedAt is { } stolen ? $"compromised {Day(stolen)}" : key.RetiredAt is { } retired ? $"retired {Day(retired)}" : "signs";
                await Console.Out.WriteLineAsync($"  {key.Multikey} since {Day(key.From)}, {state}");
            }
        }
        return 0;
    }

    private async Task<int> OnIssuerAsync(string did, Func<Issuer, Task<Error?>> verb, CancellationToken cancel) =>
        await db.Issuers.SingleOrDefaultAsync(i => i.Did == did, cancel) is { } issuer ? await SayAsync(await verb(issuer)) : await FailAsync($"Nobody here signs as {did}.");

    private async Task<int> CompromisedAsync(string multikey, string reason, CancellationToken cancel)
    {
        if (await db.IssuerKeys.SingleOrDefaultAsync(k => k.Multikey == multikey, cancel) is not { } key)
        {
            return await FailAsync($"There is no key {multikey}.");
        }
        return await SayAsync(await life.ReportAsync(await db.Issuers.SingleAsync(i => i.Id == key.IssuerId, cancel), key, By(reason), cancel));
    }

    private async Task<int> ReissueAsync(string npsn, CancellationToken cancel)
    {
        if (await db.Schools.AsNoTracking().SingleOrDefaultAsync(s => s.Npsn == npsn, cancel) is not { } school)
        {
            return await FailAsync($"There is no school {npsn}.");
        }
        var (error, done, _) = await reissuing.RunAsync(school.Id, TimeSpan.MaxValue, By(null), cancel);
        if (error is not null)
        {
            return await SayAsync(error);
        }
        await Console.Out.WriteLineAsync($"Issued anew: {done} entries.");
        return 0;
    }

    private async Task<int> BackupAsync(string path, string passphrase, CancellationToken cancel)
    {
        var bytes = await backup.WriteAsync(passphrase, cancel);
        // Nobody else on this machine needs to read it, and no earlier backup is lost to a slip of the hand.
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        try
        {
            await using var file = new FileStream(path, options);
            await file.WriteAsync(bytes, cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return await FailAsync($"{path} cannot be written: {e.Message}");
        }
        await Console.Out.WriteLineAsync($"Written: {path}");
        return 0;
    }

    private async Task<int> RestoreAsync(string path, string passphrase, CancellationToken cancel)
    {
        if (!File.Exists(path))
        {
            return await FailAsync($"There is no file {path}.");
        }
        if (await backup.ReadAsync(await File.ReadAllBytesAsync(path, cancel), passphrase, cancel) is not { } read)
        {
            return await FailAsync("This is no backup of keys, or the passphrase does not fit.");
        }
        await Console.Out.WriteLineAsync($"Put back: {read.Restored} private keys; {read.Unknown} of the file belong to nobody here.");
        return 0;
    }

    private static async Task<int> WithPassphraseAsync(Func<string, Task<int>> verb) =>
        Environment.GetEnvironmentVariable(PassphraseVariable) is { Length: >= KeyBackup.ShortestPassphrase } phrase
            ? await verb(phrase)
            : await FailAsync($"{PassphraseVariable} must hold a passphrase of at least {KeyBackup.ShortestPassphrase} characters.");

    private static async Task<int> SayAsync(Error? error)
    {
        if (error is not null)
        {
            return await FailAsync($"Refused: {error.Code}.");
        }
        await Console.Out.WriteLineAsync("Done.");
        return 0;
    }

    private static async Task<int> FailAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return 1;
    }

    private Change By(string? reason) => new(Guid.Empty, clock.GetUtcNow().UtcDateTime, reason);

    private static string Day(DateTime at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
