namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>A file that is not taken. The page chooses the words from the two names.</summary>
/// <param name="Code">One of <see cref="RefusalCodes"/>.</param>
/// <param name="DetectedKind">What the content looks like, one of <see cref="EvidenceKinds"/>; for a polyglot, the hidden second kind.</param>
/// <param name="Limit">The limit that was passed: bytes, pixels, pages, files; null when it is not about a limit.</param>
/// <param name="Found">What was there instead; null when nobody knows, as of a file that was not read to its end.</param>
/// <param name="Member">In an archive, the file that is to blame, by a name that is fit to be shown.</param>
public sealed record EvidenceRefusal(string Code, string DetectedKind, long? Limit = null, long? Found = null, string? Member = null) : IntakeResult;
