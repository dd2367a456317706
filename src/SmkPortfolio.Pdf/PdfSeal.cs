namespace SmkPortfolio.Pdf;

/// <summary>The seal of whoever issues the document. The key stays with the caller.</summary>
/// <param name="MaxBytes">Room for the signature value; the hole in the file is exactly that large.</param>
/// <param name="Sign">Takes the SHA-256 digest of the file without the hole, gives a detached CMS signature (CAdES).</param>
/// <param name="Name">Who signs.</param>
/// <param name="Reason">Why.</param>
/// <param name="Location">Where.</param>
public sealed record PdfSeal(int MaxBytes, Func<ReadOnlyMemory<byte>, byte[]> Sign, string Name, string Reason, string Location);
