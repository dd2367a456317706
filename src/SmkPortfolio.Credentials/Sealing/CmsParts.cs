using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SmkPortfolio.Credentials.Sealing;

/// <summary>The pieces of a CMS SignedData, in DER.</summary>
internal static class CmsParts
{
    public const string SignedDataOid = "1.2.840.113549.1.7.2";
    public const string DataOid = "1.2.840.113549.1.7.1";
    public const string ContentTypeOid = "1.2.840.113549.1.9.3";
    public const string MessageDigestOid = "1.2.840.113549.1.9.4";
    public const string SigningCertificateV2Oid = "1.2.840.113549.1.9.16.2.47";
    public const string Sha256Oid = "2.16.840.1.101.3.4.2.1";
    public const string EcdsaSha256Oid = "1.2.840.10045.4.3.2";

    public const string TimestampTokenOid = "1.2.840.113549.1.9.16.2.14";

    public static readonly Asn1Tag Context1 = new(TagClass.ContextSpecific, 1, isConstructed: true);
    public static readonly Asn1Tag Context0 = new(TagClass.ContextSpecific, 0, isConstructed: true);

    public static byte[] Attribute(string oid, Action<AsnWriter> writeValue)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
            using (writer.PushSetOf()) writeValue(writer);
        }
        return writer.Encode();
    }

    public static byte[] IssuerAndSerial(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(certificate.IssuerName.RawData);
            writer.WriteInteger(certificate.SerialNumberBytes.Span);
        }
        return writer.Encode();
    }

    /// <summary>SigningCertificateV2 with one ESSCertIDv2; SHA-256 is the default and therefore not written.</summary>
    public static void WriteSigningCertificate(AsnWriter writer, X509Certificate2 certificate)
    {
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 4))) writer.WriteEncodedValue(certificate.IssuerName.RawData);
                writer.WriteInteger(certificate.SerialNumberBytes.Span);
            }
        }
    }

    /// <param name="timestamp">A time stamp token over the signature, or null.</param>
    public static byte[] SignedData(byte[] certificate, byte[] signerId, byte[] signedAttributes, byte[] signature, byte[]? timestamp)
    {
        // The same SET that was signed, under the tag [0] that the structure asks for.
        byte[] attributes = [.. signedAttributes];
        attributes[0] = 0xA0;
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(SignedDataOid);
            using (writer.PushSequence(Context0))
            using (writer.PushSequence())
            {
                writer.WriteInteger(1);
                using (writer.PushSetOf()) WriteAlgorithm(writer, Sha256Oid);
                using (writer.PushSequence()) writer.WriteObjectIdentifier(DataOid);
                using (writer.PushSequence(Context0)) writer.WriteEncodedValue(certificate);
                using (writer.PushSetOf())
                using (writer.PushSequence())
                {
                    writer.WriteInteger(1);
                    writer.WriteEncodedValue(signerId);
                    WriteAlgorithm(writer, Sha256Oid);
                    writer.WriteEncodedValue(attributes);
                    WriteAlgorithm(writer, EcdsaSha256Oid);
                    writer.WriteOctetString(signature);
                    if (timestamp is not null)
                    {
                        using (writer.PushSetOf(Context1)) writer.WriteEncodedValue(Attribute(TimestampTokenOid, w => w.WriteEncodedValue(timestamp)));
                    }
                }
            }
        }
        return writer.Encode();
    }

    private static void WriteAlgorithm(AsnWriter writer, string oid)
    {
        using (writer.PushSequence()) writer.WriteObjectIdentifier(oid);
    }
}
