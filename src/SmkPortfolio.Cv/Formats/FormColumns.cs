using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>The column at the left of a form's part, with the part's name.</summary>
internal static class FormColumns
{
    /// <summary>A part with more rows is divided over pages: its name stands in the head, which is drawn again.</summary>
    private const int MostRowsWhole = 14;

    public static bool IsWhole(int rows) => rows <= MostRowsWhole;

    /// <summary>One cell over the head and all rows, or one in the head and beneath it cells without lines, between which a page may end.</summary>
    public static IEnumerable<GridCell> Name(GridCell name, int rows)
    {
        if (IsWhole(rows))
        {
            return [name with { RowSpan = rows + 1 }];
        }

        return [name with { Bottom = Edge.None }, .. Enumerable.Range(1, rows).Select(row => new GridCell(row, 0, new Space(0)) { Fill = name.Fill, Top = Edge.None, Bottom = row < rows ? Edge.None : null })];
    }
}
