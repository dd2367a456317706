namespace SmkPortfolio.Pdf.Layout;

/// <summary>A grid whose cells do not fit together is a mistake of the template, said at once.</summary>
internal static class GridCheck
{
    public static void Check(Grid grid)
    {
        if (grid.HeadRows < 0 || grid.HeadRows >= grid.Rows.Count)
        {
            throw new ArgumentException("A grid needs rows beneath its head.");
        }

        var taken = new bool[grid.Rows.Count, grid.Columns.Count];
        foreach (var cell in grid.Cells)
        {
            if (cell.Row < 0 || cell.Column < 0 || cell.RowSpan < 1 || cell.ColumnSpan < 1
                || cell.Row + cell.RowSpan > grid.Rows.Count || cell.Column + cell.ColumnSpan > grid.Columns.Count
                || cell.Row < grid.HeadRows && cell.Row + cell.RowSpan > grid.HeadRows)
            {
                throw new ArgumentException(FormattableString.Invariant($"The cell in row {cell.Row}, column {cell.Column} reaches out of its grid or out of its head."));
            }

            Take(taken, cell);
        }
    }

    private static void Take(bool[,] taken, GridCell cell)
    {
        for (var row = cell.Row; row < cell.Row + cell.RowSpan; row++)
        {
            for (var column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
            {
                if (taken[row, column])
                {
                    throw new ArgumentException(FormattableString.Invariant($"Two cells of a grid stand in row {row}, column {column}."));
                }

                taken[row, column] = true;
            }
        }
    }
}
