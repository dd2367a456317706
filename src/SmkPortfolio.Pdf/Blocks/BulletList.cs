using SmkPortfolio.Pdf.Layout;

namespace SmkPortfolio.Pdf;

/// <summary>A list of short paragraphs.</summary>
public sealed record BulletList(IReadOnlyList<IReadOnlyList<Span>> Items, TextStyle Style) : Block
{
    public float Gap { get; init; } = 2;

    public float Indent { get; init; } = 11;

    /// <summary>See <see cref="Text.Field"/>.</summary>
    public string Field { get; init; } = "";

    internal override Fragment? Lay(LayoutContext context, float width, float room, out Block? rest)
    {
        var items = Items.Select(item => (Block)new Group(new ElementSlot("LI"), new Row(
            0,
            RowCell.Fixed(Indent, new Text("•", Style) { Role = TextRole.Label }),
            RowCell.Share(new Text(item, Style) { Role = TextRole.ListBody, Field = Field }))));
        return new Group(new ElementSlot("L"), new Column(Gap, [.. items])).Lay(context, width, room, out rest);
    }
}
