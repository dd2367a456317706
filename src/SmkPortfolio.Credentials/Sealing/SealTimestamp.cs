using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace SmkPortfolio.Credentials;

/// <summary>
/// A time stamp over the value of a seal (RFC 3161), which makes PAdES B-B into B-T. Whoever checks a paper does not need it: it adds a stranger's
/// word that the seal was there at that time, and takes nothing away when it is missing or no good.
/// </summary>
public sealed class SealTimestamp
{
    /// <summary>Room that a stamp gets beside the seal; no longer one is taken.</summary>
    public const int MaxBytes = 8 * 1024;

    private readonly byte[] _hash;
    private readonly Rfc3161TimestampRequest _request;

    /// <param name="signature">The value of the signature that is to be stamped.</param>
    public SealTimestamp(ReadOnlySpan<byte> signature)
    {
        _hash = SHA256.HashData(signature);
        _request = Rfc3161TimestampRequest.CreateFromHash(_hash, HashAlgorithmName.SHA256, nonce: RandomNumberGenerator.GetBytes(16), requestSignerCertificates: true);
    }

    /// <summary>What the authority is asked, in DER.</summary>
    public byte[] Query() => _request.Encode();

    /// <summary>The token in an authority's answer; null when it refuses, answers another question, is not properly signed or does not fit.</summary>
    public byte[]? Token(byte[] answer)
    {
        try
        {
            var token = _request.ProcessResponse(answer, out var read);
            var bytes = token.AsSignedCms().Encode();
            return read == answer.Length && bytes.Length <= MaxBytes - CmsOverhead && token.VerifySignatureForHash(_hash, HashAlgorithmName.SHA256, out _) ? bytes : null;
        }
        catch (Exception e) when (e is CryptographicException or AsnContentException)
        {
            return null;
        }
    }

    // Tags and lengths that the token grows by as an attribute, and that others around it grow by.
    private const int CmsOverhead = 64;
}
