using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SmkPortfolio.Credentials.Sealing;

namespace SmkPortfolio.Credentials;

/// <summary>A seal's value, and whether it carries a time stamp (PAdES B-T).</summary>
public sealed record Seal(byte[] Cms, bool IsStamped);

/// <summary>
/// Makes PAdES B-B signatures: a detached CMS with content type, message digest and signing-certificate-v2, and no signing time
/// (that stands in the PDF). What depends on the certificate alone is encoded once. Safe to share between threads.
/// </summary>
public sealed class PdfSealer : IDisposable
{
    private const string DocumentSigning = "1.3.6.1.5.5.7.3.36";

    // Headers, algorithm names, two attributes and a P-256 signature stay below this in every encoding.
    private const int FixedBytes = 420;

    private readonly ECDsa _key;
    private readonly Lock _gate = new();
    private readonly byte[] _certificate;
    private readonly byte[] _signerId;
    private readonly byte[] _contentType;
    private readonly byte[] _signingCertificate;

    /// <summary>A sealer for a P-256 certificate with its private key.</summary>
    public PdfSealer(X509Certificate2 certificateWithKey)
    {
        ArgumentNullException.ThrowIfNull(certificateWithKey);
        _key = certificateWithKey.GetECDsaPrivateKey() ?? throw new ArgumentException("The certificate has no ECDSA private key.", nameof(certificateWithKey));
        if (_key.KeySize != 256) throw new ArgumentException("The seal needs a P-256 key.", nameof(certificateWithKey));
        _certificate = certificateWithKey.RawData;
        CertificateSha256 = Convert.ToHexStringLower(SHA256.HashData(_certificate));
        _signerId = CmsParts.IssuerAndSerial(certificateWithKey);
        _contentType = CmsParts.Attribute(CmsParts.ContentTypeOid, w => w.WriteObjectIdentifier(CmsParts.DataOid));
        _signingCertificate = CmsParts.Attribute(CmsParts.SigningCertificateV2Oid, w => CmsParts.WriteSigningCertificate(w, certificateWithKey));
        MaxBytes = _certificate.Length + _signerId.Length + _signingCertificate.Length + FixedBytes;
    }

    /// <summary>No signature of this sealer is longer.</summary>
    public int MaxBytes { get; }

    /// <summary>SHA-256 of the certificate, in hex, as the register lists it.</summary>
    public string CertificateSha256 { get; }

    /// <summary>A self-signed certificate for a school's seal: P-256, for signing documents only.</summary>
    public static X509Certificate2 CreateCertificate(string commonName, string organisation, DateTimeOffset from, DateTimeOffset to)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName(commonName);
        name.AddOrganizationName(organisation);
        name.AddCountryOrRegion("ID");
        var request = new CertificateRequest(name.Build(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(DocumentSigning)], false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.CreateSelfSigned(from, to);
    }

    /// <summary>The CMS over a document of which only the SHA-256 is known.</summary>
    public byte[] Sign(ReadOnlySpan<byte> sha256Digest) => Sign(sha256Digest, null).Cms;

    /// <summary>The same with a time stamp by an authority, or without when it gives none that is good.</summary>
    /// <param name="ask">Hands a query to the authority and gives its answer, or null; null for no authority.</param>
    /// <returns>With a stamp it has at most <see cref="SealTimestamp.MaxBytes"/> more than <see cref="MaxBytes"/>.</returns>
    public Seal Sign(ReadOnlySpan<byte> sha256Digest, Func<byte[], byte[]?>? ask)
    {
        if (sha256Digest.Length != SHA256.HashSizeInBytes) throw new ArgumentException("A SHA-256 digest has 32 bytes.", nameof(sha256Digest));
        var digest = sha256Digest.ToArray();
        var attributes = new AsnWriter(AsnEncodingRules.DER);
        using (attributes.PushSetOf())
        {
            attributes.WriteEncodedValue(_contentType);
            attributes.WriteEncodedValue(CmsParts.Attribute(CmsParts.MessageDigestOid, w => w.WriteOctetString(digest)));
            attributes.WriteEncodedValue(_signingCertificate);
        }
        var signed = attributes.Encode();
        byte[] signature;
        lock (_gate) signature = _key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        var stamp = ask is null ? null : new SealTimestamp(signature);
        var token = stamp is not null && ask!(stamp.Query()) is { } answer ? stamp.Token(answer) : null;
        return new Seal(CmsParts.SignedData(_certificate, _signerId, signed, signature, token), token is not null);
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();
}
