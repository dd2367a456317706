using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>Measures and letters of the 履歴書.</summary>
internal static class RirekishoLook
{
    /// <summary>Between the parts of a page.</summary>
    public const float Gap = 8;
    public const float YearWidth = 52;
    public const float MonthWidth = 34;
    public const float Width = 487.28f;
    public const float Smallest = 8;
    public static readonly TextStyle Title = FormLook.Mincho(19, 24);
    public static readonly TextStyle Name = FormLook.Mincho(21, 27);
    public static readonly TextStyle Value = FormLook.Mincho(10.5f, 15);
    public static readonly TextStyle Label = FormLook.Mincho(9, 12);
    public static readonly TextStyle Note = FormLook.Mincho(8, 11);
    public static readonly TextStyle Photo = FormLook.Mincho(7, 10);
}
