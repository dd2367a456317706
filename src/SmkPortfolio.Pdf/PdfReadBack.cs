using SmkPortfolio.Pdf.Reading;

namespace SmkPortfolio.Pdf;

/// <summary>What a program reads out of a PDF, without looking at it.</summary>
public sealed record PdfReading
{
    /// <summary>The file was understood; nothing else here means anything otherwise.</summary>
    public bool Parsed => Problem is null;

    /// <summary>Why the file was not understood, as part of a sentence.</summary>
    public string? Problem { get; init; }

    public string Title { get; init; } = "";

    /// <summary>The document's language tag, or empty.</summary>
    public string Language { get; init; } = "";

    /// <summary>The file has a structure for readers' software.</summary>
    public bool IsTagged { get; init; }

    public IReadOnlyList<PdfReadPage> Pages { get; init; } = [];

    /// <summary>The headings of the structure, in reading order; the bookmarks where there is no structure.</summary>
    public IReadOnlyList<PdfReadHeading> Headings { get; init; } = [];

    /// <summary>Headings, paragraphs, list items and cells one after the other, as the structure says them; empty where there is none.</summary>
    public IReadOnlyList<string> Paragraphs { get; init; } = [];
}

/// <summary>A page as text.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Lines">In the order in which a program meets them; header and footer too.</param>
public sealed record PdfReadPage(int Number, IReadOnlyList<string> Lines)
{
    public string Text => string.Join('\n', Lines);
}

/// <summary>A heading.</summary>
/// <param name="Level">1 to 6.</param>
/// <param name="Text">Its words.</param>
/// <param name="Page">From 1; 0 where it is not known.</param>
public sealed record PdfReadHeading(int Level, string Text, int Page);

/// <summary>Reads a PDF with a reader that is not ours, as an applicant tracking system would: to see what reaches machines. Never throws.</summary>
public static class PdfReadBack
{
    /// <summary>Larger files are not read.</summary>
    public const int MaxBytes = 25 * 1024 * 1024;

    /// <summary>Later pages are not read.</summary>
    public const int MaxPages = 200;

    public static PdfReading Read(byte[] pdf)
    {
        if (pdf.Length > MaxBytes)
        {
            return new PdfReading { Problem = "it is too large" };
        }

        try
        {
            return PdfTextReader.Read(pdf, MaxPages);
        }
        // The other reader throws whatever it likes at a broken file.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new PdfReading { Problem = "it cannot be read" };
        }
    }
}
