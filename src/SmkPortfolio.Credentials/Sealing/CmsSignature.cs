using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace SmkPortfolio.Credentials.Sealing;

/// <summary>The parts of a CMS SignedData. We check the form with exactly one signer, named by issuer and serial number, and signed attributes.</summary>
internal sealed class CmsSignature
{
    private readonly List<byte[]> _certificates = [];
    private byte[] _signerId = [];

    /// <summary>False for a form that the standard allows and we do not check; then only the certificates were read.</summary>
    public bool IsOfOurForm { get; private set; } = true;

    public IReadOnlyList<byte[]> Certificates => _certificates;

    public List<string> DigestAlgorithms { get; } = [];

    public string DigestAlgorithm { get; private set; } = "";

    public string SignatureAlgorithm { get; private set; } = "";

    public string? ContentType { get; private set; }

    public byte[]? MessageDigest { get; private set; }

    /// <summary>The SHA-256 of the certificate that signing-certificate-v2 names, if that attribute is there.</summary>
    public byte[]? CertificateHash { get; private set; }

    /// <summary>The attributes as the SET that was signed.</summary>
    public byte[] SignedAttributes { get; private set; } = [];

    public byte[] Value { get; private set; } = [];

    public static CmsSignature Parse(byte[] cms, int maxCertificates)
    {
        var result = new CmsSignature();
        var outer = new AsnReader(cms, AsnEncodingRules.BER);
        var contentInfo = outer.ReadSequence();
        outer.ThrowIfNotEmpty();
        if (contentInfo.ReadObjectIdentifier() != CmsParts.SignedDataOid) throw new FormatException("not a SignedData");
        var explicitContent = contentInfo.ReadSequence(CmsParts.Context0);
        contentInfo.ThrowIfNotEmpty();
        var data = explicitContent.ReadSequence();
        explicitContent.ThrowIfNotEmpty();
        ReadVersion(data, 1, 3);
        var algorithms = data.ReadSetOf();
        while (algorithms.HasData) result.DigestAlgorithms.Add(ReadAlgorithm(algorithms));
        var content = data.ReadSequence();
        if (content.ReadObjectIdentifier() != CmsParts.DataOid) throw new FormatException("not detached");
        result.IsOfOurForm = !content.HasData;
        if (data.HasData && data.PeekTag().HasSameClassAndValue(CmsParts.Context0)) result.ReadCertificates(data.ReadSetOf(CmsParts.Context0), maxCertificates);
        if (data.HasData && data.PeekTag().HasSameClassAndValue(CmsParts.Context1)) data.ReadEncodedValue();
        var signers = data.ReadSetOf();
        data.ThrowIfNotEmpty();
        result.ReadSigner(signers.ReadSequence());
        result.IsOfOurForm &= !signers.HasData;
        return result;
    }

    /// <summary>The certificate that the signer names by issuer and serial number; only that form is taken.</summary>
    public X509Certificate2? FindCertificate()
    {
        foreach (var bytes in _certificates)
        {
            var certificate = X509CertificateLoader.LoadCertificate(bytes);
            if (CmsParts.IssuerAndSerial(certificate).AsSpan().SequenceEqual(_signerId)) return certificate;
            certificate.Dispose();
        }
        return null;
    }

    private void ReadCertificates(AsnReader set, int max)
    {
        while (set.HasData)
        {
            if (_certificates.Count == max) throw new FormatException("too many certificates");
            _certificates.Add(set.ReadEncodedValue().ToArray());
        }
    }

    private void ReadSigner(AsnReader signer)
    {
        // Version 3 names the signer by the key's identifier instead.
        IsOfOurForm &= ReadVersion(signer, 1, 3) == 1;
        _signerId = signer.ReadEncodedValue().ToArray();
        DigestAlgorithm = ReadAlgorithm(signer);
        IsOfOurForm &= signer.PeekTag().HasSameClassAndValue(CmsParts.Context0);
        if (!IsOfOurForm) return;
        byte[] attributes = signer.PeekEncodedValue().ToArray();
        // Signed over under the tag SET OF; an indefinite length would have been signed in another encoding than it lies here.
        if (attributes[1] == 0x80) throw new FormatException("indefinite length");
        ReadAttributes(signer.ReadSetOf(skipSortOrderValidation: true, CmsParts.Context0));
        attributes[0] = 0x31;
        SignedAttributes = attributes;
        SignatureAlgorithm = ReadAlgorithm(signer);
        Value = signer.ReadOctetString();
        if (signer.HasData && signer.PeekTag().HasSameClassAndValue(CmsParts.Context1)) signer.ReadEncodedValue();
        signer.ThrowIfNotEmpty();
    }

    private void ReadAttributes(AsnReader attributes)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (attributes.HasData)
        {
            var attribute = attributes.ReadSequence();
            var oid = attribute.ReadObjectIdentifier();
            var values = attribute.ReadSetOf();
            if (!seen.Add(oid)) throw new FormatException("attribute twice");
            switch (oid)
            {
                case CmsParts.ContentTypeOid:
                    ContentType = values.ReadObjectIdentifier();
                    break;
                case CmsParts.MessageDigestOid:
                    MessageDigest = values.ReadOctetString();
                    break;
                case CmsParts.SigningCertificateV2Oid:
                    CertificateHash = ReadCertificateHash(values);
                    break;
                default:
                    break;
            }
        }
    }

    private static byte[]? ReadCertificateHash(AsnReader values)
    {
        var first = values.ReadSequence().ReadSequence().ReadSequence();
        var isSha256 = true;
        if (first.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence)) isSha256 = ReadAlgorithm(first) == CmsParts.Sha256Oid;
        var hash = first.ReadOctetString();
        return isSha256 ? hash : null;
    }

    private static string ReadAlgorithm(AsnReader reader)
    {
        var algorithm = reader.ReadSequence();
        var oid = algorithm.ReadObjectIdentifier();
        if (algorithm.HasData) algorithm.ReadEncodedValue();
        algorithm.ThrowIfNotEmpty();
        return oid;
    }

    private static int ReadVersion(AsnReader reader, int lowest, int highest) =>
        reader.TryReadInt32(out var version) && version >= lowest && version <= highest ? version : throw new FormatException("unknown version");
}
