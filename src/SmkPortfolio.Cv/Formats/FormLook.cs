using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>Lines and letters of official forms: black on white, a heavy frame, thin lines within.</summary>
internal static class FormLook
{
    public const float Millimetre = 72 / 25.4f;
    public static readonly Edge Heavy = new(1.5f, Color.Black);
    public static readonly Edge Thin = new(0.5f, Color.Black);
    public static readonly Edge Dotted = Thin with { Kind = EdgeKind.Dotted };
    public static readonly Edge Dashed = Thin with { Kind = EdgeKind.Dashed };

    /// <summary>Room for the lines at the sides and the words at the foot.</summary>
    public static readonly PageFrame Page = PageFrame.A4 with { Left = 54, Right = 54, Top = 50, Bottom = 54, FooterAt = 40 };

    public static TextStyle Mincho(float size, float line) => new(size, line, Color.Black, Typeface: Typeface.Mincho);

    public static TextStyle Sans(float size, float line, bool bold = false) => new(size, line, Color.Black, bold);
}
