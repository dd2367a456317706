using SmkPortfolio.Pdf.Layout;

namespace SmkPortfolio.Pdf;

/// <summary>A JPEG picture, embedded as it is, cut to fill its frame and turned as its orientation mark says.</summary>
/// <param name="Jpeg">Grey or RGB; <see cref="ArgumentException"/> on writing otherwise.</param>
/// <param name="Width">Width in points.</param>
/// <param name="Height">Height in points.</param>
/// <param name="Alternative">What is to be seen, in words.</param>
public sealed record Image(byte[] Jpeg, float Width, float Height, string Alternative) : Block
{
    internal override Block Aligned(TextAlign align) => align is TextAlign.Center or TextAlign.End ? new Shifted(this, Width, align) : this;

    internal override Fragment? Lay(LayoutContext context, float width, float room, out Block? rest)
    {
        rest = Height > room ? this : null;
        if (rest is not null)
        {
            return null;
        }

        var fragment = new Fragment(Height, new ElementSlot("Figure") { Alternative = Alternative, Box = (Width, Height) });
        fragment.Add(new DrawImage(Jpeg, Width, Height));
        return fragment;
    }
}
