using SmkPortfolio.Pdf.Layout;

namespace SmkPortfolio.Pdf;

/// <summary>A cell of a row: a fixed width in points, or a share of what is left.</summary>
public sealed record RowCell(Block Content, float Width, bool IsShare)
{
    public static RowCell Fixed(float points, Block content) => new(content, points, IsShare: false);

    public static RowCell Share(Block content, float share = 1) => new(content, share, IsShare: true);
}

/// <summary>Blocks beside each other, their tops in line; each goes on to the next page by itself.</summary>
public sealed record Row(float Gap, params IReadOnlyList<RowCell> Cells) : Block
{
    internal override bool KeepsWithNext => Cells.Any(c => c.Content.KeepsWithNext);

    internal override Fragment? Lay(LayoutContext context, float width, float room, out Block? rest)
    {
        rest = this;
        var widths = Widths([.. Cells.Select(c => (c.Width, c.IsShare))], Gap, width);
        var fragments = new Fragment[Cells.Count];
        var left = new RowCell[Cells.Count];
        var goesOn = false;
        var height = 0f;
        for (var i = 0; i < Cells.Count; i++)
        {
            if (Cells[i].Content.Lay(context, widths[i], room, out var more) is not { } fragment)
            {
                return null;
            }

            fragments[i] = fragment;
            height = Math.Max(height, fragment.Height);
            left[i] = Cells[i] with { Content = more ?? new Space(0) };
            goesOn |= more is not null;
        }

        if (goesOn)
        {
            HoldTogether(fragments, left);
        }

        var row = new Fragment(height);
        var x = 0f;
        for (var i = 0; i < fragments.Length; i++)
        {
            row.Add(x, 0, fragments[i]);
            x += widths[i] + Gap;
        }

        rest = goesOn ? this with { Cells = left } : null;
        return row;
    }

    /// <summary>What goes on to the next page stays beside its beginning in the structure: otherwise it would be read after the cells to its right.</summary>
    private void HoldTogether(Fragment[] fragments, RowCell[] left)
    {
        for (var i = 0; i < Cells.Count - 1; i++)
        {
            if (Cells[i].Content is Text or Section or Group { Element: not null } or TextFlow or TableFlow or GridFlow or Space)
            {
                continue;
            }

            var element = new ElementSlot("Div");
            var held = new Fragment(fragments[i].Height, element);
            held.Add(0, 0, fragments[i]);
            fragments[i] = held;
            left[i] = left[i] with { Content = new Group(element, left[i].Content) };
        }
    }

    internal static float[] Widths(IReadOnlyList<(float Width, bool IsShare)> cells, float gap, float width)
    {
        var shared = width - gap * (cells.Count - 1) - cells.Where(c => !c.IsShare).Sum(c => c.Width);
        var shares = cells.Where(c => c.IsShare).Sum(c => c.Width);
        return [.. cells.Select(c => c.IsShare ? Math.Max(1, shared) * c.Width / shares : c.Width)];
    }
}
