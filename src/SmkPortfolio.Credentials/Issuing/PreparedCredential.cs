using System.Text.Json;

namespace SmkPortfolio.Credentials;

/// <summary>
/// A document that passed every check under a throwaway key and may be signed once. Only <see cref="Issuance"/> makes one, so
/// nothing can be signed that was not looked at before.
/// </summary>
public sealed class PreparedCredential
{
    private int _taken;

    internal PreparedCredential(JsonElement document, byte[] documentHash, string issuerDid, ReadOnlyMemory<byte> unsigned)
    {
        Document = document;
        DocumentHash = documentHash;
        IssuerDid = issuerDid;
        Id = document.GetProperty("id").GetString()!;
        Unsigned = unsigned;
    }

    /// <summary>The credential's id.</summary>
    public string Id { get; }

    /// <summary>The DID whose key must sign.</summary>
    public string IssuerDid { get; }

    /// <summary>The document without its proof, for whoever wants to record what is about to be signed.</summary>
    public ReadOnlyMemory<byte> Unsigned { get; }

    internal JsonElement Document { get; }

    internal byte[] DocumentHash { get; }

    internal bool TryTake() => Interlocked.Exchange(ref _taken, 1) == 0;
}
