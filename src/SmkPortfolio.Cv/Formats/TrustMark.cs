using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>The quiet sign beside a line: the higher the step, the fuller the sign. It is never the only carrier; words stand beside it.</summary>
internal static class TrustMark
{
    private const float Size = 8.4f;
    private static readonly VectorPath Disc = new VectorPath().Circle(6, 6, 5.4f);
    private static readonly VectorPath Tick = new VectorPath().MoveTo(3.5f, 6.3f).LineTo(5.3f, 8).LineTo(8.6f, 4.2f);
    private static readonly VectorPath Ribbon = new VectorPath().MoveTo(3.4f, 9).LineTo(3.4f, 15).LineTo(6, 13.2f).LineTo(8.6f, 15).LineTo(8.6f, 9).Close();
    private static readonly Dictionary<string, Drawing> Drawings = new(StringComparer.Ordinal)
    {
        [CvWords.Self] = Square(new Shape(new VectorPath().Circle(6, 6, 4.9f), Look.Muted, 1)),
        [CvWords.Teacher] = Square(new Shape(new VectorPath().Circle(6, 6, 4.9f), Look.Teal, 1), new Shape(Tick, Look.Teal, 1.3f)),
        [CvWords.Company] = Square(new Shape(Disc, Look.Teal), new Shape(Tick, Color.White, 1.4f)),
        [CvWords.Certificate] = new(Size, Size * 15 / 12, 12, 15, new Shape(Ribbon, Look.Teal), new Shape(Disc, Look.Teal), new Shape(Tick, Color.White, 1.4f)),
    };

    public static Block For(string word) => new Frame(Drawings[word]) { Padding = new Insets(0, 1.6f, 0, 0) };

    /// <summary>The sign with a line of text beside it.</summary>
    public static Block Line(string word, IReadOnlyList<Span> text, string field, Dress? dress = null)
    {
        var letters = dress ?? Dress.Usual;
        return new Row(5, RowCell.Fixed(Size, For(word)), RowCell.Share(new Text(text, word == CvWords.Self ? letters.Small : letters.Mark) { Field = field }));
    }

    private static Drawing Square(params Shape[] shapes) => new(Size, Size, 12, 12, shapes);
}
