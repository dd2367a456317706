using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SmkPortfolio.Credentials;
using SmkPortfolio.Credentials.Integrity;
using SmkPortfolio.Credentials.Json;

namespace SmkPortfolio.UnitTests.Credentials;

public sealed class IssuanceTests
{
    [Fact]
    public void A_private_half_that_is_not_that_of_the_published_key_signs_nothing()
    {
        var swapped = new SigningKey(Samples.School.Controller, Ed25519Key.Generate()) { Published = Samples.School.Key.Multikey };
        var prepared = Issuance.Prepare(Samples.Badge());

        Assert.False(swapped.IsPublished);
        Assert.Equal(Samples.School.VerificationMethod, swapped.VerificationMethod);
        Assert.Throws<InvalidOperationException>(() => Issuance.Issue(prepared, swapped, Samples.Now));
        // It was not taken: the right key still can.
        Assert.NotEmpty(Issuance.Issue(prepared, Samples.School, Samples.Now));
    }

    [Fact]
    public void A_badge_with_an_endorsement_verifies_with_the_school_key_only()
    {
        var document = StrictJson.ParseObject(Samples.SignedBadge());
        Assert.True(DataIntegrityProof.Verify(document, document.GetProperty("proof"), Samples.School.Key.PublicKey.Span));
        Assert.False(DataIntegrityProof.Verify(document, document.GetProperty("proof"), Samples.OtherSchool.Key.PublicKey.Span));
        Assert.Equal("2025-11-20T03:15:00Z", document.GetProperty("proof").GetProperty("created").GetString());
        Assert.Equal("2025-11-20T10:15:00+07:00", document.GetProperty("validFrom").GetString());
    }

    [Fact]
    public void Two_endorsements_of_one_revision_can_be_embedded()
    {
        var document = StrictJson.ParseObject(Samples.SignedBadge(Samples.Badge(
            Samples.SignedEndorsement(Samples.Teacher), Samples.SignedEndorsement(Samples.SecondTeacher))));
        Assert.Equal(2, document.GetProperty("endorsement").GetArrayLength());
        Assert.True(DataIntegrityProof.Verify(document, document.GetProperty("proof"), Samples.School.Key.PublicKey.Span));
    }

    [Theory]
    [InlineData("credentialSubject", "name")]
    [InlineData("credentialSubject", "id")]
    [InlineData("issuer", "name")]
    [InlineData("proof", "created")]
    public void A_changed_member_breaks_the_proof(string owner, string member)
    {
        var json = JsonNode.Parse(Samples.SignedBadge())!;
        json[owner]![member] = json[owner]![member]!.GetValue<string>().Replace('1', '2').Replace('a', 'b');
        var document = StrictJson.ParseObject(JsonWrite.Bytes(json));
        Assert.False(DataIntegrityProof.Verify(document, document.GetProperty("proof"), Samples.School.Key.PublicKey.Span));
    }

    [Fact]
    public void Indented_and_reordered_JSON_is_the_same_document()
    {
        var json = JsonNode.Parse(Samples.SignedBadge())!.AsObject();
        var reversed = new JsonObject(json.Reverse().Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone())));
        var document = StrictJson.ParseObject(Encoding.UTF8.GetBytes(reversed.ToJsonString(new() { WriteIndented = true })));
        Assert.True(DataIntegrityProof.Verify(document, document.GetProperty("proof"), Samples.School.Key.PublicKey.Span));
    }

    [Fact]
    public void The_same_claims_give_the_same_bytes_under_every_culture()
    {
        var expected = Samples.SignedBadge();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("id-ID");
            Assert.Equal(expected, Samples.SignedBadge());
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            Assert.Equal(expected, Samples.SignedBadge());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_prepared_credential_is_signed_once_and_by_its_issuer_only()
    {
        var prepared = Issuance.Prepare(Samples.Badge());
        Assert.Throws<InvalidOperationException>(() => Issuance.Issue(prepared, Samples.OtherSchool, Samples.Now));
        Issuance.Issue(prepared, Samples.School, Samples.Now);
        Assert.Throws<InvalidOperationException>(() => Issuance.Issue(prepared, Samples.School, Samples.Now));
    }

    [Fact]
    public void The_file_has_no_byte_order_mark_and_text_stands_as_itself()
    {
        var text = Encoding.UTF8.GetString(Samples.SignedBadge(Samples.Badge() with { SubjectName = "Siti Nur’aini <é> 😀" }));
        Assert.StartsWith("{\"@context\"", text, StringComparison.Ordinal);
        Assert.Contains("Siti Nur’aini <é>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_signed_in_composed_form()
    {
        var document = StrictJson.ParseObject(Samples.SignedBadge(Samples.Badge() with { SubjectName = "Rene\u0301" }));
        Assert.Equal("Ren\u00e9", document.GetProperty("credentialSubject").GetProperty("name").GetString());
    }

    [Fact]
    public void A_status_list_is_signed_and_sets_the_left_most_bit_first()
    {
        var document = StrictJson.ParseObject(Samples.StatusList(Samples.School, 0, 48213, 131071));
        Assert.True(DataIntegrityProof.Verify(document, document.GetProperty("proof"), Samples.School.Key.PublicKey.Span));
        var bits = SmkPortfolio.Credentials.Status.BitstringStatusList.Decode(document.GetProperty("credentialSubject").GetProperty("encodedList").GetString())!;
        Assert.Equal(0x80, bits[0]);
        Assert.Equal(1, bits[^1]);
        Assert.True(SmkPortfolio.Credentials.Status.BitstringStatusList.IsSet(bits, 48213));
        Assert.False(SmkPortfolio.Credentials.Status.BitstringStatusList.IsSet(bits, 48214));
    }

    private static readonly (string Code, OpenBadgeClaims Claims)[] BadClaims =
    [
        ("text-empty", Samples.Badge() with { Name = " " }),
        ("text-too-long", Samples.Badge() with { Description = new string('x', 20_001) }),
        ("control-character", Samples.Badge() with { SubjectName = "Ayu\u0007" }),
        ("text-not-unicode", Samples.Badge() with { SubjectName = "Ayu\ud800" }),
        ("personal-number", Samples.Badge() with { SubjectName = "Ayu 0051234567" }),
        ("id-not-absolute", Samples.Badge() with { Id = "credentials/1" }),
        ("id-not-absolute", Samples.Badge() with { Id = "http://folio.example/credentials/1" }),
        ("id-not-absolute", Samples.Badge() with { SubjectId = "urn:uuid:not-one" }),
        ("url-not-absolute", Samples.Badge() with { Alignments = [new AlignmentClaim("https://folio.example/a", "a", "b", "c", "javascript:alert(1)")] }),
        ("issuer-not-did-web", Samples.Badge() with { Issuer = new IssuerProfile("did:key:z6Mk", "x") }),
        ("digest-not-sha256", Samples.Badge() with { Evidence = [new EvidencePin(Samples.RevisionUrl, null, "image/jpeg", "abc")] }),
        ("media-type", Samples.Badge() with { Evidence = [new EvidencePin(Samples.RevisionUrl, null, "jpeg", new string('0', 64))] }),
        ("valid-until-before-valid-from", Samples.Badge() with { ValidUntil = Samples.Now }),
        ("status-missing", Samples.Badge() with { Status = null }),
        ("status-index", Samples.Badge() with { Status = new StatusPointer(Samples.ListOf(Samples.School), 131072) }),
        ("status-list-elsewhere", Samples.Badge() with { Status = new StatusPointer(Samples.ListOf(Samples.OtherSchool), 1) }),
        ("endorsement-unsound", Samples.Badge(Encoding.UTF8.GetBytes("{}"))),
        ("endorsement-unsound", Samples.Badge(Samples.SignedBadge())),
    ];

    /// <summary>Codes with their place in the list: the claims themselves hold characters that a test's name must not.</summary>
    public static TheoryData<string, int> BadPlaces => [.. BadClaims.Select((bad, place) => (bad.Code, place))];

    [Theory, MemberData(nameof(BadPlaces))]
    public void What_must_not_be_signed_is_refused_with_its_code(string code, int place) =>
        Assert.Equal(code, Assert.Throws<CredentialLintException>(() => Issuance.Prepare(BadClaims[place].Claims)).Code);

    [Fact]
    public void An_altered_endorsement_is_not_embedded()
    {
        var json = JsonNode.Parse(Samples.SignedEndorsement(Samples.Teacher))!;
        json["credentialSubject"]!["endorsementComment"] = "lain";
        var claims = Samples.Badge(JsonWrite.Bytes(json));
        Assert.Equal("endorsement-unsound", Assert.Throws<CredentialLintException>(() => Issuance.Prepare(claims)).Code);
    }
}
