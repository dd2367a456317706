namespace SmkPortfolio.Credentials.Verification;

/// <summary>Turns findings into the one report. "Genuine and current" is what remains when every check has passed or does not apply.</summary>
internal static class ReportWriter
{
    public static VerificationReport Write(VerificationContext context, CheckSheet checks, IReadOnlyList<Ground> grounds, CredentialFinding? finding)
    {
        var ground = Ground.Heaviest(grounds) ?? WithoutGround(context, checks, finding);
        var isKnown = finding?.Issuer is not null && ground.Verdict is not (Verdict.Altered or Verdict.IssuerUnknown);
        return new VerificationReport
        {
            Verdict = ground.Verdict,
            ReasonCode = ground.Code,
            Reason = ReasonTexts.Text(ground.Code, context.Language, ground.Arguments),
            SignedAt = checks.StateOf(CheckName.Proof) == CheckState.Passed ? finding?.Document?.Created : null,
            StatusAsOf = finding?.StatusAsOf,
            CheckedAt = context.Now,
            Issuer = Issuer(context, checks, finding),
            SubjectName = isKnown && finding!.Document!.IsBadge ? finding.Document.SubjectName : null,
            Title = isKnown ? finding!.Document!.Title : null,
            Checks = checks.Report(context.Language),
        };
    }

    private static Ground WithoutGround(VerificationContext context, CheckSheet checks, CredentialFinding? finding)
    {
        if (checks.AnyFailed) return new Ground(Verdict.Altered, "check-failed");
        if (checks.AnyUnchecked || finding?.Issuer is null || finding.StatusAsOf is not { } asOf) return new Ground(Verdict.NotCheckable, "unchecked");
        return context.Sources.Online ? new Ground(Verdict.GenuineCurrent, "genuine") : new Ground(Verdict.GenuineCurrent, "genuine-as-of", asOf);
    }

    // Names come from the register. A person has none there, so a role and a school stand for it.
    private static ReportIssuer Issuer(VerificationContext context, CheckSheet checks, CredentialFinding? finding)
    {
        if (finding?.Document is null || checks.StateOf(CheckName.Proof) != CheckState.Passed) return new ReportIssuer(null, null, null);
        if (finding.Issuer is not { } entry) return new ReportIssuer(null, null, finding.Document.IssuerDid);
        if (entry.School is { } school) return new ReportIssuer(school.Name, school.Npsn, school.Did);
        var home = context.Register!.Content.Schools.FirstOrDefault(s => s.Npsn == entry.Npsn);
        var isIndonesian = context.Language.StartsWith("id", StringComparison.OrdinalIgnoreCase);
        var name = (home, isIndonesian) switch
        {
            ({ }, true) => $"Staf {home.Name}",
            ({ }, false) => $"A staff member of {home.Name}",
            (null, true) => "Pembimbing dari mitra industri",
            (null, false) => "A mentor of a partner company",
        };
        return new ReportIssuer(name, entry.Npsn, entry.Did);
    }
}
