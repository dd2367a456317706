namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>The place where evidence is kept cannot be written or read; the message is fit for an operator.</summary>
public sealed class BlobStoreUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
