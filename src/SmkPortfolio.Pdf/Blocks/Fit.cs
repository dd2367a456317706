using SmkPortfolio.Pdf.Layout;

namespace SmkPortfolio.Pdf;

/// <summary>
/// A block in a height of its own. Texts in it that may shrink (<see cref="Text.ShrinkTo"/>) become smaller until it fits; what does not
/// fit even then makes the height grow, so that nothing is ever lost or overlaps.
/// </summary>
public sealed record Fit(Block Content, float Height) : Block
{
    private const float Step = 0.04f;
    private const float Smallest = 0.3f;

    /// <summary>Where the content stands in a height that is larger.</summary>
    public VerticalAlign Vertical { get; init; }

    internal override Fragment? Lay(LayoutContext context, float width, float room, out Block? rest)
    {
        rest = this;
        if (Height > room || Shrunk(context, Content, width, Height) is not { } inner)
        {
            return null;
        }

        var fragment = new Fragment(Math.Max(Height, inner.Height));
        if (fragment.Height > room)
        {
            return null;
        }

        fragment.Add(0, (fragment.Height - inner.Height) * Vertical.Share(), inner);
        rest = null;
        return fragment;
    }

    /// <summary>The whole content, as large as it fits into the height, or as small as it may become.</summary>
    internal static Fragment? Shrunk(LayoutContext context, Block content, float width, float height)
    {
        var outer = context.TextScale;
        try
        {
            var fragment = content.Lay(context, width, float.PositiveInfinity, out _);
            for (var scale = 1 - Step; fragment?.Height > height && scale >= Smallest; scale -= Step)
            {
                context.TextScale = outer * scale;
                fragment = content.Lay(context, width, float.PositiveInfinity, out _);
            }

            return fragment;
        }
        finally
        {
            context.TextScale = outer;
        }
    }
}
