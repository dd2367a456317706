using System.Runtime.InteropServices;
using System.Text.Json;
using SmkPortfolio.Credentials.Integrity;
using SmkPortfolio.Credentials.Json;
using SmkPortfolio.Credentials.Verification;

namespace SmkPortfolio.Credentials;

/// <summary>What a check needs besides the document.</summary>
/// <param name="Register">The trusted register; without one the best verdict is issuer-unknown.</param>
/// <param name="Sources">Where current status comes from.</param>
/// <param name="Now">The time of the check.</param>
/// <param name="Language">Language of the reasons: <c>id</c>, anything else is English.</param>
public sealed record VerificationContext(Register? Register, IStatusSources Sources, DateTimeOffset Now, string Language)
{
    /// <summary>What is already known of the same bytes. By default nothing outlives the check.</summary>
    public CheckMemo Memo { get; init; } = new();

    /// <summary>A log proof that was handed in with the document; without one the sources are asked.</summary>
    public string? LogProof { get; init; }

    /// <summary>Status lists that were handed in with the document; they count only as far as their own signatures do.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Stapled { get; init; } = [];

    /// <summary>The evidence that was handed in with the document; what is not among it is not compared.</summary>
    public EvidenceFiles Evidence { get; init; } = EvidenceFiles.None;

    internal JsonElement Parse(ReadOnlyMemory<byte> file) => Memo.Of("json", file.Span, () => StrictJson.ParseObject(file));

    /// <summary>True when the one proof inside was made by the key that the document itself names.</summary>
    internal bool IsSound(CredentialDocument document, byte[] key) =>
        Memo.Of("proof", JsonMarshal.GetRawUtf8Value(document.Json), () => DataIntegrityProof.Verify(document.Json, document.Proof, key));
}
