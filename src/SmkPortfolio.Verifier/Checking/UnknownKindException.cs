namespace SmkPortfolio.Verifier.Checking;

/// <summary>The file is neither PDF, JSON, JWT, PNG nor ZIP.</summary>
public sealed class UnknownKindException() : Exception("unknown kind of file");
