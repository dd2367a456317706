namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>A file that is not taken. The page chooses the words from the two names.</summary>
/// <param name="Code">One of <see cref="RefusalCodes"/>.</param>
/// <param name="DetectedKind">What the content looks like, one of <see cref="EvidenceKinds"/>; for a polyglot, the hidden second kind.</param>
public sealed record EvidenceRefusal(string Code, string DetectedKind) : IntakeResult;
