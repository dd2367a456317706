using System.Text;

namespace SmkPortfolio.Pdf.Writing;

/// <summary>A picture as it is embedded.</summary>
/// <param name="Orientation">How the camera was held, as EXIF counts: 1 to 8.</param>
internal abstract record Picture(int Width, int Height, int Orientation)
{
    /// <summary>The kind of the file, for pages that show it as it is.</summary>
    public abstract string MediaType { get; }

    public abstract byte[] File { get; }

    /// <exception cref="ArgumentException">It is neither a JPEG nor a PNG that can be embedded.</exception>
    public static Picture Read(byte[] bytes) => PngPicture.IsPng(bytes) ? PngPicture.Read(bytes) : JpegPicture.Read(bytes);

    /// <summary>Writes the picture, and what belongs to it, as objects.</summary>
    public abstract void Write(PdfObjects objects, int id);

    /// <summary>
    /// The matrix that puts the picture upright into an area: filling it, what is too much at the sides or above being cut off, or whole in
    /// its middle.
    /// </summary>
    public float[] Placed(Area area, ImageFit fit)
    {
        var isTurned = Orientation >= 5;
        var (shownWidth, shownHeight) = isTurned ? (Height, Width) : (Width, Height);
        var (across, down) = ((area.Right - area.Left) / shownWidth, (area.Top - area.Bottom) / shownHeight);
        var scale = fit == ImageFit.Cover ? Math.Max(across, down) : Math.Min(across, down);
        var (w, h) = (shownWidth * scale, shownHeight * scale);
        var left = (area.Left + area.Right - w) / 2;
        var bottom = (area.Bottom + area.Top - h) / 2;
        return Orientation switch
        {
            2 => [-w, 0, 0, h, left + w, bottom],
            3 => [-w, 0, 0, -h, left + w, bottom + h],
            4 => [w, 0, 0, -h, left, bottom + h],
            5 => [0, -h, -w, 0, left + w, bottom + h],
            6 => [0, -h, w, 0, left, bottom + h],
            7 => [0, h, w, 0, left, bottom],
            8 => [0, h, -w, 0, left + w, bottom],
            _ => [w, 0, 0, h, left, bottom],
        };
    }

    protected byte[] Entries(string kind) => Encoding.ASCII.GetBytes(FormattableString.Invariant($"/Type/XObject/Subtype/Image/Width {Width}/Height {Height}") + kind);
}
