using SmkPortfolio.Credentials.Log;

namespace SmkPortfolio.Credentials.Verification;

/// <summary>
/// Whether a document stands in the log of the register's platform. The log is kept by whoever keeps the register, so a proof says only since
/// when; and a document without one is as genuine as before.
/// </summary>
internal static class LogChecker
{
    /// <summary>Before anything is known: nobody looked, or there is no log to look at.</summary>
    public static void Begin(CheckSheet checks, VerificationContext context)
    {
        if (context.Register is null) checks.Set(CheckName.Log, CheckState.Unchecked, "log-no-register");
        else if (context.Register.Content.Log is null) checks.Set(CheckName.Log, CheckState.NotApplicable, "no-log");
        else checks.Set(CheckName.Log, CheckState.Unchecked, "log-not-at-hand");
    }

    /// <summary>Looks for a proof of exactly these bytes and checks it; only for a document whose issuer is proved.</summary>
    public static async Task CheckAsync(CredentialFinding finding, ReadOnlyMemory<byte> file, VerificationContext context, CancellationToken ct)
    {
        if (context.Register?.Content.Log is not { } log || finding is not { Document: { } document, Issuer: not null }) return;
        var text = context.LogProof ?? await context.Sources.LogProofAsync(document.Version, file, ct);
        if (text is null)
        {
            // The log is a trace for later, not a ground of the verdict: nobody needs its proof.
            finding.Checks.Set(CheckName.Log, CheckState.NotApplicable, "log-not-at-hand");
            return;
        }
        var kind = document.IsEndorsement ? LogEntryKind.Endorsement : LogEntryKind.Credential;
        if (LogProof.Read(text) is { EnteredAt: { } enteredAt } proof && proof.IsOf(kind) && log.Keys.Any(key => Proves(proof, file, log.Origin, key)))
            finding.Checks.Set(CheckName.Log, CheckState.Passed, "log-since", enteredAt);
        else
            finding.Fail(CheckName.Log, Verdict.NotCheckable, "log-mismatch");
    }

    private static bool Proves(LogProof proof, ReadOnlyMemory<byte> file, string origin, RegisterKey key) =>
        key.CompromisedAt is null && Ed25519Key.TryReadMultikey(key.Multikey, out var publicKey) && proof.Proves(file.Span, origin, publicKey);
}
