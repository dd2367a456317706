namespace SmkPortfolio.Credentials.Verification;

/// <summary>Whether a line's credential carries the word that the paper printed, and how it stands now.</summary>
internal static class LineJudge
{
    /// <summary>The line as it is told, and the ground it gives against the paper, if any.</summary>
    public static (ReportLine Line, Ground? Ground) Judge(SnapshotLine line, CredentialFinding finding, string language)
    {
        ReportLine As(LineState state, DateTimeOffset? since = null, string? reason = null) => new(line.Kind, line.Title, line.Word, state, since, reason);
        if (finding.Has(Verdict.Altered)) return (As(LineState.Unchecked), new Ground(Verdict.Altered, "line-broken", line.Title));

        var word = Proved(line, finding);
        if (word == WordStanding.Unproved) return (As(LineState.Unchecked), new Ground(Verdict.Altered, "word-unproved", line.Title));
        if (finding.Grounds.FirstOrDefault(g => g.Verdict == Verdict.GenuineWithdrawn) is { } withdrawn)
        {
            // A newer version does not mend a word that was taken back: what this paper prints no longer stands.
            if (withdrawn.Code == "replaced" && word != WordStanding.Withdrawn) return (As(LineState.Replaced, finding.State?.Since), null);
            var reason = finding.State is { State: CredentialState.Withdrawn or CredentialState.Suspended } state ? StateReason.Of(state, language) : null;
            return (As(LineState.Withdrawn, reason is null ? null : finding.State!.Since, reason), new Ground(Verdict.GenuineWithdrawn, "line-withdrawn", line.Title));
        }
        if (word == WordStanding.Withdrawn) return (As(LineState.Withdrawn), new Ground(Verdict.GenuineWithdrawn, "line-withdrawn", line.Title));
        if (finding.Grounds.FirstOrDefault(g => g.Verdict == Verdict.IssuerUnknown) is { } unknown) return (As(LineState.Unchecked), unknown);
        if (word == WordStanding.Unknown) return (As(LineState.Unchecked), new Ground(Verdict.IssuerUnknown, "endorser-not-in-register"));
        if (finding.Has(Verdict.NotCheckable) || word == WordStanding.Unchecked) return (As(LineState.Unchecked), new Ground(Verdict.NotCheckable, "line-unchecked", line.Title));
        if (finding.Has(Verdict.GenuineExpired)) return (As(LineState.Expired, finding.Document!.ValidUntil), null);
        return (As(LineState.Current, reason: IsBatchOnly(finding) ? ReasonTexts.Text("line-batch", language) : null), null);
    }

    // The word counts, but its reader is told that nobody who gave it had opened the work.
    private static bool IsBatchOnly(CredentialFinding finding) =>
        finding.Endorsements.Where(e => e.Standing == EndorsementStanding.Counts).All(e => e.IsBatch);

    private enum WordStanding
    {
        Unproved,
        Proved,
        Withdrawn,
        Unchecked,
        Unknown,
    }

    private static WordStanding Proved(SnapshotLine line, CredentialFinding finding)
    {
        // A certificate needs two of the staff, who saw it independently of each other.
        var needed = line.Word == "certificate" ? 2 : 1;
        if (line.Word == "certificate" && line.Kind != "certification") return WordStanding.Unproved;
        if (finding.Issuer is null) return WordStanding.Unknown;
        var npsn = finding.Issuer.Npsn;
        bool Fits(EndorsementFinding e) => e.Person is null
            || (line.Word == "company" ? e.Person.IsPartner : e.Person.IsStaff && e.Person.Npsn == npsn);
        int Count(params EndorsementStanding[] standings) =>
            finding.Endorsements.Where(e => standings.Contains(e.Standing) && Fits(e)).Select(e => e.Did).Distinct(StringComparer.Ordinal).Count();
        if (Count(EndorsementStanding.Counts) >= needed) return WordStanding.Proved;
        if (Count(EndorsementStanding.Counts, EndorsementStanding.Withdrawn) >= needed) return WordStanding.Withdrawn;
        if (Count(EndorsementStanding.Counts, EndorsementStanding.Withdrawn, EndorsementStanding.Unchecked) >= needed) return WordStanding.Unchecked;
        return Count(Enum.GetValues<EndorsementStanding>()) >= needed ? WordStanding.Unknown : WordStanding.Unproved;
    }
}
