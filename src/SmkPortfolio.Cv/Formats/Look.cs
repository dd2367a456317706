using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>Colours and letters that all papers share.</summary>
internal static class Look
{
    public static readonly Color Ink = Color.FromRgb(0x1D2A30);
    public static readonly Color Muted = Color.FromRgb(0x55666D);
    public static readonly Color Teal = Color.FromRgb(0x0B5563);
    public static readonly Color Warm = Color.FromRgb(0xB2462F);
    public static readonly Color Hairline = Color.FromRgb(0xC9D7DA);
    public static readonly Color Pale = Color.FromRgb(0xEEF5F6);

    public static readonly TextStyle Kicker = new(8.5f, 12, Teal, Bold: true);
    public static readonly TextStyle Name = new(25, 30, Ink, Bold: true);
    public static readonly TextStyle LongName = new(19, 24, Ink, Bold: true);
    public static readonly TextStyle Headline = new(11.5f, 16, Muted);
    public static readonly TextStyle Heading = new(11, 15, Teal, Bold: true);
    public static readonly TextStyle Entry = new(10, 14, Ink, Bold: true);
    public static readonly TextStyle Body = new(9.5f, 13.8f, Ink);
    public static readonly TextStyle Side = new(9, 14.2f, Muted);
    public static readonly TextStyle Small = new(8, 11.4f, Muted);
    public static readonly TextStyle Mark = new(8, 11.4f, Teal);
    public static readonly TextStyle Code = new(15, 20, Ink, Bold: true);

    public static readonly Edge Line = new(0.6f, Hairline);
}
