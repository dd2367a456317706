using SmkPortfolio.Pdf.Layout;

namespace SmkPortfolio.Pdf;

/// <summary>Something of fixed size that stands on one page.</summary>
/// <param name="Width">Width in points.</param>
/// <param name="Height">Height in points.</param>
public abstract record Figure(float Width, float Height) : Block
{
    /// <summary>What is to be seen, in words; null for decoration.</summary>
    private protected abstract string? Seen { get; }

    private protected abstract DrawOperation Ink { get; }

    internal override Block Aligned(TextAlign align) => align is TextAlign.Center or TextAlign.End ? new Shifted(this, Width, align) : this;

    internal override Fragment? Lay(LayoutContext context, float width, float room, out Block? rest)
    {
        rest = Height > room ? this : null;
        if (rest is not null)
        {
            return null;
        }

        var fragment = new Fragment(Height, Seen is null ? null : new ElementSlot("Figure") { Alternative = Seen, Box = (Width, Height) });
        fragment.Add(Ink);
        return fragment;
    }
}
