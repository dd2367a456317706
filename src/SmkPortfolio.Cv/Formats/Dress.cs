using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>The letters and gaps of one paper. A paper that would grow too long is set tighter; no word is dropped for it.</summary>
internal sealed record Dress
{
    private const float Smallest = 7.4f;

    public static readonly Dress Usual = new();

    public TextStyle Heading { get; init; } = Look.Heading;
    public TextStyle Title { get; init; } = Look.Entry;
    public TextStyle Body { get; init; } = Look.Body;
    public TextStyle Side { get; init; } = Look.Side;
    public TextStyle Small { get; init; } = Look.Small;
    public TextStyle Mark { get; init; } = Look.Mark;

    /// <summary>Between sections.</summary>
    public float Gap { get; init; } = 16;

    /// <summary>Between a section's title and its body.</summary>
    public float UnderHeading { get; init; } = 7;

    /// <summary>Between lines of a section.</summary>
    public float LineGap { get; init; } = 11;

    /// <summary>Lines may run on over the foot of a page; else each of them stays whole, which leaves room empty.</summary>
    public bool Breaks { get; init; }

    /// <summary>What is short stands beside each other instead of beneath, and small parts share a title; for formats that know how.</summary>
    public bool IsDense { get; init; }

    /// <summary>All of it smaller by a factor, but nowhere below what can be read.</summary>
    public Dress Scaled(float letters, float gaps) => this with
    {
        Heading = Smaller(Heading, letters),
        Title = Smaller(Title, letters),
        Body = Smaller(Body, letters),
        Side = Smaller(Side, letters),
        Small = Smaller(Small, letters),
        Mark = Smaller(Mark, letters),
        Gap = Gap * gaps,
        UnderHeading = UnderHeading * gaps,
        LineGap = LineGap * gaps,
    };

    private static TextStyle Smaller(TextStyle style, float factor)
    {
        var size = Math.Min(style.Size, Math.Max(Smallest, style.Size * factor));
        return style with { Size = size, LineHeight = style.LineHeight * size / style.Size * (factor < 1 ? 0.96f : 1) };
    }
}
