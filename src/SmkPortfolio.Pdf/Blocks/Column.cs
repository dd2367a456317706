using SmkPortfolio.Pdf.Layout;

namespace SmkPortfolio.Pdf;

/// <summary>Blocks under each other, with a gap between them.</summary>
public sealed record Column(float Gap, params IReadOnlyList<Block> Items) : Block
{
    internal override bool KeepsWithNext => Items is [.., { KeepsWithNext: true }];

    internal override Block Aligned(TextAlign align) => this with { Items = [.. Items.Select(item => item.Aligned(align))] };

    internal override Fragment? Lay(LayoutContext context, float width, float room, out Block? rest)
    {
        var placed = new List<(float Top, Fragment Fragment)>(Items.Count);
        Block? left = null;
        var height = 0f;
        var next = 0;
        while (next < Items.Count && left is null)
        {
            var top = height == 0 ? 0 : height + Gap;
            if (Items[next].Lay(context, width, room - top, out left) is not { } fragment)
            {
                left = Items[next];
                GiveBackHeadings(placed, ref next, ref left);
                break;
            }

            placed.Add((top, fragment));
            height = top + fragment.Height;
            next++;
            if (left is not null)
            {
                next--;
            }
        }

        rest = left is null ? null : next == 0 && placed.Count == 0 ? this : this with { Items = [left, .. Items.Skip(next + 1)] };
        if (left is not null && placed.Count == 0)
        {
            return null;
        }

        var column = new Fragment(placed.Count == 0 ? 0 : placed[^1].Top + placed[^1].Fragment.Height);
        foreach (var (top, fragment) in placed)
        {
            column.Add(0, top, fragment);
        }

        return column;
    }

    /// <summary>Headings at the foot of the page go over to the next one with what they head.</summary>
    private void GiveBackHeadings(List<(float Top, Fragment Fragment)> placed, ref int next, ref Block? left)
    {
        while (placed.Count > 0 && next > 0 && Items[next - 1].KeepsWithNext)
        {
            placed.RemoveAt(placed.Count - 1);
            next--;
            left = Items[next];
        }
    }
}
