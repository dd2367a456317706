using System.Text;
using System.Text.Json.Nodes;
using SmkPortfolio.Credentials;

namespace SmkPortfolio.UnitTests.Credentials.Cases;

/// <summary>Files made to exhaust or to confuse: each is answered, soon, and never with green.</summary>
internal static class HostileCases
{
    public static IEnumerable<CheckCase> All()
    {
        yield return Text("duplicate-member", Ours().Replace("\"name\":", "\"name\":\"Orang Lain\",\"name\":", StringComparison.Ordinal));
        yield return Text("duplicate-member-escaped", Ours().Replace("{\"@context\"", "{\"\\u0069ssuer\":\"did:web:x\",\"@context\"", StringComparison.Ordinal));
        yield return Text("deep-nesting", string.Concat(Enumerable.Repeat("{\"a\":", 10_000)) + "1" + new string('}', 10_000));
        yield return Text("deep-arrays", new string('[', 10_000));
        yield return Text("ten-megabyte-string", "{\"a\":\"" + new string('x', 10 * 1024 * 1024) + "\"}");
        yield return Text("half-a-surrogate", Ours().Replace("Ni Kadek", "\\ud800", StringComparison.Ordinal));
        yield return Text("two-documents", Ours() + Ours());
        yield return Text("trailing-comment", Ours() + "/* ok */");
        yield return Text("array", "[" + Ours() + "]");
        yield return Text("empty-object", "{}", "not-a-credential");
        yield return Text("null-members", "{\"type\":\"VerifiableCredential\",\"id\":null,\"issuer\":null,\"credentialSubject\":null,\"proof\":null}", "not-a-credential");
        yield return new CheckCase("hostile-not-utf8", "credential.json", [.. "{\"a\":\""u8, 0xff, 0xfe, .. "\"}"u8], Verdict.Altered, "malformed");
        yield return new CheckCase("hostile-blank-nodes", "credential.json", Forge.Changed(Samples.SignedBadge(), Bomb), Verdict.Altered, "proof-broken");
        yield return new CheckCase("hostile-blank-nodes-of-stranger", "credential.json", Forge.Changed(Forge.StrangersBadge(), Bomb), Verdict.Altered, "proof-broken");
        yield return new CheckCase("hostile-many-endorsements", "credential.json", Forge.Changed(Samples.SignedBadge(), Endorsements), Verdict.Altered, "proof-broken");
        // A member that other readers see under its full address, and we under its short one.
        yield return new CheckCase("hostile-status-under-full-address", "credential.json", Forge.Changed(Samples.SignedBadge(), Hide), Verdict.Altered, "proof-broken");
        yield return Pdf("one-node-named-often", ForgedPdf.OneNodeNamedOften());
        yield return Pdf("one-list-in-many-nodes", ForgedPdf.OneListInManyNodes());
        yield return Pdf("many-values", ForgedPdf.ManyValues(20));
        yield return Pdf("unpacks-to-much", ForgedPdf.ManyValues(60));
        yield return Pdf("objects-in-one-comment", ForgedPdf.ObjectsInOneComment());
    }

    private static CheckCase Pdf(string name, byte[] file) => new("hostile-pdf-" + name, "cv.pdf", file, Verdict.Altered, "pdf-unreadable");

    private static CheckCase Text(string name, string text, string code = "malformed") => new("hostile-" + name, "credential.json", Encoding.UTF8.GetBytes(text), Verdict.Altered, code);

    private static string Ours() => Encoding.UTF8.GetString(Samples.SignedBadge());

    // All alike and all without a name: telling them apart is the work.
    private static void Bomb(JsonObject json) =>
        json["evidence"] = new JsonArray([.. Enumerable.Range(0, 4000).Select(_ => new JsonObject { ["type"] = new JsonArray("Evidence"), ["name"] = "x" })]);

    private static void Endorsements(JsonObject json)
    {
        var one = json["endorsement"]![0]!;
        json["endorsement"] = new JsonArray([.. Enumerable.Range(0, 300).Select(_ => one.DeepClone())]);
    }

    private static void Hide(JsonObject json)
    {
        var status = json["credentialStatus"]!.DeepClone();
        json.Remove("credentialStatus");
        json["https://www.w3.org/2018/credentials#credentialStatus"] = status;
    }
}
