namespace SmkPortfolio.Pdf.Layout;

/// <summary>The lines of a grid: each stretch between two crossings once, joined to long strokes, the heaviest drawn last.</summary>
internal sealed class GridLines
{
    private readonly Grid grid;
    private readonly int rows;
    private readonly int columns;

    /// <summary>For each stretch the line, and whether a cell asked for it.</summary>
    private readonly (Edge? Edge, bool IsOwn)[,] flat;
    private readonly (Edge? Edge, bool IsOwn)[,] upright;

    /// <param name="isOpened">Rows of the grid stand on the page before.</param>
    /// <param name="isCut">Rows of the grid, or the rest of its last one, stand on the next page.</param>
    public GridLines(Grid grid, int rows, IReadOnlyList<FlowCell> cells, bool isOpened, bool isCut)
    {
        (this.grid, this.rows, columns) = (grid, rows, grid.Columns.Count);
        flat = new (Edge?, bool)[rows + 1, columns];
        upright = new (Edge?, bool)[rows, columns + 1];
        foreach (var cell in cells)
        {
            for (var column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
            {
                Claim(ref flat[cell.Row, column], isOpened && cell.Row == 0 && cell.Source.Row > 0 ? OverFrame(cell.Source.Top) : cell.Source.Top, cell.Row == 0);
                Claim(ref flat[cell.EndRow, column], isCut && cell.EndRow == rows && cell.Source.Row + cell.Source.RowSpan < grid.Rows.Count ? OverFrame(cell.Source.Bottom) : cell.Source.Bottom, cell.EndRow == rows);
            }

            for (var row = cell.Row; row < cell.EndRow; row++)
            {
                Claim(ref upright[row, cell.Column], cell.Source.Left, cell.Column == 0);
                Claim(ref upright[row, cell.Column + cell.ColumnSpan], cell.Source.Right, cell.Column + cell.ColumnSpan == columns);
            }
        }
    }

    public void AddTo(Fragment table, float[] heights)
    {
        var strokes = new List<(Edge Edge, float X, float Y, float Length, bool IsFlat)>();
        var tops = Sums(heights);
        var lefts = Sums([.. grid.Columns]);
        for (var line = 0; line <= rows; line++)
        {
            foreach (var (edge, from, to) in Runs(columns, i => flat[line, i].Edge))
            {
                strokes.Add((edge, lefts[from], tops[line], lefts[to] - lefts[from], true));
            }
        }

        for (var line = 0; line <= columns; line++)
        {
            foreach (var (edge, from, to) in Runs(rows, i => upright[i, line].Edge))
            {
                strokes.Add((edge, lefts[line], tops[from], tops[to] - tops[from], false));
            }
        }

        foreach (var (edge, x, y, length, isFlat) in strokes.OrderBy(s => s.Edge.Thickness))
        {
            var half = edge.Thickness / 2;
            // Solid lines reach to the outer side of the lines they meet, so that corners are closed.
            var more = edge.Kind == EdgeKind.Solid ? half : 0;
            var (left, top) = isFlat ? (x - more, y - half) : (x - half, y - more);
            table.AddLine(edge, left, top, isFlat ? length + 2 * more : edge.Thickness, isFlat ? edge.Thickness : length + 2 * more);
        }
    }

    /// <summary>What a cell says of the line to its neighbour; where the neighbour stands on another page the frame is closed instead, unless this line is heavier.</summary>
    private Edge? OverFrame(Edge? own) => own?.Thickness > (grid.Outer?.Thickness ?? 0) ? own : null;

    private void Claim(ref (Edge? Edge, bool IsOwn) stretch, Edge? own, bool isOuter)
    {
        var edge = own ?? (isOuter ? grid.Outer : grid.Inner);
        var isOwn = own is not null;
        if (stretch.Edge is null || isOwn && !stretch.IsOwn || isOwn == stretch.IsOwn && edge?.Thickness > stretch.Edge.Thickness)
        {
            stretch = (edge, isOwn);
        }
    }

    private static IEnumerable<(Edge Edge, int From, int To)> Runs(int count, Func<int, Edge?> at)
    {
        for (var from = 0; from < count;)
        {
            var edge = at(from);
            var to = from + 1;
            while (to < count && at(to) == edge)
            {
                to++;
            }

            if (edge is { Thickness: > 0 })
            {
                yield return (edge, from, to);
            }

            from = to;
        }
    }

    private static float[] Sums(float[] values)
    {
        var sums = new float[values.Length + 1];
        for (var i = 0; i < values.Length; i++)
        {
            sums[i + 1] = sums[i] + values[i];
        }

        return sums;
    }
}
