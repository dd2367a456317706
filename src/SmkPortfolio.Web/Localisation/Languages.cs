using System.Globalization;

namespace SmkPortfolio.Web.Localisation;

/// <summary>The languages of the pages. English texts are the keys; Indonesian is what a reader gets who asks for nothing.</summary>
public static class Languages
{
    public const string Default = "id";
    public const string CookieName = "smk.lang";

    public static IReadOnlyList<string> Codes { get; } = ["id", "en"];

    /// <summary>The language's own name, as its speakers write it.</summary>
    public static string NameOf(string code) => code switch
    {
        "id" => "Bahasa Indonesia",
        "en" => "English",
        _ => code,
    };

    /// <summary>The languages that a page is not in, each with the address that shows the same page in it.</summary>
    public static IEnumerable<(string Code, string Href)> Others(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var now = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var here = Uri.EscapeDataString(request.PathBase + request.Path + request.QueryString);
        return Codes.Where(code => code != now).Select(code => (code, $"/language/{code}?back={here}"));
    }

    public static bool Has(string? code) => code is not null && Codes.Contains(code);
}
