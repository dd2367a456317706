using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>Letters and gaps of one 職務経歴書. Its readers want two pages: a longer one is set tighter, and no word is dropped for it.</summary>
internal sealed record ShokumuLook
{
    public static readonly Edge Line = new(0.5f, Look.Muted);

    /// <summary>From roomy to as tight as can still be read on paper.</summary>
    public static readonly IReadOnlyList<ShokumuLook> All = [new(), new ShokumuLook().Scaled(0.95f, 0.9f, 0.7f), new ShokumuLook().Scaled(0.9f, 0.85f, 0.5f), new ShokumuLook().Scaled(0.86f, 0.82f, 0.35f)];

    public TextStyle Title { get; init; } = new(17, 24, Look.Ink, Bold: true);
    public TextStyle Heading { get; init; } = new(11, 16, Look.Ink, Bold: true);
    public TextStyle Entry { get; init; } = new(10, 15, Look.Ink, Bold: true);
    public TextStyle Body { get; init; } = new(9.5f, 15, Look.Ink);
    public TextStyle Small { get; init; } = new(8, 11.6f, Look.Muted);

    /// <summary>Between parts.</summary>
    public float Gap { get; init; } = 12;

    /// <summary>Between the title of a part and its body.</summary>
    public float UnderHeading { get; init; } = 6;

    /// <summary>Above and below what stands in a cell.</summary>
    public float CellGap { get; init; } = 3;

    private ShokumuLook Scaled(float letters, float lines, float gaps) => this with
    {
        Title = Smaller(Title, letters, lines),
        Heading = Smaller(Heading, letters, lines),
        Entry = Smaller(Entry, letters, lines),
        Body = Smaller(Body, letters, lines),
        Small = Smaller(Small, letters, lines),
        Gap = Gap * gaps,
        UnderHeading = UnderHeading * gaps,
        CellGap = CellGap * gaps,
    };

    private static TextStyle Smaller(TextStyle style, float letters, float lines) => style with { Size = style.Size * letters, LineHeight = style.LineHeight * letters * lines };
}
