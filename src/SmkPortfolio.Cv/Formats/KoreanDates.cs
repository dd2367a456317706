using System.Globalization;

namespace SmkPortfolio.Cv.Formats;

/// <summary>Dates as Korean CVs write them.</summary>
internal static class KoreanDates
{
    /// <summary><c>2026.05</c></summary>
    public static string Month(DateOnly date) => date.ToString("yyyy.MM", CultureInfo.InvariantCulture);

    /// <summary><c>2026.05.12</c></summary>
    public static string Day(DateOnly date) => date.ToString("yyyy.MM.dd", CultureInfo.InvariantCulture);

    /// <summary><c>2026년 5월 12일</c></summary>
    public static string Long(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Year}년 {date.Month}월 {date.Day}일");

    /// <summary><c>2025.07 ~ 2025.12</c>; what goes on ends in 현재.</summary>
    public static string Period(DateOnly? from, DateOnly? until, bool goesOn = false) => (from, until) switch
    {
        (null, null) => "",
        (null, { } to) => "~ " + Month(to),
        ({ } start, null) => goesOn ? Month(start) + " ~ 현재" : Month(start),
        ({ } start, { } to) => Month(start) == Month(to) ? Month(start) : $"{Month(start)} ~ {Month(to)}",
    };
}
