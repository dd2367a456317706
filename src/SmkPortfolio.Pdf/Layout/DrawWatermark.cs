using SmkPortfolio.Pdf.Typesetting;
using SmkPortfolio.Pdf.Writing;

namespace SmkPortfolio.Pdf.Layout;

/// <summary>A few words across the whole page, see-through, as decoration.</summary>
internal sealed record DrawWatermark(ShapedText Shaped, float Size, float Left, float Baseline, float Angle) : DrawOperation
{
    private const float Share = 0.72f;
    private const float LargestShare = 0.28f;
    private const float HalfCapital = 0.35f;
    private static readonly Color Grey = Color.FromRgb(0x7C868A);

    /// <summary>From the lower left to the upper right corner, as large as the diagonal allows.</summary>
    public static DrawWatermark Over(LayoutContext context, string words, PageFrame frame)
    {
        var shaped = context.Break(new Text(words.ReplaceLineEndings(" "), new TextStyle(1, 1, Grey, Bold: true)) { Field = "watermark" }, float.PositiveInfinity).Shaped;
        var width = shaped.Position[^1];
        var diagonal = MathF.Sqrt(frame.Width * frame.Width + frame.Height * frame.Height);
        var size = Math.Min(diagonal * Share / Math.Max(width, 0.1f), frame.Width * LargestShare);
        var angle = MathF.Atan2(frame.Height, frame.Width);
        var (along, up) = (width * size / 2, HalfCapital * size);
        return new DrawWatermark(
            shaped,
            size,
            frame.Width / 2 - along * MathF.Cos(angle) + up * MathF.Sin(angle),
            frame.Height / 2 + along * MathF.Sin(angle) + up * MathF.Cos(angle),
            angle);
    }

    public override void Paint(PagePainter painter, float x, float y, StructureElement? element, bool isOwn) => painter.Watermark(Shaped, Size, Grey, Left, Baseline, Angle);
}
