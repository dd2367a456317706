using SmkPortfolio.Pdf.Typesetting;

namespace SmkPortfolio.Pdf.Writing;

/// <summary>Where pages are painted: into a PDF, or as a picture for the screen. Coordinates come from the top left, in points.</summary>
internal abstract class PagePainter
{
    public const float DashLength = 2.4f;
    public const float DashGap = 1.8f;
    public const float DotDistance = 2.5f;

    /// <summary>The line around letters that stands in for a bold face, as a share of their size.</summary>
    public const float HeavyLine = 0.03f;

    /// <summary>How much of a watermark is seen.</summary>
    public const float WatermarkOpacity = 0.22f;

    public abstract int PageIndex { get; }

    public abstract Area BoxAt(float x, float y, float width, float height);

    public abstract void AddOutline(string title, int level, float y);

    public abstract void Rectangle(float x, float y, float width, float height, Color fill);

    public abstract void Dashes(float fromX, float fromY, float toX, float toY, Edge edge);

    public abstract void Image(Image picture, float x, float y, StructureElement? element);

    public abstract void Bitmap(Bitmap picture, float x, float y, StructureElement? element);

    public abstract void Shapes(Drawing drawing, float x, float y, StructureElement? element);

    /// <summary>Sets characters of a shaped text, all of one segment.</summary>
    public abstract void Glyphs(GlyphStretch stretch, Segment segment, float textSize, Color textColor, float x, float baseline, StructureElement? element);

    /// <summary>Large see-through words, turned against the clock by an angle.</summary>
    public abstract void Watermark(ShapedText shaped, float textSize, Color textColor, float x, float baseline, float angle);

    public abstract void Link(float x, float y, float width, float height, string address, string description, StructureElement element);
}
