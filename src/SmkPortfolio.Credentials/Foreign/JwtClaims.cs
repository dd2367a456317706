using System.Text.Json;
using System.Text.Json.Nodes;
using SmkPortfolio.Credentials.Json;

namespace SmkPortfolio.Credentials.Foreign;

/// <summary>The credential in a JWT's claims: as the claims themselves, or under the older <c>vc</c>.</summary>
internal static class JwtClaims
{
    /// <summary>The credential; null when a claim and the member that it mirrors say different things.</summary>
    public static JsonElement? Credential(JsonElement claims)
    {
        var isWrapped = claims.Object("vc") is not null;
        if (claims.Member("vc") is not null && !isWrapped) return null;
        var credential = claims.Object("vc") ?? claims;
        var issuer = credential.Text("issuer") ?? credential.Object("issuer")?.Text("id");
        var agree = Same(claims, "iss", issuer, isWrapped)
            && Same(claims, "jti", credential.Text("id"), isWrapped)
            && Same(claims, "sub", credential.Object("credentialSubject")?.Text("id"), mayFill: true)
            && SameTime(claims, "nbf", credential.Member("validFrom") ?? credential.Member("issuanceDate"), isWrapped)
            && SameTime(claims, "exp", credential.Member("validUntil") ?? credential.Member("expirationDate"), isWrapped);
        if (!agree || claims.Member("iat") is not null && Instant(claims, "iat") is null) return null;
        return isWrapped ? Filled(claims, credential) : credential;
    }

    public static DateTimeOffset? Instant(JsonElement claims, string name) =>
        claims.Member(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var seconds) && seconds is > 0 and < 253402300799
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000))
            : null;

    private static bool Same(JsonElement claims, string name, string? member, bool mayFill) =>
        claims.Member(name) is null || (claims.Text(name) is { } claim && (member is null ? mayFill : claim == member));

    // Whole seconds: that is all a claim usually tells.
    private static bool SameTime(JsonElement claims, string name, JsonElement? member, bool mayFill)
    {
        if (claims.Member(name) is null) return true;
        if (Instant(claims, name) is not { } claim) return false;
        if (member is null) return mayFill;
        return member.Value.ValueKind == JsonValueKind.String && Timestamp.TryParse(member.Value.GetString(), out var told) && told.ToUnixTimeSeconds() == claim.ToUnixTimeSeconds();
    }

    // The older form lets an issuer leave out of "vc" what the claims say already.
    private static JsonElement Filled(JsonElement claims, JsonElement credential)
    {
        var whole = JsonObject.Create(credential)!;
        if (whole["id"] is null && claims.Text("jti") is { } id) whole["id"] = id;
        if (whole["issuer"] is null && claims.Text("iss") is { } issuer) whole["issuer"] = issuer;
        if (whole["validFrom"] is null && whole["issuanceDate"] is null && Instant(claims, "nbf") is { } from) whole["validFrom"] = Timestamp.Utc(from);
        if (whole["validUntil"] is null && whole["expirationDate"] is null && Instant(claims, "exp") is { } until) whole["validUntil"] = Timestamp.Utc(until);
        return StrictJson.ParseObject(JsonWrite.Bytes(whole));
    }
}
