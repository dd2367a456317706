using System.Text;
using SmkPortfolio.Credentials;

namespace SmkPortfolio.UnitTests.Credentials;

public sealed class KeyTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("00", "1")]
    [InlineData("0000010203", "11Ldp")]
    [InlineData("48656c6c6f20576f726c6421", "2NEpo7TZRRrLZSi2U")]
    [InlineData("0000287fb4cd", "11233QC4")]
    public void Base58_agrees_with_the_published_vectors(string hex, string text)
    {
        Assert.Equal(text, Base58.Encode(Convert.FromHexString(hex)));
        Assert.True(Base58.TryDecode(text, out var bytes));
        Assert.Equal(hex, Convert.ToHexStringLower(bytes));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("O")]
    [InlineData("l")]
    [InlineData("ab cd")]
    public void Letters_outside_the_alphabet_are_refused(string text) => Assert.False(Base58.TryDecode(text, out _));

    [Fact]
    public void The_first_RFC_8032_vector_gives_its_key_and_signature()
    {
        var key = Ed25519Key.FromSeed(Convert.FromHexString("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
        Assert.Equal("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", Convert.ToHexStringLower(key.PublicKey.Span));
        Assert.Equal(
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
            Convert.ToHexStringLower(key.Sign([])));
    }

    [Fact]
    public void A_multikey_leads_back_to_its_public_key()
    {
        var made = Ed25519Key.FromSeed(new byte[32]);
        Assert.StartsWith("z6Mk", made.Multikey, StringComparison.Ordinal);
        Assert.True(Ed25519Key.TryReadMultikey(made.Multikey, out var read));
        Assert.Equal(made.PublicKey.ToArray(), read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("z")]
    [InlineData("z6Mk")]
    [InlineData("zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv")]
    public void What_is_no_Ed25519_multikey_is_refused(string? text) => Assert.False(Ed25519Key.TryReadMultikey(text, out _));

    [Fact]
    public void Verifying_takes_anything_without_an_exception()
    {
        var key = Ed25519Key.Generate();
        var message = Encoding.UTF8.GetBytes("pesan");
        Assert.True(Ed25519Key.Verify(key.PublicKey.Span, message, key.Sign(message)));
        Assert.False(Ed25519Key.Verify(key.PublicKey.Span, message, new byte[64]));
        Assert.False(Ed25519Key.Verify(new byte[31], message, new byte[64]));
        Assert.False(Ed25519Key.Verify(new byte[32], message, []));
    }

    [Fact]
    public void Identifiers_carry_host_port_and_place()
    {
        var site = new Uri("http://localhost:5080");
        Assert.Equal("did:web:localhost%3A5080", DidWeb.ForPlatform(site));
        Assert.Equal("did:web:folio.example:schools:99900001", DidWeb.ForSchool(new Uri("https://Folio.Example"), "99900001"));
        Assert.Equal("http://localhost:5080/schools/99900001/staff/k3v9/did.json", DidWeb.DocumentUrl(DidWeb.ForStaff(site, "99900001", "k3v9")).AbsoluteUri);
        Assert.Equal("https://folio.example/.well-known/did.json", DidWeb.DocumentUrl("did:web:folio.example").AbsoluteUri);
        var partner = Guid.Parse("0f6b7e52-6a53-4d0e-9a9e-2b1f5c7d9e11");
        Assert.Equal("did:web:folio.example:partners:0f6b7e52-6a53-4d0e-9a9e-2b1f5c7d9e11:mentors:m1", DidWeb.ForMentor(new Uri("https://folio.example"), partner, "m1"));
    }

    [Theory]
    [InlineData("did:web:127.0.0.1")]
    [InlineData("did:web:Folio.example")]
    [InlineData("did:web:folio.example:..")]
    [InlineData("did:web:folio.example/x")]
    [InlineData("did:web:a%2Fb.example")]
    [InlineData("did:web:")]
    [InlineData("did:key:z6Mk")]
    [InlineData("did:web:user@host.example")]
    public void A_did_that_could_lead_elsewhere_is_refused(string did) => Assert.False(DidWeb.IsValid(did));
}
