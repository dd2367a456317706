using System.Globalization;
using System.Text.Json;
using SmkPortfolio.Credentials.Foreign;
using SmkPortfolio.Credentials.Json;
using SmkPortfolio.Credentials.JsonLd;

namespace SmkPortfolio.Credentials.Verification;

/// <summary>What an evidence object pins.</summary>
internal sealed record PinnedEvidence(string Id, string? DigestSri);

/// <summary>Where a credential's bit stands.</summary>
internal sealed record StatusPlace(string ListUrl, int Index);

/// <summary>
/// The members of a credential that we read. A member of another shape than we issue counts as missing, and what is missing is
/// never taken for good news.
/// </summary>
internal sealed class CredentialDocument
{
    private const int MaxEndorsements = 20;

    private const int MaxProofs = 8;

    private CredentialDocument(JsonElement json, string id, string issuer, JsonElement subject, IReadOnlyList<JsonElement> proofs)
    {
        Json = json;
        Id = id;
        IssuerDid = issuer;
        Subject = subject;
        Proofs = proofs;
    }

    public JsonElement Json { get; }

    public string Id { get; }

    public string IssuerDid { get; }

    public JsonElement Subject { get; }

    /// <summary>The embedded proofs; none when a JWT is around it.</summary>
    public IReadOnlyList<JsonElement> Proofs { get; }

    /// <summary>The JWT around it, when that is what signs it.</summary>
    public JwtEnvelope? Jwt { get; private init; }

    /// <summary>The proof of a document that has one embedded proof, as all of ours have.</summary>
    public JsonElement Proof => Proofs.Count == 0 ? default : Proofs[0];

    /// <summary>Proofs in an array; we never issue that.</summary>
    public bool IsProofSet => Jwt is null && Json.Object("proof") is null;

    public bool IsBadge => Json.HasType("OpenBadgeCredential") || Json.HasType("AchievementCredential");

    public bool IsEndorsement => Json.HasType("EndorsementCredential");

    /// <summary>An endorsement whose giver had not opened the work.</summary>
    public bool IsBatch => Json.Text("description") == EndorsementClaims.BatchDescription;

    public bool IsStatusList => Json.HasType("BitstringStatusListCredential");

    public string? SubjectId => Subject.Text("id");

    public string? SubjectName => Subject.Text("name");

    public string? SubjectDigest => Subject.Text("digestSRI");

    public string? Title => Subject.Object("achievement")?.Text("name") ?? Json.Text("name");

    public bool IsPortfolio => Subject.Object("achievement")?.Text("achievementType") == OpenBadgeClaims.PortfolioType;

    public DateTimeOffset? Created => Jwt is null ? Proof.Instant("created") : Jwt.IssuedAt ?? ValidFrom;

    public DateTimeOffset? ValidFrom => Json.Instant("validFrom");

    public DateTimeOffset? ValidUntil => Json.Instant("validUntil");

    /// <summary>False when a date stands there that cannot be read.</summary>
    public bool DatesAreReadable => ValidFrom is not null && Created is not null && (ValidUntil is not null || Json.Member("validUntil") is null);

    /// <summary>The DID and key of the proof, when its method is <c>did#z6Mk…</c>.</summary>
    public (string Did, string Multikey)? Method =>
        Proof.Text("verificationMethod")?.Split('#') is [{ Length: > 0 } did, { Length: > 0 } key] ? (did, key) : null;

    /// <summary>Only the vocabulary that we issue with.</summary>
    public bool ContextsAreOurs => ContextsAre(ContextStore.IsOurs);

    /// <summary>Only vocabulary that we carry a copy of.</summary>
    public bool ContextsAreKnown => ContextsAre(ContextStore.Knows);

    /// <summary>Found by id: the order of evidence is not signed.</summary>
    public IReadOnlyList<PinnedEvidence> Evidence => [.. Json.Items("evidence")
        .Where(e => e.Text("id") is not null).Select(e => new PinnedEvidence(e.Text("id")!, e.Text("digestSRI")))];

    /// <summary>Null when there are none; too many or of another shape is a list that no check will pass.</summary>
    public IReadOnlyList<JsonElement>? Endorsements => Json.Member("endorsement") switch
    {
        null => null,
        { ValueKind: JsonValueKind.Array } many when many.GetArrayLength() <= MaxEndorsements => [.. many.EnumerateArray()],
        var other => [other.Value],
    };

    public StatusPlace? Status
    {
        get
        {
            if (Json.Object("credentialStatus") is not { } status) return null;
            var isOurs = status.Text("type") == "BitstringStatusListEntry" && status.Text("statusPurpose") == "revocation";
            var isIndex = int.TryParse(status.Text("statusListIndex"), NumberStyles.None, CultureInfo.InvariantCulture, out var index);
            return isOurs && isIndex && status.Text("statusListCredential") is { } list ? new StatusPlace(list, index) : null;
        }
    }

    /// <summary>Which of the versions that share the id this is.</summary>
    public CredentialVersion Version => Status is { } place ? new CredentialVersion(Id, place.ListUrl, place.Index) : new CredentialVersion(Id, null, 0);

    /// <summary>The document, or null when it is not a credential with an embedded proof.</summary>
    public static CredentialDocument? Read(JsonElement json)
    {
        IReadOnlyList<JsonElement> proofs = json.Object("proof") is { } one ? [one] : [.. json.Items("proof")];
        return proofs.Count is > 0 and <= MaxProofs && proofs.All(p => p.ValueKind == JsonValueKind.Object) ? Read(json, proofs, null) : null;
    }

    /// <summary>The credential inside a JWT, or null when there is none.</summary>
    public static CredentialDocument? Read(JsonElement json, JwtEnvelope jwt) => Read(json, [], jwt);

    private bool ContextsAre(Func<string, bool> isAllowed)
    {
        var contexts = Json.Items("@context").ToList();
        return contexts.Count > 0
            && contexts.All(c => c.ValueKind == JsonValueKind.String && isAllowed(c.GetString()!))
            && contexts[0].GetString() == ContextStore.CredentialsV2;
    }

    private static CredentialDocument? Read(JsonElement json, IReadOnlyList<JsonElement> proofs, JwtEnvelope? jwt)
    {
        var issuer = json.Text("issuer") ?? json.Object("issuer")?.Text("id");
        return json.HasType("VerifiableCredential") && json.Text("id") is { } id && issuer is not null
            && json.Object("credentialSubject") is { } subject
            ? new CredentialDocument(json, id, issuer, subject, proofs) { Jwt = jwt }
            : null;
    }
}
