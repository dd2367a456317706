using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SmkPortfolio.Credentials;
using SmkPortfolio.Verifier.Checking;

namespace SmkPortfolio.Verifier.Cli;

/// <summary>One run over all files given.</summary>
internal sealed class VerifyRun(VerifyOptions options, TextWriter output, TextWriter error, TimeProvider clock)
{
    private const long MaxFileBytes = 25 * 1024 * 1024;
    private const long MaxBundleBytes = 400 * 1024 * 1024;
    private const int MaxAnswerBytes = 64 * 1024 * 1024;
    private const int MaxProofBytes = 64 * 1024;

    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ConsoleTexts texts = ConsoleTexts.For(options.Language);
    private readonly AddressMap map = AddressMap.Parse(options.At);
    private bool isMisused;

    public async Task<int> RunAsync(CancellationToken ct)
    {
        RefuseMisuse();
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(15), MaxResponseContentBufferSize = MaxAnswerBytes };

        Register? register = null;
        if (options.Register is { } source)
        {
            var text = await RegisterLoader.LoadAsync(source, map, http, ct);
            register = RegisterLoader.Read(text, source);
            if (!await KeyIsAcceptedAsync(register)) return SmkVerify.NotAllGenuine;
            if (options.RegisterOut is { } target) await SaveAsync(target, text, ct);
        }
        var context = Context(register, http) with { LogProof = options.LogProof is { } proof ? Encoding.UTF8.GetString(ReadBeside(proof, MaxProofBytes, "log proof")) : null, Stapled = Stapled() };
        var isAllGenuine = true;
        if (options.Qr is { } qr) isAllGenuine &= await TellAsync("QR", PaperStatementChecker.Verify(qr, context));
        foreach (var path in options.Files) isAllGenuine &= await CheckFileAsync(path, context, http, ct);
        return isMisused ? SmkVerify.Usage : isAllGenuine ? SmkVerify.AllGenuine : SmkVerify.NotAllGenuine;
    }

    private void RefuseMisuse()
    {
        if (options.Files.Count == 0 && options.Qr is null && (options.Register is null || options.RegisterOut is null)) throw new UsageException("Name at least one file to check.");
        if (options.RegisterOut is not null && options.Register is null) throw new UsageException("--register-out needs --register.");
        if (options.LogProof is not null && (options.Files.Count != 1 || options.Register is null)) throw new UsageException("--log-proof needs --register and exactly one file.");
        if (options.Key is not null && options.Register is null && !options.Files.Any(IsArchive)) throw new UsageException("--key needs --register, or a ZIP with a register inside.");
    }

    private VerificationContext Context(Register? register, HttpClient http)
    {
        IStatusSources sources = options.Offline || register is null ? new OfflineSources() : new HttpSources(http, register, map);
        return new VerificationContext(register, sources, clock.GetUtcNow(), options.Language);
    }

    private List<ReadOnlyMemory<byte>> Stapled()
    {
        var lists = new List<ReadOnlyMemory<byte>>();
        foreach (var path in options.Status)
        {
            var bytes = ReadBeside(path, MaxFileBytes, "status list");
            if (!Bundle.IsStatusList(bytes)) throw new UsageException($"{path} is no status list.");
            lists.Add(bytes);
        }
        return lists;
    }

    private static byte[] ReadBeside(string path, long most, string what)
    {
        try
        {
            return new FileInfo(path).Length <= most ? File.ReadAllBytes(path) : throw new UsageException($"{path} is no {what}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be read.");
        }
    }

    private async Task<bool> KeyIsAcceptedAsync(Register register)
    {
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

    private async Task<bool> CheckFileAsync(string path, VerificationContext context, HttpClient http, CancellationToken ct)
    {
        byte[] bytes;
        bool isArchive;
        try
        {
            isArchive = IsArchive(path);
            if (new FileInfo(path).Length > (isArchive ? MaxBundleBytes : MaxFileBytes)) return await TellProblemAsync(path, isArchive ? "too-much" : "too-large");
            bytes = await File.ReadAllBytesAsync(path, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            isMisused = true;
            return await TellProblemAsync(path, "no-such-file");
        }
        return isArchive ? await CheckBundleAsync(path, Bundle.Read(bytes), context, http, ct) : await CheckAsync(path, bytes, context, ct);
    }

    private async Task<bool> CheckBundleAsync(string path, Bundle bundle, VerificationContext context, HttpClient http, CancellationToken ct)
    {
        if (context.Register is null && bundle.Register is { } text)
        {
            var inside = RegisterLoader.Read(text, $"{path}!register.jws");
            if (options.Key is null) await error.WriteLineAsync($"{path}: {texts.RegisterNotUsed} {inside.Fingerprint}");
            else if (!await KeyIsAcceptedAsync(inside)) return await TellProblemAsync(path, "wrong-key");
            else context = Context(inside, http) with { Stapled = context.Stapled };
        }
        context = context with { Stapled = [.. context.Stapled, .. bundle.StatusLists], Evidence = bundle.Evidence };
        var isAllGenuine = bundle.Documents.Count > 0 || await TellProblemAsync(path, "zip-without-documents");
        foreach (var file in bundle.Documents)
        {
            var name = file.Path.Length == 0 ? path : $"{path}!{file.Path}";
            if (file.Bytes is { } bytes) isAllGenuine &= await CheckAsync(name, bytes, context with { LogProof = bundle.ProofOf(file.Path) }, ct);
            else isAllGenuine &= await TellProblemAsync(name, file.Problem!);
        }
        if (bundle.Aside > 0) await error.WriteLineAsync($"{path}: {string.Format(CultureInfo.InvariantCulture, texts.Aside, bundle.Aside)}");
        return isAllGenuine;
    }

    private async Task<bool> CheckAsync(string name, byte[] bytes, VerificationContext context, CancellationToken ct)
    {
        try
        {
            return await TellAsync(name, await DocumentVerifier.VerifyAsync(bytes, context, ct));
        }
        catch (UnknownKindException)
        {
            return await TellProblemAsync(name, "unknown-kind");
        }
    }

    private async Task<bool> TellAsync(string of, VerificationReport report)
    {
        if (options.Json) await TellLineAsync(of, JsonNode.Parse(report.ToJson())!.AsObject());
        else await ConsoleReport.WriteAsync(output, ConsoleReport.Plain(of), report, texts);
        return report.Verdict == Verdict.GenuineCurrent;
    }

    /// <summary>Says why a file has no report; never true. Among lines of JSON it has one too, so that nobody takes the next file's for it.</summary>
    private async Task<bool> TellProblemAsync(string of, string code)
    {
        await error.WriteLineAsync($"{ConsoleReport.Plain(of)}: {texts.Problems[code]}");
        if (options.Json) await TellLineAsync(of, new JsonObject { ["verdict"] = null, ["problem"] = code, ["reason"] = texts.Problems[code] });
        return false;
    }

    private async Task TellLineAsync(string of, JsonObject line)
    {
        line.Insert(0, "file", of);
        await output.WriteLineAsync(line.ToJsonString(Compact));
    }

    private static bool IsArchive(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            Span<byte> head = stackalloc byte[4];
            return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && FileKinds.Of(head) == FileKind.Zip;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
