using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>Letters and lines of the 이력서.</summary>
internal static class IryeokseoLook
{
    public static readonly TextStyle Title = FormLook.Sans(19, 26, bold: true);
    public static readonly TextStyle Part = FormLook.Sans(9, 12.5f, bold: true);
    public static readonly TextStyle Name = FormLook.Sans(11, 15, bold: true);
    public static readonly TextStyle Label = FormLook.Sans(8.5f, 12);
    public static readonly TextStyle Body = FormLook.Sans(9, 12.6f);
    public static readonly TextStyle Heading = FormLook.Sans(10.5f, 14, bold: true);
    public static readonly TextStyle Small = FormLook.Sans(8, 11.5f);
    public static readonly TextStyle Letter = FormLook.Sans(10, 17);
    public static readonly Color Ground = Color.FromRgb(0xEDEFF0);
    public static readonly Edge Frame = new(1, Color.Black);
}
