using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Credentials;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Issuing;
using CredentialState = SmkPortfolio.Domain.Issuing.CredentialState;

namespace SmkPortfolio.Web.Issuing;

/// <summary>
/// The other forms in which an issued credential can be taken along: signed once more as JWT, or baked into a badge picture. They are made when
/// asked for; the JSON stays the record.
/// </summary>
public sealed class CredentialCopies(AppDb db, KeyRing keys, TimeProvider clock)
{
    private static readonly ConcurrentDictionary<string, byte[]> Pictures = new(StringComparer.Ordinal);

    /// <summary>The credential as a compact JWT; null when it no longer stands, or when who issued it has ended and signs nothing new.</summary>
    public async Task<string?> JwtAsync(IssuedCredential credential, CancellationToken cancel)
    {
        if (credential.State != CredentialState.Active)
        {
            return null;
        }
        var issuer = await db.Issuers.SingleAsync(i => i.Id == credential.IssuerId, cancel);
        return await keys.JwtKeyAsync(issuer, cancel) is { } key ? CredentialJwt.Sign(credential.Bytes, key, clock.GetUtcNow()) : null;
    }

    /// <summary>A picture of its kind with the very file inside; null for an endorsement, which is no badge.</summary>
    public static byte[]? Picture(IssuedCredential credential)
    {
        if (credential.Kind == CredentialKind.Endorsement)
        {
            return null;
        }
        using var document = JsonDocument.Parse(credential.Bytes);
        var type = document.RootElement.GetProperty("credentialSubject").GetProperty("achievement").GetProperty("achievementType").GetString();
        return BadgePicture.Bake(Pictures.GetOrAdd(NameOf(type), Read), credential.Bytes);
    }

    private static string NameOf(string? achievementType) => achievementType switch
    {
        "Certification" => "certification",
        "ext:Internship" => "internship",
        "ext:TeachingFactory" => "teaching-factory",
        OpenBadgeClaims.PortfolioType => "portfolio",
        _ => "project",
    };

    private static byte[] Read(string name)
    {
        using var stream = typeof(CredentialCopies).Assembly.GetManifestResourceStream($"badges/{name}.png") ?? throw new InvalidOperationException($"The picture {name} is not embedded.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
