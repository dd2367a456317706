using SmkPortfolio.Pdf.Layout;

namespace SmkPortfolio.Pdf;

/// <summary>A filled or stroked outline in a drawing's own units.</summary>
/// <param name="Path">The outline.</param>
/// <param name="Color">Of the ground, or of the line when <paramref name="Stroke"/> is larger than 0.</param>
/// <param name="Stroke">Thickness of the line; 0 fills.</param>
public sealed record Shape(VectorPath Path, Color Color, float Stroke = 0);

/// <summary>A drawing of fixed size made of shapes; decoration when it has no alternative text.</summary>
public sealed record Drawing(float Width, float Height, float ViewWidth, float ViewHeight, params IReadOnlyList<Shape> Shapes) : Figure(Width, Height)
{
    /// <summary>What is to be seen, in words; null for decoration.</summary>
    public string? Alternative { get; init; }

    private protected override string? Seen => Alternative;

    private protected override DrawOperation Ink => new DrawShapes(this);
}
