using SmkPortfolio.Credentials.Verification;

namespace SmkPortfolio.Credentials;

/// <summary>Checks a credential that was handed in as JSON.</summary>
public static class CredentialVerifier
{
    /// <summary>The report on one OpenBadge, Endorsement or portfolio credential. Never throws because of the file.</summary>
    public static Task<VerificationReport> VerifyAsync(ReadOnlyMemory<byte> file, VerificationContext context, CancellationToken ct) =>
        VerifyAsync(file, context, (checker, cancel) => checker.CheckAsync(file, cancel), ct);

    /// <summary>The report on a credential that comes as a JWT. Never throws because of the file.</summary>
    public static Task<VerificationReport> VerifyJwtAsync(ReadOnlyMemory<byte> file, VerificationContext context, CancellationToken ct) =>
        VerifyAsync(file, context, (checker, cancel) => checker.CheckJwtAsync(file, cancel), ct);

    private static async Task<VerificationReport> VerifyAsync(
        ReadOnlyMemory<byte> file, VerificationContext context, Func<CredentialChecker, CancellationToken, Task<CredentialFinding>> find, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(context);
        var finding = await find(new CredentialChecker(context, new StatusBook(context, [])), ct);
        await LogChecker.CheckAsync(finding, file, context, ct);
        foreach (var check in new[] { CheckName.PdfSignature, CheckName.PdfCoverage, CheckName.Snapshot })
            finding.Checks.Set(check, CheckState.NotApplicable, "not-a-paper");
        return ReportWriter.Write(context, finding.Checks, finding.Grounds, finding);
    }

    /// <summary>The honest answer to a known kind of file that this release does not check.</summary>
    public static VerificationReport NotSupported(VerificationContext context) => Refused(context, Verdict.NotCheckable, "kind-not-supported");

    /// <summary>The answer to a file in which no credential was found to check.</summary>
    public static VerificationReport Refused(VerificationContext context, Verdict verdict, string code)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (verdict is not (Verdict.Altered or Verdict.NotCheckable)) throw new ArgumentOutOfRangeException(nameof(verdict));
        var checks = new CheckSheet();
        checks.Set(CheckName.Format, verdict == Verdict.Altered ? CheckState.Failed : CheckState.Unchecked, code);
        return ReportWriter.Write(context, checks, [new Ground(verdict, code)], null);
    }
}
