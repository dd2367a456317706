using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using SmkPortfolio.Credentials;
using SmkPortfolio.Credentials.Sealing;

namespace SmkPortfolio.UnitTests.Credentials;

public sealed class PdfSealerTests
{
    [Fact]
    public void The_platform_reads_the_signature_as_sound_and_sees_a_changed_content()
    {
        using var certificate = PdfSealer.CreateCertificate("Segel SMK Negeri Contoh 1", "SMK Negeri Contoh 1", Samples.Now, Samples.Now.AddYears(5));
        using var sealer = new PdfSealer(certificate);
        byte[] content = [1, 2, 3];
        var cms = sealer.Sign(SHA256.HashData(content));
        Assert.True(cms.Length <= sealer.MaxBytes);

        var sound = new SignedCms(new ContentInfo(content), detached: true);
        sound.Decode(cms);
        sound.CheckSignature(verifySignatureOnly: true);
        var oids = sound.SignerInfos[0].SignedAttributes.Cast<CryptographicAttributeObject>().Select(a => a.Oid.Value).ToList();
        Assert.Contains("1.2.840.113549.1.9.16.2.47", oids);
        Assert.DoesNotContain("1.2.840.113549.1.9.5", oids);

        var changed = new SignedCms(new ContentInfo([1, 2, 4]), detached: true);
        changed.Decode(cms);
        Assert.Throws<CryptographicException>(() => changed.CheckSignature(verifySignatureOnly: true));
    }

    [Fact]
    public void A_time_stamp_of_nonsense_or_of_another_seal_neither_spoils_a_seal_nor_saves_one()
    {
        using var certificate = PdfSealer.CreateCertificate("Segel", "SMK", Samples.Now, Samples.Now.AddYears(5));
        using var sealer = new PdfSealer(certificate);
        byte[] content = [1, 2, 3];
        var plain = sealer.Sign(SHA256.HashData(content));
        var stamped = new SignedCms(new ContentInfo(content), detached: true);
        stamped.Decode(plain);
        stamped.SignerInfos[0].AddUnsignedAttribute(new AsnEncodedData("1.2.840.113549.1.9.16.2.14", [0x04, 0x03, 1, 2, 3]));
        var cms = stamped.Encode();

        Assert.NotEqual(plain, cms);
        Assert.Equal(SealReader.Read(plain, [content]).CertificateSha256, SealReader.Read(cms, [content]).CertificateSha256);
        Assert.Equal((SealOutcome.Sound, SealOutcome.Sound), (SealReader.Read(plain, [content]).Outcome, SealReader.Read(cms, [content]).Outcome));
        byte[] other = [1, 2, 4];
        Assert.Equal((SealOutcome.Broken, SealOutcome.Broken), (SealReader.Read(plain, [other]).Outcome, SealReader.Read(cms, [other]).Outcome));
    }

    [Fact]
    public void What_an_authority_answers_is_taken_only_when_it_is_a_stamp()
    {
        using var certificate = PdfSealer.CreateCertificate("Segel", "SMK", Samples.Now, Samples.Now.AddYears(5));
        using var sealer = new PdfSealer(certificate);
        foreach (var answer in new byte[]?[] { null, [], [1, 2, 3], [0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x02] })
        {
            var seal = sealer.Sign(new byte[32], _ => answer);
            Assert.False(seal.IsStamped);
            Assert.True(seal.Cms.Length <= sealer.MaxBytes);
        }
    }

    [Fact]
    public void The_certificate_is_for_signing_documents_only()
    {
        using var certificate = PdfSealer.CreateCertificate("Segel", "SMK", Samples.Now, Samples.Now.AddYears(5));
        var usage = certificate.Extensions.OfType<X509KeyUsageExtension>().Single();
        Assert.Equal(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, usage.KeyUsages);
        Assert.Equal("1.3.6.1.5.5.7.3.36", Assert.Single(certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().Single().EnhancedKeyUsages.Cast<Oid>()).Value);
    }

    [Fact]
    public void A_certificate_that_went_through_a_PFX_still_seals()
    {
        using var made = PdfSealer.CreateCertificate("Segel", "SMK", Samples.Now, Samples.Now.AddYears(5));
        using var loaded = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12, "rahasia"), "rahasia");
        using var sealer = new PdfSealer(loaded);
        Assert.NotEmpty(sealer.Sign(new byte[32]));
        Assert.Throws<ArgumentException>(() => sealer.Sign(new byte[20]));
    }

    [Fact]
    public void No_signature_is_longer_than_promised()
    {
        using var certificate = PdfSealer.CreateCertificate("Segel " + new string('é', 50), "SMK", Samples.Now, Samples.Now.AddYears(5));
        using var sealer = new PdfSealer(certificate);
        for (var i = 0; i < 200; i++) Assert.True(sealer.Sign(SHA256.HashData([(byte)i])).Length <= sealer.MaxBytes);
    }
}
