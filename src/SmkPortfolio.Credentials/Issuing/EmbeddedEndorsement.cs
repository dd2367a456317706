using System.Text.Json.Nodes;
using SmkPortfolio.Credentials.Integrity;
using SmkPortfolio.Credentials.Json;

namespace SmkPortfolio.Credentials.Issuing;

/// <summary>An endorsement goes into a school's credential only when its own proof holds.</summary>
internal static class EmbeddedEndorsement
{
    public static JsonObject Read(byte[] signed)
    {
        try
        {
            var document = StrictJson.ParseObject(signed);
            var issuer = document.Object("issuer")?.Text("id");
            var method = document.Object("proof")?.Text("verificationMethod")?.Split('#') ?? [];
            var isSound = document.HasType("EndorsementCredential")
                && method.Length == 2 && method[0] == issuer
                && Ed25519Key.TryReadMultikey(method[1], out var key)
                && DataIntegrityProof.Verify(document, document.Object("proof")!.Value, key);
            return isSound ? JsonObject.Create(document)! : throw new CredentialLintException("endorsement-unsound", "endorsement");
        }
        catch (Exception e) when (e is StrictJsonException or JsonLd.JsonLdException or Rdf.CanonicalizationException)
        {
            throw new CredentialLintException("endorsement-unsound", "endorsement", e);
        }
    }
}
