using SmkPortfolio.Credentials.Verification;

namespace SmkPortfolio.Credentials;

/// <summary>The sentences behind the reason codes, for a checker that runs outside this program.</summary>
public static class ReasonCatalog
{
    /// <summary>Every code with its sentence; <c>{0}</c> and <c>{1}</c> stand for dates, reasons, titles and counts.</summary>
    /// <param name="language"><c>id</c>; anything else is English.</param>
    public static IReadOnlyDictionary<string, string> Templates(string language) =>
        ReasonTexts.Codes.ToDictionary(code => code, code => ReasonTexts.Template(code, language), StringComparer.Ordinal);
}
