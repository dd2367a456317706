namespace SmkPortfolio.Pdf;

/// <summary>How a paragraph looks; measures in points. The line height holds whatever faces a line mixes.</summary>
public sealed record TextStyle(float Size, float LineHeight, Color Color, bool Bold = false);

/// <summary>Where lines stand within their width.</summary>
public enum TextAlign
{
    Start,
    Center,
    End,
}

/// <summary>What a paragraph is to a reader. Headings never stand alone at the end of a page.</summary>
public enum TextRole
{
    Paragraph,
    Heading1,
    Heading2,
    Heading3,
    Label,
    ListBody,
    Caption,
}
