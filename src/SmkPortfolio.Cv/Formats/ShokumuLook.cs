using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>Letters of the 職務経歴書.</summary>
internal static class ShokumuLook
{
    public static readonly TextStyle Title = new(17, 24, Look.Ink, Bold: true);
    public static readonly TextStyle Heading = new(11, 16, Look.Ink, Bold: true);
    public static readonly TextStyle Entry = new(10, 15, Look.Ink, Bold: true);
    public static readonly TextStyle Body = new(9.5f, 15, Look.Ink);
    public static readonly TextStyle Small = new(8, 11.6f, Look.Muted);
    public static readonly Edge Line = new(0.5f, Look.Muted);
}
