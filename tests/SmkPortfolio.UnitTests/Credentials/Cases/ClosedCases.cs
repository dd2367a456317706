using SmkPortfolio.Credentials;

namespace SmkPortfolio.UnitTests.Credentials.Cases;

/// <summary>A school that closed into another one: its key is laid down, a last one signs lists and records and nothing else that is believed.</summary>
internal static class ClosedCases
{
    public static readonly DateTimeOffset Closed = Samples.Now.AddDays(10);
    public static readonly SigningKey LastKey = new(Samples.School.Controller, Ed25519Key.FromSeed(Enumerable.Repeat((byte)42, 32).ToArray()));

    public static IEnumerable<CheckCase> All()
    {
        yield return Case("badge", Samples.SignedBadge(), Verdict.GenuineCurrent, "genuine-as-of");
        yield return Case("badge-without-successor", Samples.SignedBadge(), Verdict.GenuineCurrent, "genuine-as-of") with { Register = Register(null) };
        yield return Case("endorsement", Samples.SignedEndorsement(Samples.Teacher), Verdict.GenuineCurrent, "genuine-as-of");
        yield return Case("withdrawn-since", Samples.SignedBadge(), Verdict.GenuineWithdrawn, "withdrawn-by-list", LastList(48213));
        yield return Case("list-signed-since", Samples.SignedBadge(), Verdict.GenuineCurrent, "genuine-as-of", LastList());
        yield return Case("signed-since", LateBadge(Closed.AddDays(3)), Verdict.IssuerUnknown, "issuer-not-active");
        yield return Case("signed-since-and-backdated", LateBadge(Samples.Now), Verdict.IssuerUnknown, "key-not-in-register");
        yield return Case("signed-since-by-the-old-key", Forge.Resigned(Samples.SignedBadge(), Samples.School, _ => { }, Closed.AddDays(3)), Verdict.Altered, "key-retired");
    }

    /// <summary>The first school closed.</summary>
    /// <param name="successor">NPSN of the school that answers for it.</param>
    public static RegisterContent Register(string? successor)
    {
        var content = Samples.RegisterContent();
        var closed = content.Schools[0] with
        {
            To = Closed,
            SuccessorNpsn = successor,
            Keys = [Samples.Entry(Samples.School) with { RetiredAt = Closed }, new RegisterKey(LastKey.Key.Multikey, Closed)],
        };
        return content with { Schools = [closed, content.Schools[1]], Persons = [.. content.Persons.Select(p => p.Npsn == closed.Npsn ? p with { To = Closed } : p)] };
    }

    /// <summary>The school's list as the last key signs it.</summary>
    public static byte[] LastListBytes(params int[] set) => Issuance.Issue(
        Issuance.PrepareStatusList(new StatusListClaims { ListUrl = Samples.ListOf(Samples.School), IssuerDid = LastKey.Controller, ValidFrom = Closed.AddDays(3), SetBits = set }), LastKey, Closed.AddDays(3));

    /// <summary>A badge that the last key was made to sign.</summary>
    public static byte[] LateBadge(DateTimeOffset at) =>
        Issuance.Issue(Issuance.Prepare(Samples.Badge(Samples.SignedEndorsement(Samples.Teacher)) with { ValidFrom = at }), LastKey, at);

    private static IReadOnlyDictionary<string, byte[]> LastList(params int[] set) => Forge.ListsWithout(Samples.School, LastListBytes(set));

    private static CheckCase Case(string name, byte[] file, Verdict verdict, string code, IReadOnlyDictionary<string, byte[]>? lists = null) =>
        new("closed-" + name, "credential.json", file, verdict, code) { Register = Register("99900002"), Lists = lists ?? Forge.Lists, Now = Closed.AddDays(10) };
}
