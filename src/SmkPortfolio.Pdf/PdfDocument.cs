namespace SmkPortfolio.Pdf;

/// <summary>A document before it is written: values only, nothing of it depends on the machine or the time.</summary>
public sealed record PdfDocument
{
    public required string Title { get; init; }

    public required string Author { get; init; }

    /// <summary>Language tag of the text, for example <c>id</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The program that asked for the document.</summary>
    public required string Creator { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>16 bytes that name this document; the same bytes for the same document.</summary>
    public required byte[] Id { get; init; }

    public required Block Content { get; init; }

    /// <summary>Drawn above the content of each page, as decoration: not part of the reading order.</summary>
    public Func<PageNumber, Block>? Header { get; init; }

    /// <summary>Drawn below the content of each page, as decoration: not part of the reading order.</summary>
    public Func<PageNumber, Block>? Footer { get; init; }

    public PageFrame Page { get; init; } = PageFrame.A4;

    /// <summary>Words across each page, large, grey and see-through, as decoration: <c>PREVIEW</c>; null for none.</summary>
    public string? Watermark { get; init; }

    public IReadOnlyList<PdfAttachment> Attachments { get; init; } = [];
}

/// <summary>Page <paramref name="Number"/> of <paramref name="Count"/>.</summary>
public readonly record struct PageNumber(int Number, int Count);

/// <summary>Paper size and margins in points; header and footer stand in the margins at the given distance from the paper's edge.</summary>
public sealed record PageFrame(float Width, float Height, float Left, float Top, float Right, float Bottom, float HeaderAt, float FooterAt)
{
    public static readonly PageFrame A4 = new(595.28f, 841.89f, 51, 48, 51, 62, 24, 46);
}
