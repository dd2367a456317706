using System.Globalization;

namespace SmkPortfolio.Cv.Formats;

/// <summary>Dates as Japanese forms write them: Western years or eras, one style throughout a paper.</summary>
internal sealed class JapaneseDates(bool eras)
{
    // From the newest; an era begins in the midst of a year.
    private static readonly (DateOnly From, string Name)[] Eras =
    [
        (new DateOnly(2019, 5, 1), "令和"),
        (new DateOnly(1989, 1, 8), "平成"),
        (new DateOnly(1926, 12, 25), "昭和"),
    ];

    /// <summary><c>2026</c>, <c>令和8</c>, <c>令和元</c>. Days of before the known eras stay Western.</summary>
    public string Year(DateOnly date)
    {
        var era = eras ? Eras.FirstOrDefault(e => date >= e.From) : default;
        if (era.Name is null)
        {
            return Number(date.Year);
        }

        var year = date.Year - era.From.Year + 1;
        return era.Name + (year == 1 ? "元" : Number(year));
    }

    /// <summary><c>2026年5月</c></summary>
    public string Month(DateOnly date) => $"{Year(date)}年{Number(date.Month)}月";

    /// <summary><c>2026年5月12日</c></summary>
    public string Day(DateOnly date) => $"{Month(date)}{Number(date.Day)}日";

    /// <summary><c>2025年7月～2025年12月</c>; what goes on ends in 現在.</summary>
    public string Period(DateOnly? from, DateOnly? until, bool goesOn = false) => (from, until) switch
    {
        (null, null) => "",
        (null, { } to) => Month(to),
        ({ } start, null) => goesOn ? Month(start) + "～現在" : Month(start),
        ({ } start, { } to) => Month(start) == Month(to) ? Month(start) : $"{Month(start)}～{Month(to)}",
    };

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
