using SmkPortfolio.Pdf.Layout;

namespace SmkPortfolio.Pdf;

/// <summary>A column of a table: a fixed width in points, or a share of what is left.</summary>
public sealed record TableColumn(float Width, bool IsShare = false);

/// <summary>A table whose head is drawn again on every page. A row stays whole unless it is longer than a page.</summary>
public sealed record Table(IReadOnlyList<TableColumn> Columns, IReadOnlyList<Block> Head, IReadOnlyList<IReadOnlyList<Block>> Rows) : Block
{
    public Insets CellPadding { get; init; } = Insets.Of(4, 3);

    public Color? HeadFill { get; init; }

    public Edge? HeadLine { get; init; }

    public Edge? RowLine { get; init; }

    internal override Fragment? Lay(LayoutContext context, float width, float room, out Block? rest) => new TableFlow(this).Lay(context, width, room, out rest);
}
