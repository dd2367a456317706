using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SmkPortfolio.Credentials.Sealing;

internal enum SealOutcome
{
    Broken,
    Sound,
    NotSupported,
}

/// <summary>What a PDF's signature value proves, and the certificate it was made with; all certificates inside where we cannot tell which.</summary>
internal sealed record SealFinding(SealOutcome Outcome, IReadOnlyList<string> CertificateSha256);

/// <summary>
/// Verifies a detached CMS over ranges of a file. Trust is not decided here: a certificate is believed because the register lists it.
/// What a changed byte could leave readable (versions, algorithm lists, the certificate) is checked too.
/// </summary>
internal static class SealReader
{
    private const int MaxBytes = 256 * 1024;
    private const int MaxCertificates = 20;

    public static SealFinding Read(byte[] cms, IReadOnlyList<ReadOnlyMemory<byte>> ranges)
    {
        if (cms.Length > MaxBytes) return new SealFinding(SealOutcome.NotSupported, []);
        try
        {
            return Check(CmsSignature.Parse(cms, MaxCertificates), ranges);
        }
        catch (Exception e) when (e is AsnContentException or CryptographicException or FormatException)
        {
            return new SealFinding(SealOutcome.Broken, []);
        }
    }

    private static SealFinding Check(CmsSignature signature, IReadOnlyList<ReadOnlyMemory<byte>> ranges)
    {
        if (!signature.IsOfOurForm) return new SealFinding(SealOutcome.NotSupported, [.. signature.Certificates.Select(Fingerprint)]);
        using var certificate = signature.FindCertificate();
        if (certificate is null) return new SealFinding(SealOutcome.Broken, []);
        SealFinding As(SealOutcome outcome) => new(outcome, [Fingerprint(certificate.RawData)]);
        if (signature.ContentType != CmsParts.DataOid) return As(SealOutcome.Broken);
        if (signature.CertificateHash is { } pinned && !pinned.AsSpan().SequenceEqual(SHA256.HashData(certificate.RawData))) return As(SealOutcome.Broken);
        if (HashOf(signature.DigestAlgorithm) is not { } hash) return As(SealOutcome.NotSupported);
        if (!signature.DigestAlgorithms.Contains(signature.DigestAlgorithm)) return As(SealOutcome.Broken);
        if (!Digest(hash, ranges).AsSpan().SequenceEqual(signature.MessageDigest)) return As(SealOutcome.Broken);
        return VerifySignature(certificate, signature, hash) switch
        {
            null => As(SealOutcome.NotSupported),
            true => As(SealOutcome.Sound),
            false => As(SealOutcome.Broken),
        };
    }

    private static bool? VerifySignature(X509Certificate2 certificate, CmsSignature signature, HashAlgorithmName hash)
    {
        if (certificate.GetECDsaPublicKey() is { } ec)
        {
            using (ec)
            {
                HashAlgorithmName? signed = signature.SignatureAlgorithm switch
                {
                    CmsParts.EcdsaSha256Oid => HashAlgorithmName.SHA256,
                    "1.2.840.10045.4.3.3" => HashAlgorithmName.SHA384,
                    "1.2.840.10045.4.3.4" => HashAlgorithmName.SHA512,
                    _ => null,
                };
                return signed is { } name ? ec.VerifyData(signature.SignedAttributes, signature.Value, name, DSASignatureFormat.Rfc3279DerSequence) : null;
            }
        }
        using var rsa = certificate.GetRSAPublicKey();
        if (rsa is null) return null;
        HashAlgorithmName? rsaHash = signature.SignatureAlgorithm switch
        {
            "1.2.840.113549.1.1.1" => hash,
            "1.2.840.113549.1.1.11" => HashAlgorithmName.SHA256,
            "1.2.840.113549.1.1.12" => HashAlgorithmName.SHA384,
            "1.2.840.113549.1.1.13" => HashAlgorithmName.SHA512,
            _ => null,
        };
        return rsaHash is { } algorithm ? rsa.VerifyData(signature.SignedAttributes, signature.Value, algorithm, RSASignaturePadding.Pkcs1) : null;
    }

    private static string Fingerprint(byte[] certificate) => Convert.ToHexStringLower(SHA256.HashData(certificate));

    private static HashAlgorithmName? HashOf(string oid) => oid switch
    {
        CmsParts.Sha256Oid => HashAlgorithmName.SHA256,
        "2.16.840.1.101.3.4.2.2" => HashAlgorithmName.SHA384,
        "2.16.840.1.101.3.4.2.3" => HashAlgorithmName.SHA512,
        _ => null,
    };

    private static byte[] Digest(HashAlgorithmName algorithm, IReadOnlyList<ReadOnlyMemory<byte>> ranges)
    {
        using var hash = IncrementalHash.CreateHash(algorithm);
        foreach (var range in ranges) hash.AppendData(range.Span);
        return hash.GetHashAndReset();
    }
}
