namespace SmkPortfolio.Pdf;

/// <summary>A stretch of text within a paragraph.</summary>
public sealed record Span(string Content)
{
    /// <summary>Heavier or lighter than the paragraph; null keeps the paragraph's weight.</summary>
    public bool? Bold { get; init; }

    /// <summary>Null keeps the paragraph's colour.</summary>
    public Color? Color { get; init; }

    /// <summary>An address; makes the stretch a link.</summary>
    public string? Link { get; init; }

    /// <summary>What the link leads to, for screen readers; the address itself when null.</summary>
    public string? LinkDescription { get; init; }

    /// <summary>A language tag where it differs from the document's.</summary>
    public string? Language { get; init; }
}
