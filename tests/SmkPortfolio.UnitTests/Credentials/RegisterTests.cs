using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SmkPortfolio.Credentials;

namespace SmkPortfolio.UnitTests.Credentials;

public sealed class RegisterTests
{
    [Fact]
    public void A_register_comes_back_as_it_was_signed()
    {
        var content = Samples.RegisterContent(new string('a', 64)) with { FormerOrigins = ["https://old.example"] };
        var register = RegisterFile.Read(RegisterFile.Sign(content, Samples.Platform));
        Assert.Equal("SMK Negeri Contoh 1", register.Find(Samples.School.Controller)!.School!.Name);
        Assert.Equal(new string('a', 64), register.Content.Schools[0].PdfCertificateSha256[0]);
        Assert.Equal(Samples.Partner, register.Find(Samples.Mentor.Controller)!.Person!.PartnerId);
        Assert.Null(register.Find("did:web:elsewhere.example"));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Samples.Platform.Key.PublicKey.Span)), register.Fingerprint);
        Assert.True(register.IsOwnAddress("https://old.example/schools/1/status/rev-1.json"));
        Assert.False(register.IsOwnAddress("https://folio.example.evil.example/x"));
    }

    [Fact]
    public void The_log_stands_in_the_register_and_an_older_register_is_read_without_it()
    {
        var content = Samples.RegisterContent();
        var log = new RegisterLog("folio.example/log/2025", [Samples.Entry(Samples.OtherSchool)]);

        var read = RegisterFile.Read(RegisterFile.Sign(content with { Log = log }, Samples.Platform)).Content.Log;

        Assert.Equal((log.Origin, log.Keys[0].Multikey), (read?.Origin, read?.Keys[0].Multikey));
        Assert.Null(RegisterFile.Read(RegisterFile.Sign(content, Samples.Platform)).Content.Log);
    }

    [Fact]
    public void The_content_of_a_register_is_told_apart_from_its_date()
    {
        var content = Samples.RegisterContent();

        Assert.Equal(RegisterFile.ContentSha256(content), RegisterFile.ContentSha256(content with { IssuedAt = Samples.Now.AddYears(1) }));
        Assert.NotEqual(RegisterFile.ContentSha256(content), RegisterFile.ContentSha256(content with { Persons = [] }));
        Assert.NotEqual(RegisterFile.ContentSha256(content), RegisterFile.ContentSha256(content with { Log = new RegisterLog("folio.example/log/2025", []) }));
    }

    [Fact]
    public void Every_altered_character_is_noticed()
    {
        var jws = RegisterFile.Sign(Samples.RegisterContent(), Samples.Platform);
        for (var i = 0; i < jws.Length; i += 97)
        {
            var altered = jws[..i] + (jws[i] == 'A' ? 'B' : 'A') + jws[(i + 1)..];
            Assert.Throws<RegisterException>(() => RegisterFile.Read(altered));
        }
    }

    [Fact]
    public void A_register_signed_by_an_unlisted_or_stolen_key_is_refused()
    {
        var other = new SigningKey(Samples.Platform.Controller, Ed25519Key.Generate());
        Assert.Equal("register-key", Assert.Throws<RegisterException>(() => RegisterFile.Read(RegisterFile.Sign(Samples.RegisterContent(), other))).Message);
        var stolen = Samples.RegisterContent() with { PlatformKeys = [Samples.Entry(Samples.Platform) with { CompromisedAt = Samples.Now }] };
        Assert.Equal("register-key", Assert.Throws<RegisterException>(() => RegisterFile.Read(RegisterFile.Sign(stolen, Samples.Platform))).Message);
    }

    [Fact]
    public void A_school_cannot_sign_a_register()
    {
        Assert.Throws<ArgumentException>(() => RegisterFile.Sign(Samples.RegisterContent(), Samples.School));
        var state = StateRecord.Sign(new StateContent("https://folio.example/1", 1, CredentialState.Active, Samples.Now, null, null, null), Samples.Platform);
        Assert.Throws<RegisterException>(() => RegisterFile.Read(state));
    }

    [Fact]
    public void An_origin_with_a_slash_at_its_end_is_refused_before_signing() =>
        Assert.Throws<ArgumentException>(() => RegisterFile.Sign(Samples.RegisterContent() with { Origin = "https://folio.example/" }, Samples.Platform));

    [Fact]
    public void A_local_site_signs_its_register_under_http()
    {
        var key = new SigningKey(DidWeb.ForPlatform(new Uri("http://localhost:5080")), Ed25519Key.Generate());
        var content = new RegisterContent("http://localhost:5080", Samples.Now, [Samples.Entry(key)], [], []);
        Assert.Equal("http://localhost:5080", RegisterFile.Read(RegisterFile.Sign(content, key)).Content.Origin);
    }

    [Fact]
    public void A_state_record_says_who_signed_it()
    {
        var content = new StateContent("https://folio.example/1", 2, CredentialState.Withdrawn, Samples.Now, "Salah nama", "Wrong name", null);
        var read = StateRecord.Read(StateRecord.Sign(content, Samples.School), Samples.Register());
        Assert.Equal(content with { SignedBy = Samples.School.Controller, Since = Samples.Now.ToUniversalTime() }, read);
    }

    [Fact]
    public void A_state_record_by_a_stranger_or_altered_is_nothing()
    {
        var content = new StateContent("https://folio.example/1", 2, CredentialState.Active, Samples.Now, null, null, null);
        Assert.Null(StateRecord.Read(StateRecord.Sign(content, new SigningKey("did:web:folio.example:schools:1", Ed25519Key.Generate())), Samples.Register()));
        Assert.Null(StateRecord.Read(StateRecord.Sign(content, new SigningKey(Samples.School.Controller, Ed25519Key.Generate())), Samples.Register()));
        var parts = StateRecord.Sign(content with { State = CredentialState.Withdrawn }, Samples.School).Split('.');
        var payload = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1])).Replace("withdrawn", "active", StringComparison.Ordinal);
        parts[1] = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload));
        Assert.Null(StateRecord.Read(string.Join('.', parts), Samples.Register()));
    }

    [Fact]
    public void A_did_document_keeps_retired_keys_and_drops_a_stolen_one_from_asserting()
    {
        using var json = JsonDocument.Parse(DidDocument.Build(Samples.School.Controller,
            [new PublishedKey(Samples.School.Key.Multikey, true), new PublishedKey(Samples.OtherSchool.Key.Multikey, false)]));
        Assert.Equal("https://www.w3.org/ns/did/v1", json.RootElement.GetProperty("@context")[0].GetString());
        Assert.Equal(2, json.RootElement.GetProperty("verificationMethod").GetArrayLength());
        Assert.Equal(Samples.School.VerificationMethod, Assert.Single(json.RootElement.GetProperty("assertionMethod").EnumerateArray()).GetString());
    }
}
