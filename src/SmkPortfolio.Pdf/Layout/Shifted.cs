namespace SmkPortfolio.Pdf.Layout;

/// <summary>A block of fixed width at the middle or the end of the width it is given.</summary>
internal sealed record Shifted(Block Content, float Width, TextAlign Align) : Block
{
    internal override bool KeepsWithNext => Content.KeepsWithNext;

    internal override Fragment? Lay(LayoutContext context, float width, float room, out Block? rest)
    {
        if (Content.Lay(context, Width, room, out rest) is not { } inner)
        {
            return null;
        }

        var fragment = new Fragment(inner.Height);
        fragment.Add((width - Width) * (Align == TextAlign.Center ? 0.5f : 1), 0, inner);
        return fragment;
    }
}
