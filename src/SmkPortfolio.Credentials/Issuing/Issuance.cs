using System.Text.Json.Nodes;
using SmkPortfolio.Credentials.Integrity;
using SmkPortfolio.Credentials.Issuing;
using SmkPortfolio.Credentials.Json;
using SmkPortfolio.Credentials.JsonLd;
using SmkPortfolio.Credentials.Rdf;

namespace SmkPortfolio.Credentials;

/// <summary>Prepares, lints and signs credentials.</summary>
public static class Issuance
{
    // Linting signs with a key that belongs to nobody: whatever signing could stumble over shows before the real key is touched.
    private static readonly Ed25519Key Throwaway = Ed25519Key.Generate();

    /// <summary>Lays out a credential and proves that it can be signed and verified.</summary>
    /// <exception cref="CredentialLintException">A value that must not be signed.</exception>
    public static PreparedCredential Prepare(CredentialClaims claims) => Prepare(CredentialShape.Build(claims), claims.Issuer.Did, claims.ValidFrom);

    /// <summary>Lays out the next version of a credential that was issued before: same id and content, later, with another place in the status list.</summary>
    /// <param name="issued">The exact file bytes of the version before.</param>
    /// <param name="endorsements">What it embeds; null leaves that as it is.</param>
    /// <exception cref="CredentialLintException">A value that must not be signed.</exception>
    public static PreparedCredential PrepareAgain(ReadOnlyMemory<byte> issued, DateTimeOffset validFrom, StatusPointer status, IReadOnlyList<byte[]>? endorsements)
    {
        try
        {
            var before = StrictJson.ParseObject(issued);
            return Prepare(CredentialShape.Again(before, validFrom, status, endorsements), before.Object("issuer")?.Text("id") ?? "", validFrom);
        }
        catch (StrictJsonException e)
        {
            throw new CredentialLintException(e.Message, "document", e);
        }
    }

    /// <summary>The same for a status list.</summary>
    /// <exception cref="CredentialLintException">A value that must not be signed.</exception>
    public static PreparedCredential PrepareStatusList(StatusListClaims claims) =>
        Prepare(CredentialShape.StatusList(claims), claims.IssuerDid, claims.ValidFrom);

    /// <summary>Signs a prepared credential, verifies the result at once and returns the exact file bytes (UTF-8, no byte order mark).</summary>
    /// <exception cref="InvalidOperationException">It was signed before, or the key belongs to another DID or is not the published one.</exception>
    public static byte[] Issue(PreparedCredential prepared, SigningKey key, DateTimeOffset created)
    {
        ArgumentNullException.ThrowIfNull(prepared);
        ArgumentNullException.ThrowIfNull(key);
        if (key.Controller != prepared.IssuerDid) throw new InvalidOperationException("The key does not belong to the issuer of this credential.");
        if (!key.IsPublished) throw new InvalidOperationException("The private half is not that of the published key.");
        if (!prepared.TryTake()) throw new InvalidOperationException("A prepared credential is signed once.");
        return Sign(prepared, key, created);
    }

    private static PreparedCredential Prepare(JsonObject shape, string issuerDid, DateTimeOffset validFrom)
    {
        try
        {
            var unsigned = JsonWrite.Bytes(shape);
            var document = StrictJson.ParseObject(unsigned);
            var quads = DataIntegrityProof.DocumentQuads(document);
            if (!Rdfc10.BlanksAreDistinct(quads)) throw new CredentialLintException("nodes-alike", "document");
            var prepared = new PreparedCredential(document, DataIntegrityProof.DocumentHash(document), issuerDid, unsigned);
            Sign(prepared, new SigningKey(issuerDid, Throwaway), validFrom);
            return prepared;
        }
        catch (JsonLdException e)
        {
            throw new CredentialLintException(e.Code, e.Where, e);
        }
        catch (StrictJsonException e)
        {
            throw new CredentialLintException(e.Message, "document", e);
        }
    }

    private static byte[] Sign(PreparedCredential prepared, SigningKey key, DateTimeOffset created)
    {
        var secured = JsonObject.Create(prepared.Document)!;
        secured["proof"] = DataIntegrityProof.Sign(prepared.Document, prepared.DocumentHash, key, created);
        var file = JsonWrite.Bytes(secured);
        var read = StrictJson.ParseObject(file);
        if (!Ed25519Key.TryReadMultikey(key.Published, out var published) || !DataIntegrityProof.Verify(read, read.GetProperty("proof"), published))
            throw new InvalidOperationException("A credential did not verify right after signing.");
        return file;
    }
}
