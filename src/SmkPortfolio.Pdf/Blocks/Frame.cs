using SmkPortfolio.Pdf.Layout;

namespace SmkPortfolio.Pdf;

/// <summary>A line along one edge of a frame or a cell.</summary>
public sealed record Edge(float Thickness, Color Color)
{
    /// <summary>No line where there would be one otherwise.</summary>
    public static readonly Edge None = new(0, Color.Black);

    /// <summary>Solid where nothing else is said.</summary>
    public EdgeKind Kind { get; init; }
}

/// <summary>How a line is drawn.</summary>
public enum EdgeKind
{
    Solid,
    Dashed,
    Dotted,
}

/// <summary>Distances in points.</summary>
public sealed record Insets(float Left, float Top, float Right, float Bottom)
{
    public static Insets All(float points) => new(points, points, points, points);

    public static Insets Of(float horizontal, float vertical) => new(horizontal, vertical, horizontal, vertical);
}

/// <summary>Padding, a ground and lines around a block; on every page that the block reaches.</summary>
public sealed record Frame(Block Content) : Block
{
    public Insets Padding { get; init; } = Insets.All(0);

    public Color? Fill { get; init; }

    public Edge? Left { get; init; }

    public Edge? Top { get; init; }

    public Edge? Right { get; init; }

    public Edge? Bottom { get; init; }

    internal override bool KeepsWithNext => Content.KeepsWithNext;

    internal override Fragment? Lay(LayoutContext context, float width, float room, out Block? rest)
    {
        var inner = Content.Lay(context, width - Padding.Left - Padding.Right, room - Padding.Top - Padding.Bottom, out var left);
        rest = inner is null ? this : left is null ? null : this with { Content = left };
        if (inner is null)
        {
            return null;
        }

        var frame = new Fragment(inner.Height + Padding.Top + Padding.Bottom);
        if (Fill is { } fill)
        {
            frame.Add(new DrawRectangle(0, 0, width, frame.Height, fill));
        }

        frame.AddLine(Left, 0, 0, Left?.Thickness ?? 0, frame.Height);
        frame.AddLine(Right, width - (Right?.Thickness ?? 0), 0, Right?.Thickness ?? 0, frame.Height);
        frame.AddLine(Top, 0, 0, width, Top?.Thickness ?? 0);
        frame.AddLine(Bottom, 0, frame.Height - (Bottom?.Thickness ?? 0), width, Bottom?.Thickness ?? 0);

        frame.Add(Padding.Left, Padding.Top, inner);
        return frame;
    }
}
