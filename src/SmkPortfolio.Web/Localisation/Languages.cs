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

    public static bool Has(string? code) => code is not null && Codes.Contains(code);
}
