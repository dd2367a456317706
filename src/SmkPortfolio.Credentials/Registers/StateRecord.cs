using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SmkPortfolio.Credentials.Json;
using SmkPortfolio.Credentials.Registers;

namespace SmkPortfolio.Credentials;

/// <summary>Where a credential stands in our own words; the status list knows only the bit.</summary>
public enum CredentialState
{
    Active,
    Replaced,
    Suspended,
    Withdrawn,
}

/// <summary>What the school says about one of its credentials, with the public reason in both languages.</summary>
public sealed record StateContent(
    string CredentialId, int Version, CredentialState State, DateTimeOffset Since, string? ReasonId, string? ReasonEn, string? ReplacedBy)
{
    /// <summary>Address of the status list in which this version has its place; null in a record that speaks of every version.</summary>
    public string? StatusList { get; init; }

    public int StatusIndex { get; init; }

    /// <summary>The DID that signed; set by <see cref="StateRecord.Read(string, Register)"/>.</summary>
    public string? SignedBy { get; init; }

    /// <summary>False for a record of another credential, or of another version of this one.</summary>
    public bool SpeaksOf(CredentialVersion version) =>
        CredentialId == version.Id && (StatusList is null || (StatusList == version.StatusList && StatusIndex == version.StatusIndex));
}

/// <summary>The signed state record of one credential: a compact JWS by the school. There is never a list of them.</summary>
public static class StateRecord
{
    private const string Type = "smk-state+jwt";
    private const int MaxBytes = 64 * 1024;

    /// <summary>Where the record of one version lies; without the query it is that of the newest.</summary>
    public static string AddressOf(CredentialVersion version) => version.StatusList is null
        ? $"{version.Id}/state"
        : string.Create(CultureInfo.InvariantCulture, $"{version.Id}/state?list={Uri.EscapeDataString(version.StatusList)}&index={version.StatusIndex}");

    /// <summary>The signed record.</summary>
    public static string Sign(StateContent content, SigningKey school)
    {
        var payload = new JsonObject
        {
            ["credentialId"] = content.CredentialId,
            ["version"] = content.Version,
            ["state"] = content.State.ToString().ToLowerInvariant(),
            ["since"] = Timestamp.Utc(content.Since),
        };
        var reason = new JsonObject();
        if (content.ReasonId is not null) reason["id"] = content.ReasonId;
        if (content.ReasonEn is not null) reason["en"] = content.ReasonEn;
        if (reason.Count > 0) payload["reason"] = reason;
        if (content.StatusList is not null) payload["status"] = new JsonObject { ["list"] = content.StatusList, ["index"] = content.StatusIndex };
        if (content.ReplacedBy is not null) payload["replacedBy"] = content.ReplacedBy;
        return CompactJws.Sign(payload, Type, school);
    }

    /// <summary>The content, when a trusted key of the register signed it; else null. Compare <see cref="StateContent.SignedBy"/> with the credential's issuer.</summary>
    public static StateContent? Read(string jws, Register register) => Read(jws, register, new CheckMemo());

    internal static StateContent? Read(string jws, Register register, CheckMemo memo)
    {
        var read = memo.Of("state", Encoding.UTF8.GetBytes(jws), () => CompactJws.Read(jws.Trim(), Type, MaxBytes) is { SignatureIsSound: true } sound ? sound : null);
        var key = read is null ? null : register.Find(read.Did)?.Keys.FirstOrDefault(k => k.Multikey == read.Multikey);
        if (read is null || key is not { CompromisedAt: null }) return null;
        var payload = read.Payload;
        CredentialState? state = payload.Text("state") switch
        {
            "active" => CredentialState.Active,
            "replaced" => CredentialState.Replaced,
            "suspended" => CredentialState.Suspended,
            "withdrawn" => CredentialState.Withdrawn,
            _ => null,
        };
        if (state is null || payload.Text("credentialId") is not { } id || payload.Int("version") is not { } version || payload.Instant("since") is not { } since) return null;
        var reason = payload.Object("reason");
        var status = payload.Object("status");
        return new StateContent(id, version, state.Value, since, reason?.Text("id"), reason?.Text("en"), payload.Text("replacedBy"))
        {
            StatusList = status?.Text("list"),
            StatusIndex = status?.Int("index") ?? 0,
            SignedBy = read.Did,
        };
    }
}
