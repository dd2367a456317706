using System.Globalization;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Keeping;

/// <summary>The evidence store from the command line: is all there and unchanged, and carry it to the other kind of store.</summary>
public sealed class EvidenceCommands(StoreCheck check, IBlobStore blobs, AllSettings settings, TimeProvider clock)
{
    public const string Usage = """
        Usage: evidence verify [--mend] [--quick]   every row has its file, every file its row, every hash is right; --mend makes right what can
                                                    be made right, --quick compares names and sizes only; ends with 1 when something stays wrong
               evidence move disk|azure             carry every file to the other store and read it back there; goes on where it was stopped
        """;

    private const double MegaByte = 1_000_000;

    public static bool IsMisspelt(IReadOnlyList<string> words) => words switch
    {
        [] => true,
        ["move", "disk" or "azure"] => false,
        _ => words[0] != "verify" || words.Skip(1).Any(o => o is not ("--mend" or "--quick")) || words.Distinct().Count() != words.Count,
    };

    public Task<int> RunAsync(IReadOnlyList<string> words, CancellationToken cancel) =>
        words[0] == "verify" ? VerifyAsync(words.Contains("--mend"), !words.Contains("--quick"), cancel) : MoveAsync(words[1], cancel);

    private async Task<int> VerifyAsync(bool mend, bool hashes, CancellationToken cancel)
    {
        var progress = new ProgressLine(clock);
        var report = await check.RunAsync(mend, hashes, (files, bytes) => progress.Say(() => Line($"{files} files, {bytes / MegaByte:F1} MB")), cancel);
        foreach (var finding in report.Findings)
        {
            await Console.Out.WriteLineAsync($"{finding.Kind,-8} {finding.Where} {finding.What}{(finding.Mended ? " Mended." : "")}");
        }
        var left = report.Findings.Count(f => !f.Mended);
        await Console.Out.WriteLineAsync(Line(
            $"Looked at {report.Files} files of {report.Schools} schools, {report.Bytes / MegaByte:F1} MB{(hashes ? "" : ", hashes not read")}: {left} wrong, {report.Findings.Count - left} mended; {report.Unfinished} uploads on their way, {report.Recent} to be tidied up or just come."));
        return left == 0 ? 0 : 1;
    }

    private async Task<int> MoveAsync(string provider, CancellationToken cancel)
    {
        if (provider == settings.Evidence.Provider)
        {
            await Console.Error.WriteLineAsync($"Evidence:Provider is {provider} already.");
            return 1;
        }
        if (provider == "azure" && settings.Evidence.ConnectionString.Length == 0 && settings.Evidence.ServiceUrl.Length == 0)
        {
            await Console.Error.WriteLineAsync("Evidence:ConnectionString or Evidence:ServiceUrl must name the Azure store to move to.");
            return 1;
        }
        IBlobStore to;
        try
        {
            to = provider == "azure" ? EngineSetup.AzureEvidence(settings.Evidence.ConnectionString, settings.Evidence.ServiceUrl, settings.Evidence.Container) : EngineSetup.DiskEvidence(Path.Combine(settings.Root, "evidence"));
        }
        catch (FormatException)
        {
            await Console.Error.WriteLineAsync("Evidence:ConnectionString is not a connection string of Azure Storage.");
            return 1;
        }
        await to.ProbeAsync(cancel);
        var progress = new ProgressLine(clock);
        var report = await StoreMove.RunAsync(blobs, to, p => progress.Say(() => Line($"{p.Files} of {p.OfFiles} files, {p.Bytes / MegaByte:F1} of {p.OfBytes / MegaByte:F1} MB, {progress.Left(p.Bytes, p.OfBytes)}")), cancel);
        foreach (var damaged in report.Damaged)
        {
            await Console.Out.WriteLineAsync($"damaged  {damaged} It was left where it is: evidence verify tells whose it is.");
        }
        await Console.Out.WriteLineAsync(Line($"Carried {report.Copied} files to {provider}, {report.AlreadyThere} were there; each was read back. {report.Damaged.Count} damaged, {report.LeftBehind} unfinished uploads or strays left behind. What was erased here meanwhile, evidence verify --mend takes away there."));
        await Console.Out.WriteLineAsync($"Now set Evidence:Provider to {provider} and start again; what comes in between is carried by another run. The old store was not touched.");
        return report.Damaged.Count == 0 ? 0 : 1;
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
