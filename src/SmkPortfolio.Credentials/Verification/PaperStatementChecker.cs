using SmkPortfolio.Credentials.Verification;

namespace SmkPortfolio.Credentials;

/// <summary>
/// Checks the text of a paper's second code. It proves what the school printed and when, and nothing of what happened since: without status a
/// statement is never green.
/// </summary>
public static class PaperStatementChecker
{
    private static readonly string[] Absent =
        [CheckName.Contexts, CheckName.Evidence, CheckName.Endorsements, CheckName.PdfSignature, CheckName.PdfCoverage, CheckName.Snapshot];

    // What is no statement, or one we cannot read yet, is nobody's forgery.
    private static readonly string[] NotOurs = ["statement-missing", "statement-version"];

    /// <summary>The report on one text. Never throws because of the text.</summary>
    public static VerificationReport Verify(string text, VerificationContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        var checks = new CheckSheet();
        try
        {
            var printed = PrintedStatement.Read(text.Trim());
            foreach (var name in Absent) checks.Set(name, CheckState.NotApplicable, "statement-only");
            foreach (var name in new[] { CheckName.Status, CheckName.State }) checks.Set(name, CheckState.Unchecked, "statement-status");
            checks.Set(CheckName.Log, CheckState.NotApplicable, "statement-only");
            checks.Set(CheckName.Format, CheckState.Passed);
            return Judge(printed, checks, context);
        }
        catch (StatementException problem)
        {
            return CredentialVerifier.Refused(context, NotOurs.Contains(problem.Message) ? Verdict.NotCheckable : Verdict.Altered, problem.Message);
        }
    }

    private static VerificationReport Judge(PrintedStatement printed, CheckSheet checks, VerificationContext context)
    {
        VerificationReport Fail(string check, Verdict verdict, string code, params IReadOnlyList<object?> arguments)
        {
            checks.Set(check, verdict == Verdict.NotCheckable ? CheckState.Unchecked : CheckState.Failed, code, arguments);
            return Report(printed, checks, context, null, new Ground(verdict, code, arguments));
        }

        // The code holds no whole key, so without a register that lists it not even the signature can be judged.
        if (context.Register is not { } register) return Fail(CheckName.Register, Verdict.NotCheckable, "no-register");
        if (!register.IsOwnAddress(printed.Origin)) return Fail(CheckName.Register, Verdict.NotCheckable, "statement-elsewhere");
        var named = Keys(register).Where(k => printed.Names(k.PublicKey)).ToList();
        if (named.Count == 0) return Fail(CheckName.IssuerKey, Verdict.NotCheckable, "key-unknown");
        if (named.FirstOrDefault(k => printed.IsSignedBy(k.PublicKey)) is not { } signer) return Fail(CheckName.Proof, Verdict.Altered, "proof-broken");
        checks.Set(CheckName.Proof, CheckState.Passed);
        var school = signer.School;
        var issuedAt = printed.Content.IssuedAt;
        var entry = register.Find(school.Did)!;
        switch (KeyJudge.Judge(entry, signer.Multikey, issuedAt))
        {
            case KeyStanding.Compromised: return Fail(CheckName.IssuerKey, Verdict.Altered, "key-compromised");
            case KeyStanding.Retired: return Fail(CheckName.IssuerKey, Verdict.Altered, "key-retired");
            case KeyStanding.NotYet: return Fail(CheckName.IssuerKey, Verdict.IssuerUnknown, "key-not-in-register");
        }
        if (school.Npsn != printed.Content.Npsn) return Fail(CheckName.IssuerKey, Verdict.Altered, "key-of-another");
        checks.Set(CheckName.IssuerKey, CheckState.Passed);
        if (!KeyJudge.WasActive(entry, issuedAt)) return Fail(CheckName.Register, Verdict.IssuerUnknown, "issuer-not-active");
        Closing.PassRegister(checks, register, entry);
        if (KeyJudge.IsAfter(issuedAt, context.Now)) return Fail(CheckName.Dates, Verdict.NotCheckable, "not-yet-valid", issuedAt);
        checks.Set(CheckName.Dates, CheckState.Passed);
        return Report(printed, checks, context, school, new Ground(Verdict.NotCheckable, "statement-sound", issuedAt));
    }

    // Only schools print papers: a person's key must not be able to make one.
    private static IEnumerable<Signer> Keys(Register register)
    {
        foreach (var school in register.Content.Schools)
            foreach (var key in school.Keys)
                if (Ed25519Key.TryReadMultikey(key.Multikey, out var publicKey)) yield return new Signer(school, key.Multikey, publicKey);
    }

    private sealed record Signer(RegisterSchool School, string Multikey, byte[] PublicKey);

    // Name, lines and serial are told only when a school of the register stands behind them.
    private static VerificationReport Report(PrintedStatement printed, CheckSheet checks, VerificationContext context, RegisterSchool? school, Ground ground) => new()
    {
        Verdict = ground.Verdict,
        ReasonCode = ground.Code,
        Reason = ReasonTexts.Text(ground.Code, context.Language, ground.Arguments),
        SignedAt = school is null ? null : printed.Content.IssuedAt,
        CheckedAt = context.Now,
        Issuer = new ReportIssuer(school?.Name, school?.Npsn, school?.Did),
        SubjectName = school is null ? null : printed.Content.Name,
        Title = school is null ? null : $"{printed.Content.Format.ToUpperInvariant()} {printed.Content.Code}",
        Code = school is null ? null : printed.Content.Code,
        Lines = school is null ? [] : [.. printed.Content.Lines.Select(l => new ReportLine(l.Kind, l.Title, l.Word, LineState.Unchecked, null, null))],
        Checks = checks.Report(context.Language),
    };
}
