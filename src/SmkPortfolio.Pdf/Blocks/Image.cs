using SmkPortfolio.Pdf.Layout;

namespace SmkPortfolio.Pdf;

/// <summary>How a picture stands in its frame.</summary>
public enum ImageFit
{
    /// <summary>It fills the frame; what is too much at the sides or above is cut off.</summary>
    Cover,

    /// <summary>It is whole, in the middle of the frame.</summary>
    Contain,
}

/// <summary>A JPEG or PNG picture; a JPEG is turned as its orientation mark says.</summary>
/// <param name="Bytes">A JPEG (grey or RGB), embedded as it is, or a PNG (eight bits, with or without transparency); <see cref="ArgumentException"/> on writing otherwise.</param>
/// <param name="Width">Width in points.</param>
/// <param name="Height">Height in points.</param>
/// <param name="Alternative">What is to be seen, in words.</param>
public sealed record Image(byte[] Bytes, float Width, float Height, string Alternative) : Figure(Width, Height)
{
    public ImageFit Fit { get; init; }

    private protected override string? Seen => Alternative;

    private protected override DrawOperation Ink => new DrawImage(this);
}
