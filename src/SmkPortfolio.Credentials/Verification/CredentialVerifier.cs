using SmkPortfolio.Credentials.Verification;

namespace SmkPortfolio.Credentials;

/// <summary>Checks a credential that was handed in as JSON.</summary>
public static class CredentialVerifier
{
    /// <summary>The report on one OpenBadge, Endorsement or portfolio credential. Never throws because of the file.</summary>
    public static async Task<VerificationReport> VerifyAsync(ReadOnlyMemory<byte> file, VerificationContext context, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(context);
        var finding = await new CredentialChecker(context, new StatusBook(context, [])).CheckAsync(file, ct);
        await LogChecker.CheckAsync(finding, file, context, ct);
        foreach (var check in new[] { CheckName.PdfSignature, CheckName.PdfCoverage, CheckName.Snapshot })
            finding.Checks.Set(check, CheckState.NotApplicable, "not-a-paper");
        if (finding.Document is { IsEndorsement: true }) finding.Checks.Set(CheckName.Evidence, CheckState.NotApplicable, "files-not-presented");
        return ReportWriter.Write(context, finding.Checks, finding.Grounds, finding);
    }

    /// <summary>The honest answer to a known kind of file that this release does not check.</summary>
    public static VerificationReport NotSupported(VerificationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var checks = new CheckSheet();
        checks.Set(CheckName.Format, CheckState.Unchecked, "kind-not-supported");
        return ReportWriter.Write(context, checks, [new Ground(Verdict.NotCheckable, "kind-not-supported")], null);
    }
}
