using SmkPortfolio.Pdf.Layout;

namespace SmkPortfolio.Pdf;

/// <summary>Goes over to the next page rather than being divided, unless it is longer than three fifths of a page.</summary>
public sealed record KeepTogether(Block Content) : Block
{
    private const float LargestPart = 0.6f;

    internal override bool KeepsWithNext => Content.KeepsWithNext;

    internal override Fragment? Lay(LayoutContext context, float width, float room, out Block? rest)
    {
        var fragment = Content.Lay(context, width, room, out rest);
        if (fragment is not null && rest is null)
        {
            return fragment;
        }

        var whole = Content.Lay(context, width, float.PositiveInfinity, out _);
        if (whole is null || whole.Height > context.PageHeight * LargestPart)
        {
            return fragment;
        }

        rest = this;
        return null;
    }
}
