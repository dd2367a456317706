namespace SmkPortfolio.Pdf;

/// <summary>How a paragraph looks; measures in points. The line height holds whatever faces a line mixes.</summary>
/// <param name="Size">Size of the letters.</param>
/// <param name="LineHeight">From one baseline to the next.</param>
/// <param name="Color">Of the letters.</param>
/// <param name="Bold">Heavier letters.</param>
/// <param name="Typeface">The family; other scripts follow it where they can.</param>
public sealed record TextStyle(float Size, float LineHeight, Color Color, bool Bold = false, Typeface Typeface = Typeface.Sans)
{
    /// <summary>The same, smaller or larger by a factor, but never below a size.</summary>
    internal TextStyle Scaled(float factor, float smallest)
    {
        var size = Math.Min(Size, Math.Max(smallest, Size * factor));
        return this with { Size = size, LineHeight = LineHeight * size / Size };
    }
}

/// <summary>Families of letters.</summary>
public enum Typeface
{
    /// <summary>Without serifs: Noto Sans with its Japanese and Korean companions.</summary>
    Sans,

    /// <summary>Japanese brush strokes and Latin letters with serifs, as official Japanese forms are set.</summary>
    Mincho,
}

/// <summary>Where lines stand within their width.</summary>
public enum TextAlign
{
    Start,
    Center,
    End,

    /// <summary>Both edges straight; the last line of a paragraph begins at the start.</summary>
    Justify,
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
