using SmkPortfolio.Pdf.Layout;

namespace SmkPortfolio.Pdf;

/// <summary>Where content stands within a larger height.</summary>
public enum VerticalAlign
{
    Top,
    Middle,
    Bottom,
}

/// <summary>What a cell heads, for readers' software.</summary>
public enum CellHeader
{
    /// <summary>Nothing: it is data.</summary>
    None,
    Column,
    Row,
    Both,
}

/// <summary>A row of a grid.</summary>
/// <param name="Height">In points, lines included.</param>
/// <param name="Grows">The height is the least one, and texts keep their size; otherwise texts that may shrink do so first, and the row grows only rather than lose words.</param>
public sealed record GridRow(float Height, bool Grows = false);

/// <summary>A cell of a grid; rows and columns count from 0.</summary>
public sealed record GridCell(int Row, int Column, Block Content)
{
    public int RowSpan { get; init; } = 1;

    public int ColumnSpan { get; init; } = 1;

    /// <summary>Null takes the grid's.</summary>
    public Insets? Padding { get; init; }

    public Color? Fill { get; init; }

    /// <summary>For texts, pictures and drawings that do not say it themselves.</summary>
    public TextAlign Horizontal { get; init; }

    public VerticalAlign Vertical { get; init; } = VerticalAlign.Middle;

    public CellHeader Header { get; init; }

    /// <summary>Null takes the grid's line; <see cref="Edge.None"/> draws none. What a cell says goes before the grid, of two neighbours the heavier line.</summary>
    public Edge? Left { get; init; }

    /// <inheritdoc cref="Left"/>
    public Edge? Top { get; init; }

    /// <inheritdoc cref="Left"/>
    public Edge? Right { get; init; }

    /// <inheritdoc cref="Left"/>
    public Edge? Bottom { get; init; }
}

/// <summary>
/// A form drawn cell by cell: columns of fixed width, rows of fixed or least height, cells that span, lines each of its own kind. Places
/// without a cell are empty cells. It is divided between rows only, and a row only when it is longer than a page.
/// </summary>
/// <param name="Columns">Widths in points.</param>
/// <param name="Rows">Heights in points.</param>
/// <param name="Cells">In any order; two in one place are an <see cref="ArgumentException"/>.</param>
public sealed record Grid(IReadOnlyList<float> Columns, IReadOnlyList<GridRow> Rows, IReadOnlyList<GridCell> Cells) : Block
{
    /// <summary>The frame.</summary>
    public Edge? Outer { get; init; }

    /// <summary>The lines between cells.</summary>
    public Edge? Inner { get; init; }

    public Insets CellPadding { get; init; } = Insets.Of(3, 2);

    /// <summary>So many rows at the top are the head, drawn again on every page.</summary>
    public int HeadRows { get; init; }

    internal override Block Aligned(TextAlign align) => align is TextAlign.Center or TextAlign.End ? new Shifted(this, Columns.Sum(), align) : this;

    internal override Fragment? Lay(LayoutContext context, float width, float room, out Block? rest) => GridFlow.Start(this).Lay(context, width, room, out rest);
}

internal static class VerticalAlignShare
{
    /// <summary>How much of the free height stands above.</summary>
    public static float Share(this VerticalAlign align) => align switch { VerticalAlign.Top => 0, VerticalAlign.Middle => 0.5f, _ => 1 };
}
