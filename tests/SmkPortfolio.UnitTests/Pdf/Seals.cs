using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.UnitTests.Pdf;

/// <summary>A throw-away seal: a certificate of its own, and the smallest CAdES signature over a digest.</summary>
internal static class Seals
{
    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly X509Certificate2 Certificate = Make();

    public static PdfSeal Throwaway(int maxBytes = 2000) => new(maxBytes, digest => Sign(digest.Span), "SMK Contoh", "Diterbitkan sekolah", "Yogyakarta");

    private static X509Certificate2 Make()
    {
        var request = new CertificateRequest("CN=Throw-away seal, O=SMK Contoh, C=ID", Key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        return request.CreateSelfSigned(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2036, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    private static byte[] Sign(ReadOnlySpan<byte> digest)
    {
        var attributes = Attributes(digest);
        var signature = Key.SignData(attributes, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        var context = new Asn1Tag(TagClass.ContextSpecific, 0);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier("1.2.840.113549.1.7.2");
            using (writer.PushSequence(context))
            using (writer.PushSequence())
            {
                writer.WriteInteger(1);
                using (writer.PushSetOf())
                {
                    Algorithm(writer, "2.16.840.1.101.3.4.2.1");
                }

                Algorithm(writer, "1.2.840.113549.1.7.1");
                using (writer.PushSetOf(context))
                {
                    writer.WriteEncodedValue(Certificate.RawData);
                }

                using (writer.PushSetOf())
                using (writer.PushSequence())
                {
                    writer.WriteInteger(1);
                    using (writer.PushSequence())
                    {
                        writer.WriteEncodedValue(Certificate.IssuerName.RawData);
                        writer.WriteInteger(Certificate.SerialNumberBytes.Span);
                    }

                    Algorithm(writer, "2.16.840.1.101.3.4.2.1");
                    attributes[0] = 0xA0;
                    writer.WriteEncodedValue(attributes);
                    Algorithm(writer, "1.2.840.10045.4.3.2");
                    writer.WriteOctetString(signature);
                }
            }
        }

        return writer.Encode();
    }

    private static byte[] Attributes(ReadOnlySpan<byte> digest)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSetOf())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.2.840.113549.1.9.3");
                using (writer.PushSetOf())
                {
                    writer.WriteObjectIdentifier("1.2.840.113549.1.7.1");
                }
            }

            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.2.840.113549.1.9.4");
                using (writer.PushSetOf())
                {
                    writer.WriteOctetString(digest);
                }
            }

            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.2.840.113549.1.9.16.2.47");
                using (writer.PushSetOf())
                using (writer.PushSequence())
                using (writer.PushSequence())
                using (writer.PushSequence())
                {
                    writer.WriteOctetString(SHA256.HashData(Certificate.RawData));
                }
            }
        }

        return writer.Encode();
    }

    private static void Algorithm(AsnWriter writer, string oid)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
        }
    }
}
