using System.Text;
using System.Text.Json.Nodes;
using SmkPortfolio.Credentials;
using SmkPortfolio.Credentials.Status;
using SmkPortfolio.UnitTests.Credentials.Cases;
using static SmkPortfolio.Credentials.Verdict;
using static SmkPortfolio.UnitTests.Credentials.ThreeParties.ThreePartyCase;
using static SmkPortfolio.UnitTests.Credentials.ThreeParties.ThreePartyWorld;

namespace SmkPortfolio.UnitTests.Credentials.ThreeParties;

/// <summary>Issued, rotated, withdrawn, replaced and forged documents. Each is laid before all three parties at the same time.</summary>
internal static class ThreePartyCases
{
    public static IReadOnlyList<ThreePartyCase> All { get; } = [.. Good(), .. Dates(), .. Keys(), .. Withdrawn(), .. AlteredOnes(), .. Proofs(), .. Endorsements(), .. Lists(), .. Forms()];

    private static IEnumerable<ThreePartyCase> Good()
    {
        yield return Case("badge", GenuineCurrent, Accept, Accept, w => Sign(w.Badge(), w.School));
        yield return Case("badge with two endorsements", GenuineCurrent, Accept, Accept, w => Sign(w.Badge(w.SignedEndorsement(w.Teacher), w.SignedEndorsement(w.Mentor)), w.School));
        yield return Case("badge on a batch endorsement", GenuineCurrent, Accept, Accept, w => Sign(w.Badge(Sign(w.Endorsement(w.Teacher) with { Batch = true }, w.Teacher)), w.School));
        yield return Case("endorsement alone", GenuineCurrent, Accept, Accept, w => w.SignedEndorsement(w.Teacher));
        yield return Case("portfolio of a printed CV", GenuineCurrent, Accept, Accept, w => Sign(w.Badge() with { AchievementType = OpenBadgeClaims.PortfolioType, Alignments = [] }, w.School));
        yield return Case("status list itself", NotCheckable, Accept, Accept, w => w.Served[Samples.ListOf(w.School)]) with { Note = "we read lists, we do not judge them as documents" };
        yield return Case("indented and in another order", GenuineCurrent, Accept, Accept, w => Reordered(w.SignedBadge()));
    }

    private static IEnumerable<ThreePartyCase> Dates()
    {
        yield return Case("certification, valid until next year", GenuineCurrent, Accept, Accept, w => Certification(w, Now.AddYears(1)));
        yield return Case("certification, expired yesterday", GenuineExpired, Refuse, Refuse, w => Certification(w, Now.AddDays(-1)));
        yield return Case("valid from next year on", NotCheckable, CannotSay, Refuse, w => Sign(w.Badge() with { ValidFrom = Now.AddYears(1) }, w.School)) with { Note = "known weakness of verifier-core: its log stays empty, without a reason" };
        yield return Case("valid from three minutes ahead", GenuineCurrent, CannotSay, Accept, w => Sign(w.Badge() with { ValidFrom = Now.AddMinutes(3) }, w.School)) with { Note = "known weakness of verifier-core: clocks may not differ; ours and vc allow five minutes" };
    }

    private static IEnumerable<ThreePartyCase> Keys()
    {
        yield return Case("signed by a key that retired later", GenuineCurrent, Accept, Accept, w =>
        {
            var badge = w.SignedBadge();
            Rotate(w, retiredAt: Now.AddDays(-10));
            return badge;
        });
        yield return Case("signed by the new key after a rotation", GenuineCurrent, Accept, Accept, w => Sign(w.Badge(), Rotate(w, retiredAt: Now.AddDays(-40))));
        yield return Case("signed by a key after it retired", Altered, Accept, Accept, w =>
        {
            var badge = w.SignedBadge();
            Rotate(w, retiredAt: Now.AddDays(-40));
            return badge;
        }) with
        { Note = "known weakness of both: a DID document cannot say when a key was laid down" };
        yield return Case("issued anew after a theft", GenuineCurrent, Accept, Accept, w => Theft(w).Again);
        yield return Case("what the stolen key signed before", Altered, Refuse, Refuse, w => Theft(w).Before);
        yield return Case("what the thief signed, at a place of his own", Altered, Refuse, Refuse, w =>
        {
            Theft(w);
            return Sign(w.Badge() with { Status = new StatusPointer(Samples.ListOf(w.School), 11) }, w.School);
        });
        yield return Case("key of another school", Altered, Refuse, Refuse, w => w.SignedAnyway(_ => { }, w.OtherSchool));
        yield return Case("school's badge under a teacher's key", Altered, Refuse, Refuse, w => w.SignedAnyway(_ => { }, w.Teacher));
        yield return Case("badge that a teacher issues himself", IssuerUnknown, Accept, Accept, w => SelfMade(w, w.Teacher)) with { Note = "strangers cannot know: who may issue what stands in the register" };
        yield return Case("badge of somebody who calls himself our school", IssuerUnknown, Accept, Accept, w => SelfMade(w, w.Stranger)) with { Note = "strangers cannot know: without a register the name is what the document says" };
        yield return Case("key that no DID document names", IssuerUnknown, Refuse, Refuse, w => Sign(w.Badge(), New(w.School.Controller)));
        yield return Case("DID document missing", GenuineCurrent, CannotSay, CannotSay, w =>
        {
            w.Served.Remove(DidWeb.DocumentUrl(w.School.Controller).AbsoluteUri);
            return Sign(w.Badge(), w.School);
        }) with
        { Note = "ours has the key from the register" };
    }

    private static IEnumerable<ThreePartyCase> Withdrawn()
    {
        yield return Case("badge withdrawn", GenuineWithdrawn, Refuse, Refuse, w => Withdraw(w, CredentialState.Withdrawn, w.SignedBadge())) with { Note = "known weakness of vc: \"verified\" stays true, the bit must be read in its results" };
        yield return Case("endorsement withdrawn", GenuineWithdrawn, Refuse, Refuse, w =>
        {
            w.SetBits(w.Teacher, EndorsementPlace);
            return w.SignedEndorsement(w.Teacher);
        });
        yield return Case("badge whose only endorsement was withdrawn", GenuineWithdrawn, Accept, Accept, w =>
        {
            w.SetBits(w.Teacher, EndorsementPlace);
            return w.SignedBadge();
        }) with
        { Note = "strangers do not look inside; issuing therefore sets the badge's own bit too" };
        yield return Case("replaced version, bit set", GenuineWithdrawn, Refuse, Refuse, w => Withdraw(w, CredentialState.Replaced, Versions(w).Old)) with { Note = "strangers hear \"withdrawn\" for \"replaced\"" };
        yield return Case("replaced version whose bit stays", GenuineCurrent, Accept, Accept, w =>
        {
            w.SetState(CredentialState.Replaced);
            return Versions(w).Old;
        });
        yield return Case("its new version", GenuineCurrent, Accept, Accept, w => Versions(w).New);
        yield return Case("suspended", GenuineWithdrawn, Accept, Accept, w =>
        {
            w.SetState(CredentialState.Suspended);
            return w.SignedBadge();
        }) with
        { Note = "strangers cannot know: it stands in our state record only" };
        yield return Case("bit set for a second status entry only", NotCheckable, Refuse, Refuse, w => SecondEntry(w)) with { Note = "we sign one entry and read no other form" };
        yield return Case("signed without any status", NotCheckable, Accept, Accept, w => w.SignedAnyway(json => json.Remove("credentialStatus"))) with { Note = "strangers ask only where a status is named; we never sign without one" };
    }

    private static IEnumerable<ThreePartyCase> AlteredOnes()
    {
        yield return Changed("name of the holder", json => json["credentialSubject"]!["name"] = "Orang Lain");
        yield return Changed("valid from", json => json["validFrom"] = "2020-01-01T00:00:00Z");
        yield return Changed("date of award", json => json["awardedDate"] = "2020-01-01T00:00:00Z");
        yield return Changed("digest of the evidence", json => json["evidence"]![0]!["digestSRI"] = "sha256-" + Convert.ToBase64String(new byte[32]));
        yield return Changed("result added", json => json["credentialSubject"]!["result"] = new JsonArray(new JsonObject { ["type"] = new JsonArray("Result"), ["value"] = "4" }));
        yield return Changed("unit it answers to", json => json["credentialSubject"]!["achievement"]!["alignment"]![0]!["targetName"] = "Ahli utama");
        yield return Changed("name of the issuer", json => json["issuer"]!["name"] = "Universitas Contoh");
        yield return Changed("achievement", json => json["credentialSubject"]!["achievement"]!["name"] = "Kepala Teknisi");
        yield return Changed("place in the status list", json => json["credentialStatus"]!["statusListIndex"] = "1");
        yield return Changed("status made one of an older kind", json => json["credentialStatus"]!["type"] = "1EdTechRevocationList");
        yield return Changed("status taken out", json => json.Remove("credentialStatus"));
    }

    private static IEnumerable<ThreePartyCase> Proofs()
    {
        yield return Case("proof removed", Altered, Refuse, Refuse, w => w.Altered(json => json.Remove("proof")));
        yield return Case("proof of another document", Altered, Refuse, Refuse, w => w.Altered(json => json["proof"] = JsonNode.Parse(Sign(w.Badge(), w.School))!["proof"]!.DeepClone()));
        yield return Case("proof inside an array", GenuineCurrent, Accept, Accept, w => w.Altered(json => json["proof"] = new JsonArray(json["proof"]!.DeepClone())));
        yield return Case("proof twice", Altered, Accept, Accept, w => w.Altered(json => json["proof"] = new JsonArray(json["proof"]!.DeepClone(), json["proof"]!.DeepClone()))) with { Note = "ours is stricter: a set of proofs is allowed by the standard" };
        yield return Case("second proof by a stranger", Altered, Accept, Accept, w =>
        {
            var other = JsonNode.Parse(w.SignedAnyway(_ => { }, w.Stranger))!["proof"]!.DeepClone();
            return w.Altered(json => json["proof"] = new JsonArray(json["proof"]!.DeepClone(), other));
        }) with
        { Note = "known weakness of both: one sound proof of several is enough" };
        yield return Case("proof for another purpose", Altered, Refuse, Refuse, w => w.Altered(json => json["proof"]!["proofPurpose"] = "authentication"));
        yield return Case("proof that names another key of the school", Altered, Refuse, Refuse, w =>
        {
            var badge = w.SignedBadge();
            var fresh = Rotate(w, retiredAt: Now.AddDays(-10));
            return Forge.Changed(badge, json => json["proof"]!["verificationMethod"] = fresh.VerificationMethod);
        });
        yield return Case("date of the proof changed", Altered, Refuse, Refuse, w => w.Altered(json => json["proof"]!["created"] = "2020-01-01T00:00:00Z"));
    }

    private static IEnumerable<ThreePartyCase> Endorsements()
    {
        yield return Changed("embedded endorsement", Praise);
        yield return Case("endorsement altered, badge signed over it", Altered, Accept, Accept, w => w.SignedAnyway(Praise)) with { Note = Outside };
        yield return Case("endorsement by a stranger inside", IssuerUnknown, Accept, Accept, w => Sign(w.Badge(w.SignedEndorsement(w.Stranger)), w.School)) with { Note = Outside };
        yield return Case("endorsement of other bytes inside", Altered, Accept, Accept, w =>
            Sign(w.Badge(Sign(w.Endorsement(w.Teacher) with { SubjectSha256Hex = Samples.Sha256([9]) }, w.Teacher)), w.School)) with
        { Note = Outside };
    }

    private static IEnumerable<ThreePartyCase> Lists()
    {
        yield return Case("status list missing", NotCheckable, CannotSay, CannotSay, w =>
        {
            w.Served.Remove(Samples.ListOf(w.School));
            return w.SignedBadge();
        });
        yield return Spoilt("late (its validUntil has passed)", CannotSay, CannotSay, json => json["validUntil"] = Timestamp(Now.AddMinutes(-30)));
        yield return Spoilt("from the future", CannotSay, CannotSay, json => json["validFrom"] = Timestamp(Now.AddYears(1)));
        yield return Spoilt("too short, yet reaching the place", Accept, Accept, json => json["credentialSubject"]!["encodedList"] = BitstringStatusList.Encode(65_536, []))
            with
        { Note = "known weakness of both: half the least length betrays whose bit was set" };
        yield return Spoilt("for another purpose", CannotSay, CannotSay, json => json["credentialSubject"]!["statusPurpose"] = "suspension");
        yield return Case("status list signed by a teacher", NotCheckable, CannotSay, CannotSay, w =>
        {
            w.SpoilList(_ => { }, w.Teacher);
            return w.SignedBadge();
        });
        yield return Case("status list of another school", NotCheckable, Accept, CannotSay, w =>
        {
            w.Served[Samples.ListOf(w.School)] = List(w.OtherSchool);
            return w.SignedBadge();
        }) with
        { Note = "known weakness of verifier-core: it does not compare the issuers" };
        yield return Case("status list altered", NotCheckable, CannotSay, CannotSay, w =>
        {
            w.Served[Samples.ListOf(w.School)] = Forge.Changed(List(w.School, Place), json => json["credentialSubject"]!["encodedList"] = JsonNode.Parse(List(w.School))!["credentialSubject"]!["encodedList"]!.DeepClone());
            return w.SignedBadge();
        });
        yield return Case("place beyond the list's end", NotCheckable, CannotSay, CannotSay, w => w.SignedAnyway(json => json["credentialStatus"]!["statusListIndex"] = "99999999"));
    }

    private static IEnumerable<ThreePartyCase> Forms()
    {
        yield return Changed("context that nobody knows, added", json => json["@context"]!.AsArray().Add("https://evil.example/context"));
        yield return Changed("term that no context defines, added", json => json["favouriteColour"] = "blue");
        yield return Changed("address made relative", json => json["evidence"]![0]!["id"] = "revisions/1");
        yield return Case("member named twice, the good one last", Altered, Accept, Accept, w =>
            Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Sign(w.Badge(), w.School)).Replace("\"credentialSubject\":{", "\"credentialSubject\":{\"name\":\"Orang Lain\",", StringComparison.Ordinal)))
            with
        { Note = "known weakness of both: other readers may show the first one" };
    }

    private const string Outside = "known weakness of both: they look at the outer document only";

    private static ThreePartyCase Case(string name, Verdict core, string verifierCore, string vc, Func<ThreePartyWorld, byte[]> make) => new(name, core, verifierCore, vc, make);

    private static ThreePartyCase Changed(string what, Action<JsonObject> change) => Case("altered: " + what, Altered, Refuse, Refuse, w => w.Altered(change));

    private static ThreePartyCase Spoilt(string how, string verifierCore, string vc, Action<JsonObject> change) => Case("status list " + how, NotCheckable, verifierCore, vc, w =>
    {
        w.SpoilList(change);
        return w.SignedBadge();
    });

    private static void Praise(JsonObject json) => json["endorsement"]![0]!["credentialSubject"]!["endorsementComment"] = "Luar biasa";

    private static byte[] Certification(ThreePartyWorld world, DateTimeOffset until) => Sign(world.Badge(world.SignedEndorsement(world.Teacher)) with { AchievementType = "Certification", ValidUntil = until }, world.School);

    // The old key stays in the DID document and goes on asserting, since what it signed is to stay good; the list is signed by the new one.
    private static SigningKey Rotate(ThreePartyWorld world, DateTimeOffset retiredAt)
    {
        var fresh = New(world.School.Controller);
        world.SetKeys(world.School.Controller, (fresh, Listed(fresh), true), (world.School, Listed(world.School) with { RetiredAt = retiredAt }, true));
        world.SetBits(fresh);
        world.SignStatesWith(fresh);
        return fresh;
    }

    // The theft sets the bit of what the stolen key signed, beside taking the key out of the document's assertions.
    private static (byte[] Before, byte[] Again) Theft(ThreePartyWorld world)
    {
        var fresh = New(world.School.Controller);
        var before = world.SignedBadge();
        world.SetKeys(world.School.Controller, (fresh, Listed(fresh), true), (world.School, Listed(world.School) with { CompromisedAt = Now.AddDays(-2) }, false));
        world.SetBits(fresh, Place);
        world.SignStatesWith(fresh);
        return (before, Issuance.Issue(Issuance.PrepareAgain(before, Now.AddDays(-1), new StatusPointer(Samples.ListOf(fresh), 5), null), fresh, Now.AddDays(-1)));
    }

    private static byte[] SelfMade(ThreePartyWorld world, SigningKey by) => world.SignedAnyway(
        json =>
        {
            json["issuer"]!["id"] = by.Controller;
            json["credentialStatus"]!["statusListCredential"] = Samples.ListOf(by);
            json["credentialStatus"]!["id"] = Samples.ListOf(by) + "#" + Place;
        },
        by);

    private static byte[] Withdraw(ThreePartyWorld world, CredentialState state, byte[] badge)
    {
        world.SetBits(world.School, Place);
        world.SetState(state);
        return badge;
    }

    private static (byte[] Old, byte[] New) Versions(ThreePartyWorld world)
    {
        var old = world.SignedBadge();
        var again = Issuance.PrepareAgain(old, Now.AddDays(-1), new StatusPointer(Samples.ListOf(world.School), 5), [world.SignedEndorsement(world.Teacher), world.SignedEndorsement(world.Mentor)]);
        return (old, Issuance.Issue(again, world.School, Now.AddDays(-1)));
    }

    private static byte[] SecondEntry(ThreePartyWorld world)
    {
        world.SetBits(world.School, 48214);
        return world.SignedAnyway(json =>
        {
            var second = json["credentialStatus"]!.DeepClone();
            second["id"] = Samples.ListOf(world.School) + "#48214";
            second["statusListIndex"] = "48214";
            json["credentialStatus"] = new JsonArray(json["credentialStatus"]!.DeepClone(), second);
        });
    }

    private static byte[] Reordered(byte[] badge)
    {
        var json = JsonNode.Parse(badge)!.AsObject();
        return Encoding.UTF8.GetBytes(new JsonObject(json.Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))).ToJsonString(new() { WriteIndented = true }));
    }

    private static string Timestamp(DateTimeOffset at) => SmkPortfolio.Credentials.Json.Timestamp.Utc(at);
}
