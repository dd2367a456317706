namespace SmkPortfolio.Pdf.Reading;

/// <summary>The bytes are not a PDF that we are willing to read; the message is one plain sentence part.</summary>
internal sealed class PdfFormatException(string message) : Exception(message);
