using System.Globalization;

namespace SmkPortfolio.Cv.Formats;

/// <summary>Dates in the words of a paper's language, whatever the machine's culture.</summary>
internal sealed class CvDates(string language)
{
    private static readonly string[] Indonesian = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];
    private static readonly string[] IndonesianShort = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"];
    private static readonly string[] English = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    private static readonly string[] EnglishShort = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    private readonly bool isEnglish = language == "en";

    /// <summary><c>12 Mei 2008</c></summary>
    public string Long(DateOnly date) => Write(date, isEnglish ? English : Indonesian);

    /// <summary><c>12 Agu 2026</c></summary>
    public string Short(DateOnly date) => Write(date, isEnglish ? EnglishShort : IndonesianShort);

    private static string Write(DateOnly date, string[] months) => string.Create(CultureInfo.InvariantCulture, $"{date.Day} {months[date.Month - 1]} {date.Year}");
}
