using System.Globalization;
using System.Text.Json.Nodes;
using SmkPortfolio.Credentials.Json;
using SmkPortfolio.Credentials.JsonLd;
using SmkPortfolio.Credentials.Status;

namespace SmkPortfolio.Credentials.Issuing;

/// <summary>Lays claims out as Open Badges 3.0 and Bitstring Status List documents.</summary>
internal static class CredentialShape
{
    public static JsonObject Build(CredentialClaims claims) => claims switch
    {
        OpenBadgeClaims badge => Badge(badge),
        EndorsementClaims endorsement => Endorsement(endorsement),
        _ => throw new ArgumentException("unknown kind of claims", nameof(claims)),
    };

    public static JsonObject StatusList(StatusListClaims claims)
    {
        var issuer = ClaimRules.Did("issuer", claims.IssuerDid);
        var url = ClaimRules.ListUrl(issuer, claims.ListUrl);
        if (claims.Length < BitstringStatusList.MinLength || claims.Length % 8 != 0) throw new CredentialLintException("status-length", "credentialSubject");
        var bits = claims.SetBits.ToList();
        if (bits.Any(i => i < 0 || i >= claims.Length)) throw new CredentialLintException("status-index", "credentialSubject");
        return new JsonObject
        {
            ["@context"] = JsonWrite.Strings(ContextStore.CredentialsV2),
            ["id"] = url,
            ["type"] = JsonWrite.Strings("VerifiableCredential", "BitstringStatusListCredential"),
            ["issuer"] = issuer,
            ["validFrom"] = Timestamp.Utc(claims.ValidFrom),
            ["credentialSubject"] = new JsonObject
            {
                ["id"] = url + "#list",
                ["type"] = "BitstringStatusList",
                ["statusPurpose"] = "revocation",
                ["encodedList"] = BitstringStatusList.Encode(claims.Length, bits),
            },
        };
    }

    private static JsonObject Badge(OpenBadgeClaims claims)
    {
        if (claims.ValidUntil <= claims.ValidFrom) throw new CredentialLintException("valid-until-before-valid-from", "validUntil");
        var document = Head(claims, "OpenBadgeCredential");
        if (claims.ValidUntil is { } until) document["validUntil"] = Timestamp.WithOffset(until);
        if (claims.AwardedDate is { } awarded) document["awardedDate"] = Timestamp.WithOffset(awarded);
        document["description"] = ClaimRules.Text("description", claims.Description);
        document["credentialSubject"] = new JsonObject
        {
            ["id"] = ClaimRules.Id("credentialSubject.id", claims.SubjectId),
            ["type"] = JsonWrite.Strings("AchievementSubject"),
            ["name"] = ClaimRules.PersonName("credentialSubject.name", claims.SubjectName),
            ["achievement"] = Achievement(claims),
        };
        if (claims.Evidence.Count > 0) document["evidence"] = JsonWrite.Array(claims.Evidence.Select(Evidence));
        if (claims.Endorsements.Count > 0) document["endorsement"] = JsonWrite.Array(claims.Endorsements.Select(EmbeddedEndorsement.Read));
        document["credentialStatus"] = Status(claims);
        return document;
    }

    private static JsonObject Endorsement(EndorsementClaims claims)
    {
        var document = Head(claims, "EndorsementCredential");
        if (claims.Batch) document["description"] = EndorsementClaims.BatchDescription;
        document["credentialSubject"] = new JsonObject
        {
            ["id"] = ClaimRules.Id("credentialSubject.id", claims.SubjectId),
            ["type"] = JsonWrite.Strings("EndorsementSubject"),
            ["digestSRI"] = ClaimRules.DigestSri("credentialSubject.digestSRI", claims.SubjectSha256Hex),
            ["endorsementComment"] = ClaimRules.Text("credentialSubject.endorsementComment", claims.Comment),
        };
        document["credentialStatus"] = Status(claims);
        return document;
    }

    private static JsonObject Head(CredentialClaims claims, string type) => new()
    {
        ["@context"] = JsonWrite.Strings(ContextStore.CredentialsV2, ContextStore.OpenBadges303),
        ["id"] = ClaimRules.Id("id", claims.Id),
        ["type"] = JsonWrite.Strings("VerifiableCredential", type),
        ["name"] = ClaimRules.Text("name", claims.Name),
        ["issuer"] = Issuer(claims.Issuer),
        ["validFrom"] = Timestamp.WithOffset(claims.ValidFrom),
    };

    private static JsonObject Issuer(IssuerProfile issuer)
    {
        var profile = new JsonObject
        {
            ["id"] = ClaimRules.Did("issuer.id", issuer.Did),
            ["type"] = JsonWrite.Strings("Profile"),
            ["name"] = ClaimRules.PersonName("issuer.name", issuer.Name),
        };
        if (issuer.Url is not null) profile["url"] = ClaimRules.Url("issuer.url", issuer.Url);
        if (issuer.Npsn is not null)
        {
            profile["otherIdentifier"] = new JsonArray(new JsonObject
            {
                ["type"] = "IdentifierEntry",
                ["identifier"] = ClaimRules.Text("issuer.otherIdentifier", issuer.Npsn),
                ["identifierType"] = "ext:NPSN",
            });
        }
        if (issuer.ParentDid is not null)
        {
            profile["parentOrg"] = new JsonObject
            {
                ["id"] = ClaimRules.Id("issuer.parentOrg", issuer.ParentDid),
                ["type"] = JsonWrite.Strings("Profile"),
                ["name"] = ClaimRules.Text("issuer.parentOrg.name", issuer.ParentName),
            };
        }
        return profile;
    }

    private static JsonObject Achievement(OpenBadgeClaims claims)
    {
        var id = ClaimRules.Id("achievement.id", claims.AchievementId);
        var achievement = new JsonObject
        {
            ["id"] = id,
            ["type"] = JsonWrite.Strings("Achievement"),
            ["achievementType"] = ClaimRules.Text("achievement.achievementType", claims.AchievementType),
            ["inLanguage"] = ClaimRules.Text("achievement.inLanguage", claims.Language),
            ["name"] = ClaimRules.Text("achievement.name", claims.AchievementName),
            ["description"] = ClaimRules.Text("achievement.description", claims.AchievementDescription),
            // Nodes get an id wherever the data model lets them: alike nameless nodes are what makes canonical form costly.
            ["criteria"] = new JsonObject { ["id"] = id + "#criteria", ["narrative"] = ClaimRules.Text("criteria.narrative", claims.CriteriaNarrative) },
        };
        if (claims.Alignments.Count > 0) achievement["alignment"] = JsonWrite.Array(claims.Alignments.Select(Alignment));
        return achievement;
    }

    private static JsonObject Alignment(AlignmentClaim alignment) => new()
    {
        ["id"] = ClaimRules.Id("alignment.id", alignment.Id),
        ["type"] = JsonWrite.Strings("Alignment"),
        ["targetName"] = ClaimRules.Text("alignment.targetName", alignment.Name),
        ["targetCode"] = ClaimRules.Text("alignment.targetCode", alignment.Code),
        ["targetFramework"] = ClaimRules.Text("alignment.targetFramework", alignment.Framework),
        ["targetType"] = "ext:SKKNIUnit",
        ["targetUrl"] = ClaimRules.Url("alignment.targetUrl", alignment.Url),
    };

    private static JsonObject Evidence(EvidencePin pin)
    {
        var evidence = new JsonObject { ["id"] = ClaimRules.Id("evidence.id", pin.Id), ["type"] = JsonWrite.Strings("Evidence") };
        if (pin.Name is not null) evidence["name"] = ClaimRules.Text("evidence.name", pin.Name);
        if (pin.Genre is not null) evidence["genre"] = ClaimRules.Text("evidence.genre", pin.Genre);
        evidence["mediaType"] = ClaimRules.MediaType("evidence.mediaType", pin.MediaType);
        evidence["digestSRI"] = ClaimRules.DigestSri("evidence.digestSRI", pin.Sha256Hex);
        return evidence;
    }

    private static JsonObject Status(CredentialClaims claims)
    {
        var status = ClaimRules.Status(claims.Issuer.Did, claims.Status);
        var index = status.Index.ToString(CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["id"] = $"{status.ListUrl}#{index}",
            ["type"] = "BitstringStatusListEntry",
            ["statusPurpose"] = "revocation",
            ["statusListIndex"] = index,
            ["statusListCredential"] = status.ListUrl,
        };
    }
}
