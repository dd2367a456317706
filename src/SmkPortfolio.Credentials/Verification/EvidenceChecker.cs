namespace SmkPortfolio.Credentials.Verification;

/// <summary>Whether the files at hand are those that a document pins. Nothing is fetched: what is not at hand stays uncompared, and the check says how much that is.</summary>
internal static class EvidenceChecker
{
    public static void Check(CredentialFinding finding, CredentialDocument document, VerificationContext context)
    {
        var pins = document.Evidence.ToList();
        if (document is { IsEndorsement: true, SubjectId: { } endorsed }) pins.Add(new PinnedEvidence(endorsed, document.SubjectDigest));
        var atHand = pins.Select(pin => (pin.DigestSri, Files: context.Evidence.Of(pin.Id))).Where(pin => pin.Files.Count > 0).ToList();
        finding.EvidencePinned = pins.Count;
        finding.EvidenceCompared = atHand.Count;
        if (atHand.Exists(pin => pin.Files.Any(digest => digest != pin.DigestSri))) finding.Fail(CheckName.Evidence, Verdict.Altered, "evidence-altered");
        else Tell(finding.Checks, atHand.Count, pins.Count);
    }

    /// <summary>How many of the pinned files were compared, and all of those agree.</summary>
    public static void Tell(CheckSheet checks, int compared, int pinned)
    {
        if (compared == 0) checks.Set(CheckName.Evidence, CheckState.NotApplicable, "files-not-presented");
        else checks.Set(CheckName.Evidence, CheckState.Passed, "evidence-compared", compared, pinned);
    }
}
