namespace SmkPortfolio.Pdf.Layout;

/// <summary>A row that is still to be set; all its parts share one element.</summary>
internal sealed record FlowRow(float Height, bool Grows, ElementSlot Element);

/// <summary>A cell that is still to be set, or what is left of it; all its parts share one element.</summary>
internal sealed record FlowCell(GridCell Source, int Row, int RowSpan, Block Content, ElementSlot Element)
{
    public int Column => Source.Column;

    public int ColumnSpan => Source.ColumnSpan;

    public int EndRow => Row + RowSpan;

    public bool Covers(int row) => Row <= row && row < EndRow;
}

/// <summary>A grid on its way over pages.</summary>
internal sealed record GridFlow(Grid Source, IReadOnlyList<FlowRow> Rows, IReadOnlyList<FlowCell> Cells, ElementSlot Table, ElementSlot Head, ElementSlot Body) : Block
{
    private const float Tolerance = 0.01f;

    private bool IsContinued { get; init; }

    public static GridFlow Start(Grid grid)
    {
        GridCheck.Check(grid);
        var taken = new bool[grid.Rows.Count, grid.Columns.Count];
        foreach (var cell in grid.Cells)
        {
            for (var row = cell.Row; row < cell.Row + cell.RowSpan; row++)
            {
                for (var column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
                {
                    taken[row, column] = true;
                }
            }
        }

        var all = new List<GridCell>(grid.Cells);
        for (var row = 0; row < grid.Rows.Count; row++)
        {
            for (var column = 0; column < grid.Columns.Count; column++)
            {
                if (!taken[row, column])
                {
                    all.Add(new GridCell(row, column, new Space(0)));
                }
            }
        }

        return new GridFlow(
            grid,
            [.. grid.Rows.Select(r => new FlowRow(r.Height, r.Grows, new ElementSlot("TR")))],
            [.. all.OrderBy(c => c.Row).ThenBy(c => c.Column).Select(c => new FlowCell(c, c.Row, c.RowSpan, c.Content.Aligned(c.Horizontal), SlotOf(c)))],
            new ElementSlot("Table"),
            new ElementSlot("THead"),
            new ElementSlot("TBody"));
    }

    internal override Fragment? Lay(LayoutContext context, float width, float room, out Block? rest)
    {
        var heads = Source.HeadRows;
        var laid = Measure(context, Rows, Cells);
        var headHeight = laid.HeightOf(0, heads);
        var end = LastBreak(laid, heads, room);
        if (end == Rows.Count)
        {
            rest = null;
            return Assemble(laid, isCut: false);
        }

        if (end > heads)
        {
            return Cut(context, end, out rest);
        }

        // Nothing fits whole: it goes to the next page, unless it is longer than that.
        rest = this;
        var first = Enumerable.Range(heads + 1, Rows.Count - heads).First(row => IsFree(row, Cells));
        if (!context.MustDivide && laid.HeightOf(heads, first) <= context.PageHeight - headHeight + Tolerance)
        {
            return null;
        }

        var whole = heads;
        while (whole < first && headHeight + laid.HeightOf(heads, whole + 1) <= room + Tolerance)
        {
            whole++;
        }

        return whole > heads ? Cut(context, whole, out rest)
            : !context.MustDivide && room < context.PageHeight - Tolerance && laid.Heights[heads] <= context.PageHeight - headHeight ? null
            : Divide(context, heads, room - headHeight, out rest);
    }

    private static ElementSlot SlotOf(GridCell cell) => new(cell.Header == CellHeader.None ? "TD" : "TH")
    {
        Scope = cell.Header == CellHeader.None ? null : cell.Header.ToString(),
        RowSpan = cell.RowSpan,
        ColumnSpan = cell.ColumnSpan,
    };

    /// <summary>True when no cell reaches over the line above a row.</summary>
    private static bool IsFree(int row, IReadOnlyList<FlowCell> cells) => !cells.Any(c => c.Row < row && c.EndRow > row);

    private int LastBreak(LaidGrid laid, int heads, float room)
    {
        var (last, height) = (0, 0f);
        for (var row = 0; row < Rows.Count; row++)
        {
            height += laid.Heights[row];
            if (height > room + Tolerance)
            {
                break;
            }

            last = row + 1 >= heads && IsFree(row + 1, Cells) ? row + 1 : last;
        }

        return last;
    }

    /// <summary>The rows before <paramref name="end"/> now, the others on the next page; a cell that reaches over is divided.</summary>
    private Fragment? Cut(LayoutContext context, int end, out Block? rest)
    {
        var (now, later) = (new List<FlowCell>(), new List<FlowCell>());
        var measured = Measure(context, Rows, Cells);
        foreach (var cell in Cells)
        {
            if (cell.EndRow <= end)
            {
                now.Add(cell);
            }
            else if (cell.Row >= end)
            {
                later.Add(cell);
            }
            else
            {
                var padding = cell.Source.Padding ?? Source.CellPadding;
                var room = measured.HeightOf(cell.Row, end) - padding.Top - padding.Bottom;
                var fragment = cell.Content.Lay(context, InnerWidth(cell, padding), room, out var left);
                now.Add(cell with { RowSpan = end - cell.Row, Content = fragment is null ? new Space(0) : new Laid(fragment) });
                later.Add(cell with { Row = end, RowSpan = cell.EndRow - end, Content = left ?? new Space(0) });
            }
        }

        rest = Following(later, end, Rows);
        return Assemble(Measure(context, [.. Rows.Take(end)], now), isCut: true);
    }

    /// <summary>A row that is longer than a page: what fits of each cell now, the rest on the next page.</summary>
    private Fragment? Divide(LayoutContext context, int row, float room, out Block? rest)
    {
        var (now, later) = (new List<FlowCell>(), new List<FlowCell>());
        foreach (var cell in Cells)
        {
            if (!cell.Covers(row))
            {
                (cell.Row < row ? now : later).Add(cell);
                continue;
            }

            var padding = cell.Source.Padding ?? Source.CellPadding;
            var fragment = cell.Content.Lay(context, InnerWidth(cell, padding), room - padding.Top - padding.Bottom, out var left);
            now.Add(cell with { RowSpan = 1, Content = fragment is null ? new Space(0) : new Laid(fragment) });
            later.Add(cell with { Content = left ?? new Space(0) });
        }

        var rows = Rows.ToArray();
        rows[row] = rows[row] with { Height = 0, Grows = true };
        rest = Following(later, row, rows);
        FlowRow part = rows[row] with { Height = Math.Min(Rows[row].Height, room) };
        return now.Any(c => c.Row == row && c.Content is Laid) ? Assemble(Measure(context, [.. rows.Take(row), part], now), isCut: true) : null;
    }

    private GridFlow Following(IEnumerable<FlowCell> later, int end, IReadOnlyList<FlowRow> rows)
    {
        var heads = Source.HeadRows;
        return this with
        {
            IsContinued = true,
            Rows = [.. rows.Take(heads), .. rows.Skip(end)],
            Cells = [.. Cells.Where(c => c.Row < heads), .. later.Select(c => c with { Row = c.Row - end + heads })],
        };
    }

    private float InnerWidth(FlowCell cell, Insets padding) => Source.Columns.Skip(cell.Column).Take(cell.ColumnSpan).Sum() - padding.Left - padding.Right;

    private LaidGrid Measure(LayoutContext context, IReadOnlyList<FlowRow> rows, IReadOnlyList<FlowCell> cells)
    {
        var heights = rows.Select(r => r.Height).ToArray();
        var fragments = new Fragment?[cells.Count];
        // Cells of one row first, so that those that span know what room there is.
        foreach (var i in Enumerable.Range(0, cells.Count).OrderBy(i => cells[i].RowSpan))
        {
            var cell = cells[i];
            var padding = cell.Source.Padding ?? Source.CellPadding;
            var width = InnerWidth(cell, padding);
            var own = rows.Skip(cell.Row).Take(cell.RowSpan).ToList();
            var room = heights.AsSpan(cell.Row, cell.RowSpan).Sum();
            var fragment = own.Any(r => r.Grows) ? cell.Content.Lay(context, width, float.PositiveInfinity, out _) : Fit.Shrunk(context, cell.Content, width, room - padding.Top - padding.Bottom);
            fragments[i] = fragment;
            var more = (fragment?.Height ?? 0) is var height && height > 0 ? height + padding.Top + padding.Bottom - room : 0;
            if (more > Tolerance)
            {
                var last = own.FindLastIndex(r => r.Grows);
                heights[cell.Row + (last < 0 ? own.Count - 1 : last)] += more;
            }
        }

        return new LaidGrid(rows, cells, heights, fragments);
    }

    private Fragment Assemble(LaidGrid laid, bool isCut)
    {
        var heads = Source.HeadRows;
        var table = new Fragment(laid.HeightOf(0, laid.Rows.Count), Table);
        AddFills(table, laid);
        if (heads > 0)
        {
            // A repeated head is decoration: it has been read already.
            table.Add(0, 0, Part(laid, 0, heads, IsContinued ? ElementSlot.Artifact : Head));
        }

        table.Add(0, laid.HeightOf(0, heads), Part(laid, heads, laid.Rows.Count, Body));
        new GridLines(Source, laid.Rows.Count, laid.Cells, IsContinued, isCut).AddTo(table, laid.Heights);
        return table;
    }

    private Fragment Part(LaidGrid laid, int from, int to, ElementSlot element)
    {
        var part = new Fragment(laid.HeightOf(from, to), element);
        var y = 0f;
        for (var row = from; row < to; row++)
        {
            var line = new Fragment(laid.Heights[row], laid.Rows[row].Element);
            foreach (var (cell, inner) in laid.Cells.Zip(laid.Fragments).Where(pair => pair.First.Row == row).OrderBy(pair => pair.First.Column))
            {
                var padding = cell.Source.Padding ?? Source.CellPadding;
                var height = laid.HeightOf(row, cell.EndRow);
                var box = new Fragment(height, cell.Element);
                if (inner is not null)
                {
                    var free = Math.Max(0, height - padding.Top - padding.Bottom - inner.Height);
                    box.Add(padding.Left, padding.Top + free * cell.Source.Vertical.Share(), inner);
                }

                line.Add(Source.Columns.Take(cell.Column).Sum(), 0, box);
            }

            part.Add(0, y, line);
            y += laid.Heights[row];
        }

        return part;
    }

    private void AddFills(Fragment table, LaidGrid laid)
    {
        foreach (var cell in laid.Cells)
        {
            if (cell.Source.Fill is { } fill)
            {
                table.Add(new DrawRectangle(
                    Source.Columns.Take(cell.Column).Sum(), laid.HeightOf(0, cell.Row), Source.Columns.Skip(cell.Column).Take(cell.ColumnSpan).Sum(), laid.HeightOf(cell.Row, cell.EndRow), fill));
            }
        }
    }

    private sealed record LaidGrid(IReadOnlyList<FlowRow> Rows, IReadOnlyList<FlowCell> Cells, float[] Heights, Fragment?[] Fragments)
    {
        public float HeightOf(int from, int to) => Heights.AsSpan(from, to - from).Sum();
    }

    /// <summary>Content that was laid out when its cell was divided.</summary>
    private sealed record Laid(Fragment Fragment) : Block
    {
        internal override Fragment? Lay(LayoutContext context, float width, float room, out Block? rest)
        {
            rest = null;
            return Fragment;
        }
    }
}

internal static class SpanSum
{
    public static float Sum(this Span<float> values)
    {
        var sum = 0f;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }
}
