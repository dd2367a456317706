namespace SmkPortfolio.Pdf.Layout;

/// <summary>A table on its way over pages.</summary>
internal sealed record TableFlow(Table Source) : Block
{
    private readonly ElementSlot tableElement = new("Table");
    private readonly ElementSlot headElement = new("THead");
    private readonly ElementSlot bodyElement = new("TBody");

    /// <summary>The first row that is not set yet, and what is left of it when it was divided.</summary>
    private int From { get; init; }

    private Block? Begun { get; init; }

    /// <summary>The head is so high that it is set once, as a row, and never again.</summary>
    private bool IsHeadless { get; init; }

    internal override Fragment? Lay(LayoutContext context, float width, float room, out Block? rest)
    {
        rest = this;
        var isContinued = From > 0 || Begun is not null;
        // Whole or not at all: what would be left of a head is set nowhere.
        var head = IsHeadless ? new Fragment(0) : Line(Source.Head, "TH", isHead: true).Lay(context, width, float.PositiveInfinity, out _);
        if (head is null || head.Height > room)
        {
            return WithoutHead(context, width, room, out rest);
        }

        var body = new Fragment(0, bodyElement);
        var y = 0f;
        var next = From;
        var begun = Begun;
        while (next < Source.Rows.Count)
        {
            var row = begun ?? Line(Source.Rows[next], "TD", isHead: false);
            var fragment = row.Lay(context, width, room - head.Height - y, out begun);
            if (fragment is null || begun is not null && !IsLongerThanPage(context, row, width, head.Height))
            {
                begun = ReferenceEquals(row, Begun) ? Begun : null;
                break;
            }

            body.Add(0, y, fragment);
            y += fragment.Height;
            if (begun is not null)
            {
                break;
            }

            next++;
        }

        if (y == 0 && Source.Rows.Count > 0)
        {
            return WithoutHead(context, width, room, out rest);
        }

        rest = next < Source.Rows.Count ? this with { From = next, Begun = begun } : null;
        return Assemble(head, body, y, isContinued);
    }

    /// <summary>Where a page is not enough for the head and a row, the head becomes a row.</summary>
    private Fragment? WithoutHead(LayoutContext context, float width, float room, out Block? rest)
    {
        rest = this;
        if (!context.MustDivide || IsHeadless)
        {
            return null;
        }

        var isBegun = From > 0 || Begun is not null;
        var headless = this with { IsHeadless = true, Source = isBegun ? Source : Source with { Rows = [Source.Head, .. Source.Rows] } };
        return headless.Lay(context, width, room, out rest);
    }

    private Fragment Assemble(Fragment head, Fragment body, float bodyHeight, bool isContinued)
    {
        var table = new Fragment(head.Height + bodyHeight, tableElement);
        // A repeated head is decoration: it has been read already.
        if (!IsHeadless)
        {
            var top = new Fragment(head.Height, isContinued ? ElementSlot.Artifact : headElement);
            top.Add(0, 0, head);
            table.Add(0, 0, top);
        }

        table.Add(0, head.Height, body);
        return table;
    }

    private static bool IsLongerThanPage(LayoutContext context, Block row, float width, float headHeight) =>
        context.MustDivide || row.Lay(context, width, float.PositiveInfinity, out _)?.Height > context.PageHeight - headHeight;

    private Group Line(IReadOnlyList<Block> cells, string cellType, bool isHead)
    {
        var scope = isHead ? "Column" : null;
        var row = new Row(0, [.. cells.Select((cell, i) => new RowCell(
            new Group(new ElementSlot(cellType) { Scope = scope }, new Frame(cell) { Padding = Source.CellPadding }),
            Source.Columns[i].Width,
            Source.Columns[i].IsShare))]);
        return new Group(new ElementSlot("TR"), new Frame(row) { Fill = isHead ? Source.HeadFill : null, Bottom = isHead ? Source.HeadLine : Source.RowLine });
    }
}
