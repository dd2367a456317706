using System.Text;
using SmkPortfolio.Credentials;
using SmkPortfolio.Verifier.Checking;

namespace SmkPortfolio.Verifier.Cli;

/// <summary>One run over all files given.</summary>
internal sealed class VerifyRun(VerifyOptions options, TextWriter output, TextWriter error, TimeProvider clock)
{
    private const long MaxFileBytes = 25 * 1024 * 1024;
    private const int MaxAnswerBytes = 64 * 1024 * 1024;
    private const int MaxProofBytes = 64 * 1024;

    public async Task<int> RunAsync(CancellationToken ct)
    {
        if (options.Files.Count == 0 && options.Qr is null && (options.Register is null || options.RegisterOut is null)) throw new UsageException("Name at least one file to check.");
        if (options.RegisterOut is not null && options.Register is null) throw new UsageException("--register-out needs --register.");
        if (options.Key is not null && options.Register is null) throw new UsageException("--key needs --register.");
        if (options.LogProof is not null && (options.Files.Count != 1 || options.Register is null)) throw new UsageException("--log-proof needs --register and exactly one file.");
        var map = AddressMap.Parse(options.At);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(15), MaxResponseContentBufferSize = MaxAnswerBytes };

        Register? register = null;
        if (options.Register is { } source)
        {
            var loaded = await RegisterLoader.LoadAsync(source, map, http, ct);
            register = RegisterLoader.Read(loaded, source);
            if (!await KeyIsAcceptedAsync(register)) return SmkVerify.NotAllGenuine;
            if (options.RegisterOut is { } target) await SaveAsync(target, loaded, ct);
        }
        IStatusSources sources = options.Offline || register is null ? new OfflineSources() : new HttpSources(http, register, map);
        var context = new VerificationContext(register, sources, clock.GetUtcNow(), options.Language) { LogProof = await LogProofAsync(ct) };
        var isAllGenuine = true;
        if (options.Qr is { } text) isAllGenuine = await TellAsync("QR", PaperStatementChecker.Verify(text, context));
        foreach (var file in options.Files) isAllGenuine &= await CheckAsync(file, context, ct);
        return isAllGenuine ? SmkVerify.AllGenuine : SmkVerify.NotAllGenuine;
    }

    private async Task<string?> LogProofAsync(CancellationToken ct)
    {
        if (options.LogProof is null) return null;
        try
        {
            if (new FileInfo(options.LogProof).Length > MaxProofBytes) throw new UsageException($"{options.LogProof} is no log proof.");
            return await File.ReadAllTextAsync(options.LogProof, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{options.LogProof} cannot be read.");
        }
    }

    private async Task<bool> KeyIsAcceptedAsync(Register register)
    {
        var texts = ConsoleTexts.For(options.Language);
        if (options.Key is null)
        {
            await error.WriteLineAsync($"{texts.KeyNotPinned} {register.Fingerprint}");
            return true;
        }
        if (string.Equals(options.Key.Replace(":", "", StringComparison.Ordinal), register.Fingerprint, StringComparison.OrdinalIgnoreCase)) return true;
        await error.WriteLineAsync($"{texts.WrongKey} {register.Fingerprint}");
        return false;
    }

    private static async Task SaveAsync(string target, string text, CancellationToken ct)
    {
        try
        {
            await File.WriteAllTextAsync(target, text, new UTF8Encoding(false), ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{target} cannot be written.");
        }
    }

    private async Task<bool> CheckAsync(string path, VerificationContext context, CancellationToken ct)
    {
        var texts = ConsoleTexts.For(options.Language);
        try
        {
            var info = new FileInfo(path);
            if (!info.Exists) throw new UsageException($"{path}: {texts.NoSuchFile}");
            if (info.Length > MaxFileBytes)
            {
                await error.WriteLineAsync($"{path}: {texts.TooBig}");
                return false;
            }
            var report = await DocumentVerifier.VerifyAsync(await File.ReadAllBytesAsync(path, ct), context, ct);
            return await TellAsync(path, report);
        }
        catch (UnknownKindException)
        {
            await error.WriteLineAsync($"{path}: {texts.UnknownKind}");
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: {texts.NoSuchFile}");
        }
    }

    private async Task<bool> TellAsync(string of, VerificationReport report)
    {
        if (options.Json) await output.WriteLineAsync(Encoding.UTF8.GetString(report.ToJson()));
        else await ConsoleReport.WriteAsync(output, of, report, ConsoleTexts.For(options.Language));
        return report.Verdict == Verdict.GenuineCurrent;
    }
}
