using SmkPortfolio.Pdf.Layout;

namespace SmkPortfolio.Pdf;

/// <summary>Blocks over each other, each from the same top left corner, the first at the bottom; as high as the highest, and never divided.</summary>
public sealed record Layers(params IReadOnlyList<Block> Items) : Block
{
    internal override Fragment? Lay(LayoutContext context, float width, float room, out Block? rest)
    {
        var fragments = new List<Fragment>(Items.Count);
        rest = this;
        foreach (var item in Items)
        {
            if (item.Lay(context, width, room, out var left) is not { } fragment || left is not null)
            {
                return null;
            }

            fragments.Add(fragment);
        }

        rest = null;
        var layers = new Fragment(fragments.Select(f => f.Height).DefaultIfEmpty(0).Max());
        foreach (var fragment in fragments)
        {
            layers.Add(0, 0, fragment);
        }

        return layers;
    }
}
