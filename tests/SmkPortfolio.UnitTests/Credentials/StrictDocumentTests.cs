using System.Text;
using System.Text.Json.Nodes;
using SmkPortfolio.Credentials.Integrity;
using SmkPortfolio.Credentials.Json;
using SmkPortfolio.Credentials.JsonLd;

namespace SmkPortfolio.UnitTests.Credentials;

public sealed class StrictDocumentTests
{
    [Theory]
    [InlineData("json-malformed", "")]
    [InlineData("json-malformed", "{\"a\":1")]
    [InlineData("json-malformed", "{} {}")]
    [InlineData("json-not-an-object", "[]")]
    [InlineData("json-duplicate-member", "{\"a\":1,\"a\":2}")]
    [InlineData("json-duplicate-member", "{\"x\":{\"a\":1,\"\\u0061\":2}}")]
    [InlineData("json-bad-string", "{\"a\":\"\\ud800\"}")]
    public void What_two_programs_could_read_differently_is_refused(string code, string json) =>
        Assert.Equal(code, Assert.Throws<StrictJsonException>(() => StrictJson.ParseObject(Encoding.UTF8.GetBytes(json))).Message);

    [Fact]
    public void Bytes_that_are_no_UTF8_are_refused() =>
        Assert.Equal("json-not-utf8", Assert.Throws<StrictJsonException>(() => StrictJson.ParseObject(new byte[] { (byte)'{', 0xff, (byte)'}' })).Message);

    [Fact]
    public void Deep_nesting_and_big_files_are_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 70)) + "1" + new string('}', 70);
        Assert.Equal("json-malformed", Assert.Throws<StrictJsonException>(() => StrictJson.ParseObject(Encoding.UTF8.GetBytes(deep))).Message);
        Assert.Equal("json-too-large", Assert.Throws<StrictJsonException>(() => StrictJson.ParseObject(new byte[StrictJson.MaxBytes + 1])).Message);
    }

    public static TheoryData<string, string, string> Tricks => new()
    {
        { "member-unknown", "favouriteColour", "\"blue\"" },
        { "member-not-a-term", "https://www.w3.org/2018/credentials#validUntil", "\"2030-01-01T00:00:00Z\"" },
        { "member-not-a-term", "@included", "{}" },
        { "member-is-a-class", "Criteria", "{\"narrative\":\"x\"}" },
        { "member-unknown", "", "\"x\"" },
        { "empty-array", "evidence", "[]" },
        { "null-or-array-value", "evidence", "null" },
        { "iri-not-absolute", "evidence", "{\"id\":\"relative\"}" },
        { "iri-not-absolute", "evidence", "{\"id\":\"_:b0\"}" },
        { "context-not-allowed", "@context", "[\"https://www.w3.org/ns/credentials/v2\",\"https://evil.example/\"]" },
        { "context-inline", "@context", "[\"https://www.w3.org/ns/credentials/v2\",{\"name\":\"https://evil.example/name\"}]" },
        { "context-count", "@context", "[]" },
    };

    [Theory, MemberData(nameof(Tricks))]
    public void A_document_that_hides_or_twists_is_refused_with_its_code(string code, string member, string value)
    {
        var json = JsonNode.Parse(Samples.SignedBadge())!;
        json[member] = JsonNode.Parse(value);
        var document = StrictJson.ParseObject(JsonWrite.Bytes(json));
        Assert.Equal(code, Assert.Throws<JsonLdException>(() => DataIntegrityProof.DocumentHash(document)).Code);
    }
}
