using System.Runtime.InteropServices;

namespace SmkPortfolio.Pdf;

/// <summary>An outline: y grows downwards, from the top left corner of the drawing. Immutable; each step gives a new path.</summary>
public sealed class VectorPath
{
    private const float CircleFactor = 0.5523f;
    private readonly List<float> steps = [];

    internal enum Step
    {
        Move,
        Line,
        Curve,
        Rectangle,
        Close,
    }

    /// <summary>Steps as numbers: the kind, then its coordinates.</summary>
    internal ReadOnlySpan<float> Steps => CollectionsMarshal.AsSpan(steps);

    public VectorPath MoveTo(float x, float y) => With(Step.Move, x, y);

    public VectorPath LineTo(float x, float y) => With(Step.Line, x, y);

    public VectorPath CurveTo(float x1, float y1, float x2, float y2, float x, float y) => With(Step.Curve, x1, y1, x2, y2, x, y);

    public VectorPath Rectangle(float x, float y, float width, float height) => With(Step.Rectangle, x, y, width, height);

    public VectorPath Close() => With(Step.Close);

    public VectorPath Circle(float x, float y, float radius)
    {
        var k = radius * CircleFactor;
        return MoveTo(x + radius, y)
            .CurveTo(x + radius, y + k, x + k, y + radius, x, y + radius)
            .CurveTo(x - k, y + radius, x - radius, y + k, x - radius, y)
            .CurveTo(x - radius, y - k, x - k, y - radius, x, y - radius)
            .CurveTo(x + k, y - radius, x + radius, y - k, x + radius, y)
            .Close();
    }

    internal static int CoordinatesOf(Step step) => step switch
    {
        Step.Move or Step.Line => 2,
        Step.Curve => 6,
        Step.Rectangle => 4,
        Step.Close => 0,
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    private VectorPath With(Step step, params ReadOnlySpan<float> coordinates)
    {
        var path = new VectorPath();
        path.steps.AddRange(steps);
        path.steps.Add((float)step);
        path.steps.AddRange(coordinates);
        return path;
    }
}
