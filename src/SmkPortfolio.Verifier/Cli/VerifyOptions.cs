namespace SmkPortfolio.Verifier.Cli;

/// <summary>What the user asked for.</summary>
internal sealed record VerifyOptions(
    IReadOnlyList<string> Files, bool Json, string? Register, IReadOnlyList<string> Status, string? Key, string? At, bool Offline, string? RegisterOut, string? LogProof, string? Qr, string Language);

/// <summary>The command cannot be carried out as given; the message says what to change.</summary>
internal sealed class UsageException(string message) : Exception(message);
