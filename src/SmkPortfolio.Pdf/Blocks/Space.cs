using SmkPortfolio.Pdf.Layout;

namespace SmkPortfolio.Pdf;

/// <summary>Nothing, of a height. It vanishes at the end of a page.</summary>
public sealed record Space(float Height) : Block
{
    internal override Fragment? Lay(LayoutContext context, float width, float room, out Block? rest)
    {
        rest = null;
        return new Fragment(Math.Clamp(room, 0, Height));
    }
}
