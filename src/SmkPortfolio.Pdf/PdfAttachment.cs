namespace SmkPortfolio.Pdf;

/// <summary>A file inside a PDF.</summary>
/// <param name="Name">File name, as readers show it.</param>
/// <param name="MediaType">For example <c>application/json</c>.</param>
/// <param name="Description">One line for people.</param>
/// <param name="Bytes">The content, not compressed.</param>
/// <param name="Relationship">PDF/A-3's <c>AFRelationship</c>: Data, Source, Supplement, Alternative or Unspecified.</param>
public sealed record PdfAttachment(string Name, string MediaType, string Description, byte[] Bytes, string Relationship);
