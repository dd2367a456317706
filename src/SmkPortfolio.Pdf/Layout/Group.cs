namespace SmkPortfolio.Pdf.Layout;

/// <summary>Content inside one structure element, which all its parts share over pages.</summary>
internal sealed record Group(ElementSlot? Element, Block Content) : Block
{
    internal override bool KeepsWithNext => Content.KeepsWithNext;

    internal override Fragment? Lay(LayoutContext context, float width, float room, out Block? rest)
    {
        var around = context.Language;
        context.Language = Element?.Language ?? around;
        var inner = Content.Lay(context, width, room, out var left);
        context.Language = around;
        rest = inner is null ? this : left is null ? null : this with { Content = left };
        if (inner is null)
        {
            return null;
        }

        var fragment = new Fragment(inner.Height, Element);
        fragment.Add(0, 0, inner);
        return fragment;
    }
}
