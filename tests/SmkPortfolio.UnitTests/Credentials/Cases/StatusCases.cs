using System.Text.Json.Nodes;
using SmkPortfolio.Credentials;

namespace SmkPortfolio.UnitTests.Credentials.Cases;

/// <summary>Withdrawal, dates, and every way in which a status list is no answer: none of them may read as "not withdrawn".</summary>
internal static class StatusCases
{
    private static readonly string SchoolList = Samples.ListOf(Samples.School);

    public static IEnumerable<CheckCase> All()
    {
        var badge = Samples.SignedBadge();
        yield return Case("withdrawn", badge, Verdict.GenuineWithdrawn, "withdrawn-by-list", Forge.ListsWith([48213]));
        yield return Case("endorsement-withdrawn", badge, Verdict.GenuineWithdrawn, "endorsement-withdrawn", Forge.ListsWith([], 7));
        yield return Case("withdrawn-and-altered", Forge.Changed(badge, json => json["name"] = "lain"), Verdict.Altered, "proof-broken", Forge.ListsWith([48213]));
        yield return NoAnswer("list-missing", null);
        yield return NoAnswer("list-altered", Forge.Changed(Forge.Lists[SchoolList], json => json["validFrom"] = "2025-11-19T03:15:00Z"));
        yield return NoAnswer("list-emptied-after-signing", Forge.Changed(Samples.StatusList(Samples.School, 48213), json => json["credentialSubject"]!["encodedList"] = Encoded()));
        yield return NoAnswer("list-of-another-issuer", Samples.StatusList(Samples.OtherSchool));
        yield return NoAnswer("list-signed-by-teacher", Forge.Resigned(Forge.Lists[SchoolList], Samples.Teacher, _ => { }));
        yield return NoAnswer("list-without-proof", Forge.Changed(Forge.Lists[SchoolList], json => json.Remove("proof")));
        yield return NoAnswer("list-with-two-proofs", Forge.Changed(Forge.Lists[SchoolList], json => json["proof"] = new JsonArray(json["proof"]!.DeepClone(), json["proof"]!.DeepClone())));
        yield return Case("list-written-in-lists", badge, Verdict.GenuineCurrent, "genuine-as-of", Forge.ListsWithout(Samples.School, Forge.Changed(Forge.Lists[SchoolList], Forge.InLists)));
        yield return Case("list-with-context-as-text", badge, Verdict.GenuineCurrent, "genuine-as-of", Forge.ListsWithout(Samples.School, Forge.Changed(Forge.Lists[SchoolList], json => json["@context"] = json["@context"]![0]!.DeepClone())));
        yield return NoAnswer("list-too-short", Forge.Resigned(Forge.Lists[SchoolList], Samples.School, json => json["credentialSubject"]!["encodedList"] = "uH4sIAAAAAAAAA2NgAAAAAAAAAAAA"));
        yield return NoAnswer("list-of-other-purpose", Forge.Resigned(Forge.Lists[SchoolList], Samples.School, json => json["credentialSubject"]!["statusPurpose"] = "suspension"));
        yield return NoAnswer("list-from-the-future", Forge.Resigned(Forge.Lists[SchoolList], Samples.School, json => json["validFrom"] = "2027-01-01T00:00:00Z"));
        yield return NoAnswer("list-expired", Forge.Resigned(Forge.Lists[SchoolList], Samples.School, json => json["validUntil"] = "2025-11-20T04:00:00Z"));
        yield return NoAnswer("list-is-no-json", [1, 2, 3]);
        yield return NoAnswer("list-from-year-one", Forge.Resigned(Forge.Lists[SchoolList], Samples.School, _ => { }, DateTimeOffset.MinValue));
        yield return NoAnswer("list-from-year-9999", Forge.Resigned(Forge.Lists[SchoolList], Samples.School, _ => { }, DateTimeOffset.MaxValue));
        yield return NoAnswer("list-begins-in-year-9999", Forge.Resigned(Forge.Lists[SchoolList], Samples.School, json => json["validFrom"] = "9999-12-31T23:59:59Z"));

        // Of several lists the newest sound one counts, in whatever order they come.
        yield return Case("older-list-first", badge, Verdict.GenuineWithdrawn, "withdrawn-by-list", Forge.ListsWith([48213])) with { Before = [Forge.ListAt(Samples.Now.AddDays(-3))] };
        yield return Case("newer-list-first", badge, Verdict.GenuineWithdrawn, "withdrawn-by-list") with { Before = [Forge.ListAt(Samples.Now.AddHours(3), 48213)] };
        yield return Case("broken-list-first", badge, Verdict.GenuineCurrent, "genuine-as-of") with { Before = [Forge.Changed(Forge.Lists[SchoolList], json => json["validFrom"] = "2025-11-19T03:15:00Z")] };
        yield return Case("newer-list-by-another-first", badge, Verdict.GenuineCurrent, "genuine-as-of") with { Before = [Forge.Resigned(Forge.ListAt(Samples.Now.AddHours(3), 48213), Samples.Teacher, _ => { })] };
        yield return Case("newest-list-is-broken", badge, Verdict.GenuineWithdrawn, "withdrawn-by-list", Forge.ListsWith([48213])) with { Before = [Forge.Changed(Forge.ListAt(Samples.Now.AddHours(3)), json => json["validFrom"] = "2025-11-20T10:16:00Z")] };

        // Clocks may differ by five minutes and no second more.
        var retired = Forge.WithKeys(Samples.Entry(Samples.School) with { RetiredAt = Samples.Now.AddHours(1) });
        yield return NoAnswer("list-by-key-laid-down", Forge.ListAt(Samples.Now.AddHours(2))) with { Register = retired };
        yield return At("list-five-minutes-after-its-key", Samples.Now.AddMinutes(65), isSound: true) with { Register = retired };
        yield return At("list-later-after-its-key", Samples.Now.AddMinutes(65).AddSeconds(1), isSound: false) with { Register = retired };
        yield return At("list-five-minutes-ahead", Samples.Now.AddDays(1).AddMinutes(5), isSound: true);
        yield return At("list-further-ahead", Samples.Now.AddDays(1).AddMinutes(5).AddSeconds(1), isSound: false);
        yield return Case("clock-five-minutes-behind", badge, Verdict.GenuineCurrent, "genuine-as-of") with { Now = Samples.Now.AddMinutes(-5) };
        yield return Case("clock-further-behind", badge, Verdict.NotCheckable, "not-yet-valid") with { Now = Samples.Now.AddMinutes(-5).AddSeconds(-1) };

        yield return Case("in-lists-and-withdrawn", Forge.Changed(badge, Forge.InLists), Verdict.GenuineWithdrawn, "withdrawn-by-list", Forge.ListsWith([48213]));
        yield return Case("index-in-list-and-withdrawn", Forge.Changed(badge, json => json["credentialStatus"]!["statusListIndex"] = new JsonArray("48213")), Verdict.GenuineWithdrawn, "withdrawn-by-list", Forge.ListsWith([48213]));
        yield return Case("same-entry-twice", Forge.Changed(badge, json => json["credentialStatus"] = new JsonArray(json["credentialStatus"]!.DeepClone(), json["credentialStatus"]!.DeepClone())), Verdict.NotCheckable, "status-unavailable");

        // What weighs more is told.
        yield return Case("withdrawn-and-endorser-unknown", badge, Verdict.GenuineWithdrawn, "withdrawn-by-list", Forge.ListsWith([48213])) with { Register = Forge.Register with { Persons = [] } };
        yield return Case("endorser-unknown-and-no-list", badge, Verdict.IssuerUnknown, "endorser-not-in-register", Forge.ListsWithout(Samples.School)) with { Register = Forge.Register with { Persons = [] } };
        yield return Case("expired-and-no-list", Samples.SignedBadge(Samples.Badge(Samples.SignedEndorsement(Samples.Teacher)) with { ValidUntil = Samples.Now.AddHours(2) }), Verdict.NotCheckable, "status-unavailable", Forge.ListsWithout(Samples.School));
        yield return Case("endorser-list-missing", badge, Verdict.NotCheckable, "status-unavailable", Forge.ListsWithout(Samples.Teacher));
        yield return Pointing("status-removed-and-signed", json => json.Remove("credentialStatus"));
        yield return Pointing("index-out-of-range", json => json["credentialStatus"]!["statusListIndex"] = "99999999");
        yield return Pointing("index-negative", json => json["credentialStatus"]!["statusListIndex"] = "-1");
        yield return Pointing("index-of-other-digits", json => json["credentialStatus"]!["statusListIndex"] = "\u0664\u0668");
        yield return Pointing("purpose-suspension", json => json["credentialStatus"]!["statusPurpose"] = "suspension");
        yield return Pointing("list-elsewhere", json => json["credentialStatus"]!["statusListCredential"] = "https://evil.example/list");
        yield return Pointing("list-climbs-out", json => json["credentialStatus"]!["statusListCredential"] = "https://folio.example/schools/99900001/status/../../99900002/status/rev-1.json");
        // Other checkers look at the first entry only.
        yield return Pointing("second-entry-hides", json => json["credentialStatus"] = new JsonArray(json["credentialStatus"]!.DeepClone(), Entry("48214")));
        var expiring = Samples.SignedBadge(Samples.Badge(Samples.SignedEndorsement(Samples.Teacher)) with { ValidUntil = Samples.Now.AddHours(2) });
        yield return Case("expired", expiring, Verdict.GenuineExpired, "expired");
        yield return Case("not-yet-expired", expiring, Verdict.GenuineCurrent, "genuine-as-of") with { Now = Samples.Now.AddHours(1) };
        yield return Case("expired-and-withdrawn", expiring, Verdict.GenuineWithdrawn, "withdrawn-by-list", Forge.ListsWith([48213]));
        yield return Case("clock-four-minutes-behind", badge, Verdict.GenuineCurrent, "genuine-as-of") with { Now = Samples.Now.AddMinutes(-4) };
        yield return Case("from-the-future", Forge.Resigned(badge, Samples.School, json => json["validFrom"] = "2025-12-24T00:00:00Z"), Verdict.NotCheckable, "not-yet-valid");
    }

    private static CheckCase Case(string name, byte[] file, Verdict verdict, string code, IReadOnlyDictionary<string, byte[]>? lists = null) =>
        new("status-" + name, "credential.json", file, verdict, code) { Lists = lists ?? Forge.Lists };

    private static CheckCase NoAnswer(string name, byte[]? list) =>
        Case(name, Samples.SignedBadge(), Verdict.NotCheckable, "status-unavailable", Forge.ListsWithout(Samples.School, list));

    private static CheckCase At(string name, DateTimeOffset signedAt, bool isSound) => isSound
        ? Case(name, Samples.SignedBadge(), Verdict.GenuineCurrent, "genuine-as-of", Forge.ListsWithout(Samples.School, Forge.ListAt(signedAt)))
        : NoAnswer(name, Forge.ListAt(signedAt));

    private static CheckCase Pointing(string name, Action<JsonObject> change) =>
        Case(name, Forge.Resigned(Samples.SignedBadge(), Samples.School, change), Verdict.NotCheckable, "status-unavailable");

    private static JsonNode Encoded() => JsonNode.Parse(Forge.Lists[SchoolList])!["credentialSubject"]!["encodedList"]!.DeepClone();

    private static JsonObject Entry(string index) => new()
    {
        ["id"] = SchoolList + "#" + index,
        ["type"] = "BitstringStatusListEntry",
        ["statusPurpose"] = "revocation",
        ["statusListIndex"] = index,
        ["statusListCredential"] = SchoolList,
    };
}
