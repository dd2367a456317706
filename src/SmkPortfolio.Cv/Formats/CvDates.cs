using System.Globalization;

namespace SmkPortfolio.Cv.Formats;

/// <summary>Dates in the words of a paper's language, whatever the machine's culture.</summary>
internal sealed class CvDates(string language)
{
    private static readonly string[] Indonesian = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];
    private static readonly string[] IndonesianShort = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"];
    private static readonly string[] English = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    private static readonly string[] EnglishShort = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    private static readonly string[] German = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];

    /// <summary><c>12 Mei 2008</c>, <c>12. Mai 2008</c>, <c>2008年5月12日</c></summary>
    public string Long(DateOnly date) => language switch
    {
        "de" => Write($"{date.Day}. {German[date.Month - 1]} {date.Year}"),
        "ja" => Write($"{date.Year}年{date.Month}月{date.Day}日"),
        "ko" => Write($"{date.Year}년 {date.Month}월 {date.Day}일"),
        "en" => Write($"{date.Day} {English[date.Month - 1]} {date.Year}"),
        _ => Write($"{date.Day} {Indonesian[date.Month - 1]} {date.Year}"),
    };

    /// <summary><c>12 Agu 2026</c>, <c>12.08.2026</c>, <c>2026年8月12日</c>, <c>2026.08.12</c></summary>
    public string Short(DateOnly date) => language switch
    {
        "de" => Write($"{date:dd}.{date:MM}.{date.Year:0000}"),
        "ja" => Long(date),
        "ko" => Write($"{date.Year:0000}.{date:MM}.{date:dd}"),
        "en" => Write($"{date.Day} {EnglishShort[date.Month - 1]} {date.Year}"),
        _ => Write($"{date.Day} {IndonesianShort[date.Month - 1]} {date.Year}"),
    };

    /// <summary><c>Agu 2026</c>, <c>08/2026</c>, <c>2026年8月</c>, <c>2026.08</c></summary>
    public string Month(DateOnly date) => language switch
    {
        "de" => Write($"{date:MM}/{date.Year:0000}"),
        "ja" => Write($"{date.Year}年{date.Month}月"),
        "ko" => Write($"{date.Year:0000}.{date:MM}"),
        "en" => Write($"{EnglishShort[date.Month - 1]} {date.Year}"),
        _ => Write($"{IndonesianShort[date.Month - 1]} {date.Year}"),
    };

    /// <summary><c>12/05/2008</c>, as Europass writes days in every language.</summary>
    public static string Slashed(DateOnly date) => Write($"{date:dd}/{date:MM}/{date.Year:0000}");

    private static string Write(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
