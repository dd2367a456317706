using System.Text.Json;
using SmkPortfolio.Credentials.Foreign;
using SmkPortfolio.Credentials.Json;

namespace SmkPortfolio.Credentials.Verification;

/// <summary>Checks one credential step by step; each step leaves its own result, and a later one runs only on what an earlier one proved.</summary>
internal sealed class CredentialChecker(VerificationContext context, StatusBook book)
{
    public async Task<CredentialFinding> CheckAsync(ReadOnlyMemory<byte> file, CancellationToken ct)
    {
        try
        {
            var json = context.Parse(file);
            return IsPresentation(json) ? NotOfAKind() : await CheckAsync(Begin(), CredentialDocument.Read(json), isEmbedded: false, ct);
        }
        catch (StrictJsonException)
        {
            return Malformed();
        }
    }

    /// <summary>Checks a credential inside a JWT by the same steps; only the signature is another.</summary>
    public async Task<CredentialFinding> CheckJwtAsync(ReadOnlyMemory<byte> file, CancellationToken ct)
    {
        try
        {
            var jwt = JwtEnvelope.Read(file);
            var finding = Begin();
            if (jwt.IsUnsigned) finding.Fail(CheckName.Format, Verdict.Altered, "jwt-unsigned");
            else if (jwt.IsOfPresentation || jwt.Claims.Member("vp") is not null || IsPresentation(jwt.Claims)) return NotOfAKind();
            else if (!jwt.IsOfCredential) finding.Fail(CheckName.Format, Verdict.Altered, "not-a-credential");
            else if (JwtClaims.Credential(jwt.Claims) is not { } credential) finding.Fail(CheckName.Format, Verdict.Altered, "jwt-claims");
            else return await CheckAsync(finding, CredentialDocument.Read(credential, jwt), isEmbedded: false, ct);
            return finding;
        }
        catch (StrictJsonException)
        {
            return Malformed();
        }
    }

    private static CredentialFinding Malformed()
    {
        var finding = new CredentialFinding();
        finding.Fail(CheckName.Format, Verdict.Altered, "malformed");
        return finding;
    }

    // What a wallet hands over: credentials inside, and around them a proof of who hands them over.
    private static bool IsPresentation(JsonElement json) => json.HasType("VerifiablePresentation") && !json.HasType("VerifiableCredential");

    private CredentialFinding NotOfAKind()
    {
        var finding = Begin();
        finding.Leave(CheckName.Format, Verdict.NotCheckable, "kind-not-supported");
        return finding;
    }

    private CredentialFinding Begin()
    {
        var finding = new CredentialFinding();
        LogChecker.Begin(finding.Checks, context);
        finding.Checks.Set(CheckName.Evidence, CheckState.NotApplicable, "files-not-presented");
        return finding;
    }

    private async Task<CredentialFinding> CheckAsync(CredentialFinding finding, CredentialDocument? document, bool isEmbedded, CancellationToken ct)
    {
        if (document is null)
        {
            finding.Fail(CheckName.Format, Verdict.Altered, "not-a-credential");
            return finding;
        }
        finding.Document = document;
        var entry = context.Register?.Find(document.IssuerDid);
        if (!CheckShape(finding, document, entry)) return finding;
        if (new ProofChecker(context).Check(finding, document, entry) is not { } multikey || !CheckRegister(finding, document, entry, multikey)) return finding;
        // Only what an issuer of ours really signed is a kind we do not know yet; anything else that calls itself so was changed.
        if (!IsOfKnownKind(document))
        {
            finding.Leave(CheckName.Format, Verdict.NotCheckable, "kind-not-supported");
            return finding;
        }
        CheckDates(finding, document);
        await CheckStatusAsync(finding, document, finding.Issuer!, ct);
        if (isEmbedded) return finding;
        EvidenceChecker.Check(finding, document, context);
        await CheckStateAsync(finding, document, ct);
        JudgeStanding(finding);
        await CheckEndorsementsAsync(finding, document, ct);
        return finding;
    }

    // Of a stranger's document only the signature can be judged, whatever kind and shape it is; but who it says has signed must be a name that can be shown.
    private static bool CheckShape(CredentialFinding finding, CredentialDocument document, RegisterEntry? entry)
    {
        if (entry is not null && !document.IsWhole) finding.Fail(CheckName.Format, Verdict.Altered, "not-a-credential");
        else if (DidSyntax.IsDid(document.IssuerDid) || DidSyntax.IsAddress(document.IssuerDid)) finding.Checks.Set(CheckName.Format, CheckState.Passed);
        else finding.Fail(CheckName.Format, Verdict.Altered, "issuer-not-a-did");
        return finding.Checks.StateOf(CheckName.Format) == CheckState.Passed;
    }

    private static bool IsOfKnownKind(CredentialDocument document) => document.IsBadge || document.IsEndorsement;

    private bool CheckRegister(CredentialFinding finding, CredentialDocument document, RegisterEntry? entry, string multikey)
    {
        if (context.Register is null)
        {
            finding.Leave(CheckName.Register, Verdict.IssuerUnknown, "no-register");
            return false;
        }
        if (entry is null)
        {
            finding.Fail(CheckName.Register, Verdict.IssuerUnknown, "issuer-not-in-register");
            return false;
        }
        // A badge is a school's word, an endorsement a person's: a leaked teacher key must not make badges.
        if (IsOfKnownKind(document) && (document.IsBadge ? entry.School is null : entry.Person is null))
        {
            finding.Fail(CheckName.Register, Verdict.IssuerUnknown, "issuer-not-in-register");
            return false;
        }
        var signedAt = document.Created!.Value;
        switch (KeyJudge.Judge(entry, multikey, signedAt))
        {
            case KeyStanding.Compromised:
                finding.Fail(CheckName.IssuerKey, Verdict.Altered, "key-compromised");
                return false;
            case KeyStanding.Retired:
                finding.Fail(CheckName.IssuerKey, Verdict.Altered, "key-retired");
                return false;
            case KeyStanding.NotListed or KeyStanding.NotYet:
                finding.Fail(CheckName.IssuerKey, Verdict.IssuerUnknown, "key-not-in-register");
                return false;
            default:
                finding.Checks.Set(CheckName.IssuerKey, CheckState.Passed);
                break;
        }
        if (!KeyJudge.WasActive(entry, signedAt))
        {
            finding.Fail(CheckName.Register, Verdict.IssuerUnknown, "issuer-not-active");
            return false;
        }
        Closing.PassRegister(finding.Checks, context.Register, entry);
        finding.Issuer = entry;
        return true;
    }

    private void CheckDates(CredentialFinding finding, CredentialDocument document)
    {
        var latest = document.ValidFrom > document.Created ? document.ValidFrom!.Value : document.Created!.Value;
        if (KeyJudge.IsAfter(latest, context.Now)) finding.Fail(CheckName.Dates, Verdict.NotCheckable, "not-yet-valid", latest);
        else if (document.ValidUntil < context.Now) finding.Fail(CheckName.Dates, Verdict.GenuineExpired, "expired", document.ValidUntil);
        else finding.Checks.Set(CheckName.Dates, CheckState.Passed);
    }

    private async Task CheckStatusAsync(CredentialFinding finding, CredentialDocument document, RegisterEntry issuer, CancellationToken ct)
    {
        var place = document.Status;
        var (list, isCurrent) = place is null ? new StatusAnswer(null, false) : await book.GetAsync(place.ListUrl, issuer, ct);
        if (list is null || !list.Has(place!.Index))
        {
            finding.Leave(CheckName.Status, Verdict.NotCheckable, "status-unavailable");
            return;
        }
        finding.StatusAsOf = list.SignedAt;
        // A bit is never taken back: whoever is withdrawn once is so today, however old the list.
        finding.Revoked = list.Marks(place.Index);
        if (finding.Revoked) finding.Checks.Set(CheckName.Status, CheckState.Failed, "withdrawn-by-list", list.SignedAt);
        else if (isCurrent) finding.Checks.Set(CheckName.Status, CheckState.Passed, "status-as-of", list.SignedAt);
        else finding.Leave(CheckName.Status, Verdict.NotCheckable, "status-unavailable-last", list.SignedAt);
    }

    private async Task CheckStateAsync(CredentialFinding finding, CredentialDocument document, CancellationToken ct)
    {
        if (!context.Sources.Online || !document.IsBadge)
        {
            finding.Checks.Set(CheckName.State, CheckState.NotApplicable, document.IsBadge ? "offline" : "no-state");
            return;
        }
        var jws = await context.Sources.StateAsync(document.Version, ct);
        var state = jws is null ? null : StateRecord.Read(jws, context.Register!, context.Memo);
        if (state is null || state.SignedBy != document.IssuerDid || !state.SpeaksOf(document.Version))
        {
            finding.Leave(CheckName.State, Verdict.NotCheckable, "state-unavailable");
            return;
        }
        finding.State = state;
        finding.Checks.Set(CheckName.State, CheckState.Passed);
    }

    // The bit says only "no longer"; the state record says since when and why, and tells a replaced version from a withdrawn one.
    private void JudgeStanding(CredentialFinding finding)
    {
        switch (finding.State?.State)
        {
            case CredentialState.Withdrawn:
                finding.Fail(CheckName.State, Verdict.GenuineWithdrawn, "withdrawn", finding.State.Since, StateReason.Of(finding.State, context.Language));
                break;
            case CredentialState.Suspended:
                finding.Fail(CheckName.State, Verdict.GenuineWithdrawn, "suspended", finding.State.Since, StateReason.Of(finding.State, context.Language));
                break;
            case CredentialState.Replaced when finding.Revoked:
                finding.Fail(CheckName.Status, Verdict.GenuineWithdrawn, "replaced");
                break;
            // A record that calls active what the list calls withdrawn is older than the list.
            case CredentialState.Active or null when finding.Revoked:
                finding.Grounds.Add(new Ground(Verdict.GenuineWithdrawn, "withdrawn-by-list", finding.StatusAsOf));
                break;
            default:
                break;
        }
    }

    private async Task CheckEndorsementsAsync(CredentialFinding finding, CredentialDocument document, CancellationToken ct)
    {
        if (document.Endorsements is not { } endorsements)
        {
            finding.Checks.Set(CheckName.Endorsements, CheckState.NotApplicable, "no-endorsements");
            return;
        }
        foreach (var endorsement in endorsements) finding.Endorsements.Add(await JudgeEndorsementAsync(document, endorsement, ct));
        var counted = finding.Endorsements.Count(e => e.Standing == EndorsementStanding.Counts);
        bool Any(EndorsementStanding standing) => finding.Endorsements.Any(e => e.Standing == standing);
        if (Any(EndorsementStanding.Broken)) finding.Fail(CheckName.Endorsements, Verdict.Altered, "endorsement-broken");
        else if (Any(EndorsementStanding.Unknown)) finding.Fail(CheckName.Endorsements, Verdict.IssuerUnknown, "endorser-not-in-register");
        else if (Any(EndorsementStanding.Unchecked)) finding.Leave(CheckName.Endorsements, Verdict.NotCheckable, "status-unavailable");
        else if (counted == 0) finding.Fail(CheckName.Endorsements, Verdict.GenuineWithdrawn, "endorsement-withdrawn");
        else if (finding.Endorsements.Count(e => e.IsBatch && e.Standing == EndorsementStanding.Counts) is > 0 and var batch)
            finding.Checks.Set(CheckName.Endorsements, CheckState.Passed, "endorsements-batch", counted, batch);
        else finding.Checks.Set(CheckName.Endorsements, CheckState.Passed, "endorsements-counted", counted, finding.Endorsements.Count);
    }

    private async Task<EndorsementFinding> JudgeEndorsementAsync(CredentialDocument owner, JsonElement json, CancellationToken ct)
    {
        var found = await CheckAsync(Begin(), CredentialDocument.Read(json), isEmbedded: true, ct);
        var did = found.Document?.IssuerDid ?? "";
        EndorsementFinding As(EndorsementStanding standing) => new(did, found.Issuer?.Person, standing, found.Document?.IsBatch == true);
        // What a stolen key signed does not count, but that is no fault of the document around it.
        if (found.Grounds.Any(g => g.Code == "key-compromised")) return As(EndorsementStanding.Withdrawn);
        if (found.Document is not { IsEndorsement: true } endorsement || found.Has(Verdict.Altered)) return As(EndorsementStanding.Broken);
        // The very bytes that the school pins as evidence must be those that the person endorsed.
        var covers = endorsement.SubjectDigest is { } digest && owner.Evidence.Any(e => e.Id == endorsement.SubjectId && e.DigestSri == digest);
        if (!covers) return As(EndorsementStanding.Broken);
        if (found.Revoked) return As(EndorsementStanding.Withdrawn);
        if (found.Has(Verdict.IssuerUnknown)) return As(EndorsementStanding.Unknown);
        return As(found.Grounds.Count == 0 && found.Issuer is not null ? EndorsementStanding.Counts : EndorsementStanding.Unchecked);
    }
}
