using SmkPortfolio.Domain.Portfolios;

namespace SmkPortfolio.Web.Demo.Story;

/// <summary>What the hero wrote for papers abroad, as it stands in <c>assets/demo/story-hero-abroad.json</c>.</summary>
/// <param name="Grids">CEFR levels by the language's name, as in <see cref="LanguageSkill.Grid"/>.</param>
/// <param name="Texts">By language, then by key; words and entries have groups of their own.</param>
internal sealed record HeroAbroad(
    string PassportName, string Gender, string Nationality, string PostalCode, IReadOnlyDictionary<string, string> Grids, IReadOnlyList<HeroPast> Past, IReadOnlyDictionary<string, HeroTexts> Texts);

/// <summary>A row of the past; dates count back from the academic year, as years and a month and day.</summary>
/// <param name="Texts">Translations of title and detail: language, then field.</param>
internal sealed record HeroPast(
    PastKind Kind, DemoText Title, string Organisation, string Place, DemoText? Detail, int FromYearsBack, string From, int? UntilYearsBack, string? Until,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Texts);

/// <param name="Own">By <see cref="PaperTextKeys"/>.</param>
/// <param name="Words">By what the word is in Indonesian.</param>
/// <param name="Entries">By the entry's Indonesian title, then by field.</param>
internal sealed record HeroTexts(IReadOnlyDictionary<string, string> Own, IReadOnlyDictionary<string, string> Words, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Entries);
