using System.Globalization;
using System.Text.Json.Nodes;

namespace SmkPortfolio.UnitTests.Campaigns;

/// <summary>Credentials put together at random from the terms of the two contexts: unusual texts, alike nodes without names, nested graphs.</summary>
internal sealed class GeneratedCredentials(int seed)
{
    private static readonly string[] Characters =
    [
        "a", "Z", "0", " ", "  ", ".", "\"", "\\", "\n", "\r", "\t", "\b", "\f", "\u0001", "\u001F", "\u007F", "\u0085", "\u00A0", "é", "e\u0301", "ß", "ı", "Ġ",
        "\u200F", "\u202E", "\u2028", "\uFFFD", "日本", "ꦲ", "😀", "👩‍🏭", "<", ">", "&", "'", "{", "}", "@en", "^^", "_:b0", "https://x.example/ y", "\\u0041", "%41",
    ];

    private static readonly double[] Numbers = [0, 1, -1, 3, 0.5, 2.25, 9007199254740991, 1e-5, 123456789.125, -0.1];

    // A fixed seed gives the same documents everywhere.
    private readonly Random random = new(seed);
    private int ids;

    public JsonObject Next() => Badge(depth: 0);

    private JsonObject Badge(int depth)
    {
        var badge = Credential("OpenBadgeCredential", new JsonObject
        {
            ["type"] = Types("AchievementSubject"),
            ["achievement"] = Achievement(),
        });
        var subject = badge["credentialSubject"]!.AsObject();
        Maybe(() => subject["id"] = Id("urn:uuid"));
        Maybe(() => subject["identifier"] = Many(Identity));
        Maybe(() => subject["result"] = Many(Result));
        Maybe(() => subject["creditsEarned"] = Numbers[random.Next(Numbers.Length)]);
        Maybe(() => badge["evidence"] = Many(Evidence));
        Maybe(() => badge["awardedDate"] = Instant());
        Maybe(() => badge["image"] = new JsonObject { ["id"] = Id("https"), ["type"] = "Image", ["caption"] = Text() });
        if (depth < 2)
        {
            Maybe(() => badge["endorsement"] = Many(() => random.Next(4) == 0 ? Badge(depth + 1) : Endorsement()));
        }
        return badge;
    }

    private JsonObject Endorsement() => Credential("EndorsementCredential", new JsonObject
    {
        ["id"] = Id("https"),
        ["type"] = Types("EndorsementSubject"),
        ["endorsementComment"] = Text(),
    });

    private JsonObject Credential(string type, JsonObject subject)
    {
        var json = new JsonObject { ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json") };
        Maybe(() => json["id"] = Id("https"));
        json["type"] = new JsonArray("VerifiableCredential", type);
        json["issuer"] = random.Next(5) == 0 ? JsonValue.Create(Id("did")) : Profile();
        json["validFrom"] = Instant();
        Maybe(() => json["validUntil"] = Instant());
        Maybe(() => json["name"] = Text());
        Maybe(() => json["description"] = Text());
        json["credentialSubject"] = subject;
        Maybe(() => json["credentialStatus"] = new JsonObject
        {
            ["id"] = Id("https"),
            ["type"] = "BitstringStatusListEntry",
            ["statusPurpose"] = "revocation",
            ["statusListIndex"] = random.Next(100_000).ToString(CultureInfo.InvariantCulture),
            ["statusListCredential"] = Id("https"),
        });
        json["proof"] = new JsonObject { ["type"] = "DataIntegrityProof", ["proofValue"] = "z1" };
        return json;
    }

    private JsonObject Profile()
    {
        var profile = new JsonObject { ["id"] = Id("did"), ["type"] = Types("Profile") };
        Maybe(() => profile["name"] = Text());
        Maybe(() => profile["url"] = Id("https"));
        Maybe(() => profile["otherIdentifier"] = Many(() => new JsonObject { ["type"] = "IdentifierEntry", ["identifier"] = Text(), ["identifierType"] = "ext:NPSN" }));
        Maybe(() => profile["address"] = new JsonObject { ["type"] = Types("Address"), ["addressCountry"] = "ID", ["addressLocality"] = Text() });
        Maybe(() => profile["parentOrg"] = new JsonObject { ["id"] = Id("did"), ["type"] = Types("Profile"), ["name"] = Text() });
        return profile;
    }

    private JsonObject Achievement()
    {
        var achievement = new JsonObject { ["id"] = Id("https"), ["type"] = Types("Achievement"), ["name"] = Text(), ["criteria"] = new JsonObject { ["narrative"] = Text() } };
        Maybe(() => achievement["alignment"] = Many(() => new JsonObject { ["type"] = Types("Alignment"), ["targetName"] = Text(), ["targetUrl"] = Id("https") }));
        Maybe(() => achievement["resultDescription"] = Many(() => new JsonObject
        {
            ["id"] = Id("https"),
            ["type"] = Types("ResultDescription"),
            ["name"] = Text(),
            ["resultType"] = "LetterGrade",
            ["allowedValue"] = new JsonArray([.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => JsonValue.Create(Text()))]),
        }));
        Maybe(() => achievement["tag"] = new JsonArray([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => JsonValue.Create(Text()))]));
        Maybe(() => achievement["creditsAvailable"] = Numbers[random.Next(Numbers.Length)]);
        Maybe(() => achievement["inLanguage"] = "id");
        return achievement;
    }

    private JsonObject Identity() => new() { ["type"] = "IdentityObject", ["hashed"] = random.Next(2) == 0, ["identityHash"] = Text(), ["identityType"] = "emailAddress", ["salt"] = Text() };

    private JsonObject Result() => new() { ["type"] = Types("Result"), ["value"] = Text() };

    // Few values and seldom a name: several of them look alike, and only their place in the whole tells them apart.
    private JsonObject Evidence()
    {
        var evidence = new JsonObject { ["type"] = Types("Evidence"), ["name"] = random.Next(3) == 0 ? Text() : "Foto" };
        Maybe(() => evidence["id"] = Id("https"));
        Maybe(() => evidence["digestSRI"] = "sha256-AAAA");
        return evidence;
    }

    private JsonArray Types(string type) => random.Next(4) == 0 ? [type, type] : [type];

    private JsonArray Many(Func<JsonNode> make) => new([.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => make())]);

    private string Id(string scheme) => scheme switch
    {
        "did" => $"did:web:folio.example:schools:{random.Next(5)}",
        "urn:uuid" => $"urn:uuid:00000000-0000-4000-8000-{ids++:D12}",
        _ => $"https://folio.example/{random.Next(3)}/{(random.Next(3) == 0 ? ids++ : random.Next(6))}#ä%20{random.Next(2)}",
    };

    private string Instant() => $"20{random.Next(10, 40)}-{random.Next(1, 13):D2}-{random.Next(1, 29):D2}T{random.Next(24):D2}:{random.Next(60):D2}:00{(random.Next(2) == 0 ? "Z" : "+07:00")}";

    private string Text() => string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => Characters[random.Next(Characters.Length)]));

    private void Maybe(Action add)
    {
        if (random.Next(2) == 0)
        {
            add();
        }
    }
}
