using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using SmkPortfolio.Credentials;
using SmkPortfolio.Credentials.Sealing;

namespace SmkPortfolio.UnitTests.Credentials.Cases;

/// <summary>Signature values of forms that the standard allows and that we do not issue. No signature in them is right, so that none may be called sound.</summary>
internal static class ForgedCms
{
    public static readonly X509Certificate2 Stranger = PdfSealer.CreateCertificate("Orang Lain", "Dinas Contoh", Samples.Now.AddYears(-1), Samples.Now.AddYears(4));

    public static IReadOnlyList<(string Name, Func<X509Certificate2, byte[], byte[]> Make)> Forms { get; } =
    [
        ("by-key-identifier", (certificate, digest) => Of(certificate, 3, Signer(certificate, digest, isByKey: true))),
        ("two-signers", (certificate, digest) => Of(certificate, 1, Signer(certificate, digest), Signer(certificate, digest, value: 2))),
        ("without-attributes", (certificate, digest) => Of(certificate, 1, Signer(certificate, digest, hasAttributes: false))),
    ];

    private static byte[] Of(X509Certificate2 certificate, int version, params byte[][] signers)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(CmsParts.SignedDataOid);
            using (writer.PushSequence(CmsParts.Context0))
            using (writer.PushSequence())
            {
                writer.WriteInteger(version);
                using (writer.PushSetOf()) WriteAlgorithm(writer, CmsParts.Sha256Oid);
                using (writer.PushSequence()) writer.WriteObjectIdentifier(CmsParts.DataOid);
                using (writer.PushSequence(CmsParts.Context0)) writer.WriteEncodedValue(certificate.RawData);
                using (writer.PushSetOf())
                    foreach (var signer in signers) writer.WriteEncodedValue(signer);
            }
        }
        return writer.Encode();
    }

    private static byte[] Signer(X509Certificate2 certificate, byte[] digest, bool isByKey = false, bool hasAttributes = true, byte value = 1)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(isByKey ? 3 : 1);
            if (isByKey) writer.WriteOctetString([1, 2, 3, 4], new Asn1Tag(TagClass.ContextSpecific, 0));
            else writer.WriteEncodedValue(CmsParts.IssuerAndSerial(certificate));
            WriteAlgorithm(writer, CmsParts.Sha256Oid);
            if (hasAttributes)
                using (writer.PushSetOf(CmsParts.Context0)) writer.WriteEncodedValue(CmsParts.Attribute(CmsParts.MessageDigestOid, w => w.WriteOctetString(digest)));
            WriteAlgorithm(writer, CmsParts.EcdsaSha256Oid);
            writer.WriteOctetString(Enumerable.Repeat(value, 70).ToArray());
        }
        return writer.Encode();
    }

    private static void WriteAlgorithm(AsnWriter writer, string oid)
    {
        using (writer.PushSequence()) writer.WriteObjectIdentifier(oid);
    }
}
