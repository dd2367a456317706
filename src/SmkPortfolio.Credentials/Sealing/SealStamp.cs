using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using SmkPortfolio.Credentials.Sealing;

namespace SmkPortfolio.Credentials;

/// <summary>The time stamp that a seal carries, as it says itself; it was tested when the seal was made and is not tested again here.</summary>
/// <param name="Authority">The name in the certificate of whoever gave it.</param>
/// <param name="At">When it was given.</param>
public sealed record SealStamp(string Authority, DateTimeOffset At)
{
    /// <summary>Reads the stamp of a seal; null when it carries none that names its authority.</summary>
    public static SealStamp? Read(byte[] cms)
    {
        try
        {
            var seal = new SignedCms();
            seal.Decode(cms);
            foreach (var attribute in seal.SignerInfos[0].UnsignedAttributes)
            {
                if (attribute.Oid.Value == CmsParts.TimestampTokenOid && Rfc3161TimestampToken.TryDecode(attribute.Values[0].RawData, out var token, out _) && token.AsSignedCms().SignerInfos[0].Certificate is { } certificate)
                    return new SealStamp(certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false), token.TokenInfo.Timestamp);
            }
            return null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
