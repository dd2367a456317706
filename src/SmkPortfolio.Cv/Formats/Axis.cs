using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>The axis of the page: a quiet label or date left of it, the content right of it.</summary>
internal static class Axis
{
    public const float Side = 112;
    public const float Gap = 14;

    public static Row Row(string label, Block content, TextStyle? style = null) => new(Gap, RowCell.Fixed(Side, new Text(label, style ?? Look.Side)), RowCell.Share(content));
}
