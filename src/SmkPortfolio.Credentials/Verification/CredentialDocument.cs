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
/// The members of a credential that we read. An embedded proof covers what a document means and not how it is written, so a list of one is
/// read as the one; around a JWT the bytes are signed, and nothing is read into them. A member of another shape counts as missing, and what
/// is missing is never taken for good news.
/// </summary>
internal sealed class CredentialDocument
{
    private const int MaxProofs = 8;

    private CredentialDocument(JsonElement json, JwtEnvelope? jwt, string issuer, IReadOnlyList<JsonElement> proofs)
    {
        Json = json;
        Jwt = jwt;
        IssuerDid = issuer;
        Proofs = proofs;
        Subject = Object(json, "credentialSubject") ?? default;
    }

    public JsonElement Json { get; }

    /// <summary>Empty when it has none.</summary>
    public string Id => Text(Json, "id") ?? "";

    public string IssuerDid { get; }

    /// <summary>The one subject; of no kind when there are several.</summary>
    public JsonElement Subject { get; }

    /// <summary>Has an id and one subject, as all of ours; the data model asks strangers for neither.</summary>
    public bool IsWhole => Id.Length > 0 && Subject.ValueKind == JsonValueKind.Object;

    /// <summary>The embedded proofs; none when a JWT is around it.</summary>
    public IReadOnlyList<JsonElement> Proofs { get; }

    /// <summary>The JWT around it, when that is what signs it.</summary>
    public JwtEnvelope? Jwt { get; }

    /// <summary>The proof of a document that has one embedded proof, as all of ours have.</summary>
    public JsonElement Proof => Proofs.Count == 0 ? default : Proofs[0];

    /// <summary>Several proofs; we never issue that.</summary>
    public bool IsProofSet => Proofs.Count > 1;

    public bool IsBadge => Json.HasType("OpenBadgeCredential") || Json.HasType("AchievementCredential");

    public bool IsEndorsement => Json.HasType("EndorsementCredential");

    /// <summary>An endorsement whose giver had not opened the work. However often and beside whatever else it is said.</summary>
    public bool IsBatch => Values(Json, "description").Any(d => d.ValueKind == JsonValueKind.String && d.GetString() == EndorsementClaims.BatchDescription);

    public bool IsStatusList => Json.HasType("BitstringStatusListCredential");

    /// <summary>A status list's subject is a list of what was withdrawn, one bit each.</summary>
    public bool IsListOfRevocations =>
        Subject.HasType("BitstringStatusList") && Text(Subject, "statusPurpose") == "revocation" && Subject.Member("statusSize") is null;

    public string? EncodedList => Text(Subject, "encodedList");

    public string? SubjectId => Text(Subject, "id");

    public string? SubjectName => Text(Subject, "name");

    public string? SubjectDigest => Text(Subject, "digestSRI");

    public string? Title => (Object(Subject, "achievement") is { } achievement ? Text(achievement, "name") : null) ?? Text(Json, "name");

    public bool IsPortfolio => Object(Subject, "achievement") is { } achievement && Text(achievement, "achievementType") == OpenBadgeClaims.PortfolioType;

    public DateTimeOffset? Created => Jwt is null ? Instant(Proof, "created") : Jwt.IssuedAt ?? ValidFrom;

    public DateTimeOffset? ValidFrom => Instant(Json, "validFrom");

    public DateTimeOffset? ValidUntil => Instant(Json, "validUntil");

    /// <summary>False when a date stands there that cannot be read.</summary>
    public bool DatesAreReadable => ValidFrom is not null && Created is not null && (ValidUntil is not null || Json.Member("validUntil") is null);

    /// <summary>The DID and key of the proof, when its method is <c>did#z6Mk…</c>.</summary>
    public (string Did, string Multikey)? Method =>
        Text(Proof, "verificationMethod")?.Split('#') is [{ Length: > 0 } did, { Length: > 0 } key] ? (did, key) : null;

    /// <summary>Only the vocabulary that we issue with.</summary>
    public bool ContextsAreOurs => ContextsAre(ContextStore.IsOurs);

    /// <summary>Only vocabulary that we carry a copy of.</summary>
    public bool ContextsAreKnown => ContextsAre(ContextStore.Knows);

    /// <summary>Found by id: the order of evidence is not signed.</summary>
    public IReadOnlyList<PinnedEvidence> Evidence => [.. Values(Json, "evidence")
        .Where(e => Text(e, "id") is not null).Select(e => new PinnedEvidence(Text(e, "id")!, Text(e, "digestSRI")))];

    /// <summary>Null when there are none; too many or of another shape is a list that no check will pass.</summary>
    public IReadOnlyList<JsonElement>? Endorsements => Json.Member("endorsement") switch
    {
        null => null,
        { ValueKind: JsonValueKind.Array } many when many.GetArrayLength() <= PaperLimits.Endorsements => [.. many.EnumerateArray()],
        var other => [other.Value],
    };

    public StatusPlace? Status
    {
        get
        {
            if (Object(Json, "credentialStatus") is not { } status) return null;
            var isOurs = Text(status, "type") == "BitstringStatusListEntry" && Text(status, "statusPurpose") == "revocation";
            var isIndex = int.TryParse(Text(status, "statusListIndex"), NumberStyles.None, CultureInfo.InvariantCulture, out var index);
            return isOurs && isIndex && Text(status, "statusListCredential") is { } list ? new StatusPlace(list, index) : null;
        }
    }

    /// <summary>Which of the versions that share the id this is.</summary>
    public CredentialVersion Version => Status is { } place ? new CredentialVersion(Id, place.ListUrl, place.Index) : new CredentialVersion(Id, null, 0);

    /// <summary>The document, or null when it is not a credential with an embedded proof.</summary>
    public static CredentialDocument? Read(JsonElement json)
    {
        IReadOnlyList<JsonElement> proofs = [.. json.Values("proof")];
        return proofs.Count is > 0 and <= MaxProofs && proofs.All(p => p.ValueKind == JsonValueKind.Object) ? Read(json, proofs, null) : null;
    }

    /// <summary>The credential inside a JWT, or null when there is none.</summary>
    public static CredentialDocument? Read(JsonElement json, JwtEnvelope jwt) => Read(json, [], jwt);

    private bool ContextsAre(Func<string, bool> isAllowed)
    {
        var contexts = Values(Json, "@context").ToList();
        return contexts.Count > 0
            && contexts.All(c => c.ValueKind == JsonValueKind.String && isAllowed(c.GetString()!))
            && contexts[0].GetString() == ContextStore.CredentialsV2;
    }

    private static CredentialDocument? Read(JsonElement json, IReadOnlyList<JsonElement> proofs, JwtEnvelope? jwt)
    {
        var issuer = jwt is null ? json.Single("issuer") : json.Member("issuer");
        var did = issuer is { ValueKind: JsonValueKind.Object } profile ? profile.Text("id") : issuer is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        return json.HasType("VerifiableCredential") && did is not null && HasSubject(json) ? new CredentialDocument(json, jwt, did, proofs) : null;
    }

    private static bool HasSubject(JsonElement json) => json.Values("credentialSubject").ToList() is { Count: > 0 } all && all.TrueForAll(s => s.ValueKind == JsonValueKind.Object);

    private JsonElement? Value(JsonElement of, string name) => Jwt is null ? of.Single(name) : of.Member(name);

    private IEnumerable<JsonElement> Values(JsonElement of, string name) => Jwt is null ? of.Values(name) : of.Items(name);

    private JsonElement? Object(JsonElement of, string name) => Value(of, name) is { ValueKind: JsonValueKind.Object } value ? value : null;

    private string? Text(JsonElement of, string name) => Value(of, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private DateTimeOffset? Instant(JsonElement of, string name) => Timestamp.TryParse(Text(of, name), out var value) ? value : null;
}
