using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>Where title, time and body of a line stand.</summary>
internal abstract class LinePlace
{
    /// <summary>The time left of the axis, all else right of it.</summary>
    public static readonly LinePlace OnAxis = new AxisPlace();

    /// <summary>One column, the time at the end of the title's row: read in order by any software.</summary>
    public static readonly LinePlace InColumn = new ColumnPlace();

    /// <summary>A line that is only a title does not hold on to what comes after it.</summary>
    private static readonly Space End = new(0);

    public abstract Block Set(PaperKit kit, Text title, string time, float gap, IReadOnlyList<Block> under);

    private sealed class AxisPlace : LinePlace
    {
        public override Block Set(PaperKit kit, Text title, string time, float gap, IReadOnlyList<Block> under) =>
            Axis.Row(time, new Column(gap, [title, .. under, End]), kit.Dress.Side);
    }

    private sealed class ColumnPlace : LinePlace
    {
        private const float TimeWidth = 132;

        public override Block Set(PaperKit kit, Text title, string time, float gap, IReadOnlyList<Block> under) => new Column(
            gap,
            [
                time.Length == 0 ? title : new Row(10, RowCell.Share(title), RowCell.Fixed(TimeWidth, new Text(time, kit.Dress.Side with { LineHeight = kit.Dress.Title.LineHeight }) { Align = TextAlign.End })),
                .. under,
                End,
            ]);
    }
}
