namespace SmkPortfolio.Pdf;

/// <summary>What a file of several documents says of itself.</summary>
public sealed record BoundFile
{
    public required string Title { get; init; }

    public required string Author { get; init; }

    /// <summary>Language tag of the title and the bookmarks; each document keeps its own.</summary>
    public required string Language { get; init; }

    /// <summary>The program that asked for the file.</summary>
    public required string Creator { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>16 bytes that name this file; the same bytes for the same file.</summary>
    public required byte[] Id { get; init; }

    public IReadOnlyList<PdfAttachment> Attachments { get; init; } = [];

    internal static BoundFile Of(PdfDocument document) => new()
    {
        Title = document.Title,
        Author = document.Author,
        Language = document.Language,
        Creator = document.Creator,
        Created = document.Created,
        Id = document.Id,
        Attachments = document.Attachments,
    };
}
