namespace SmkPortfolio.Cv.Formats;

internal static class Ages
{
    /// <summary>Completed years of life on a day.</summary>
    public static int On(DateOnly day, DateOnly birth)
    {
        var years = day.Year - birth.Year;
        return birth.AddYears(years) > day ? years - 1 : years;
    }
}
