using Microsoft.Extensions.Localization;
using SmkPortfolio.Credentials;
using SmkPortfolio.Web.Issuing.Batches;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Batches;

/// <summary>Why a student got no paper, in the language of whoever reads the page.</summary>
public sealed class Reasons(IStringLocalizer<ErrorWords> refusals, IStringLocalizer<GlyphWords> glyphs, IStringLocalizer<Show> texts)
{
    private const string NothingChosen = "nothing-chosen";

    /// <param name="code">The refusal's.</param>
    /// <param name="detail">As <see cref="KeptReason"/> wrote it.</param>
    public string Say(string code, string detail)
    {
        var sentence = code == NothingChosen ? texts["Nothing to print: there is no such work yet."].Value : ErrorWords.Say(code, LimitOf(code), refusals);
        var more = KeptReason.Read(detail) is { } found ? GlyphWords.Say(found, glyphs) : detail;
        return more.Length == 0 ? sentence : $"{sentence} {more}";
    }

    /// <summary>The limit that belongs to a reason which was kept by its code alone.</summary>
    private static long? LimitOf(string code) => code switch
    {
        "too-many-lines" => PaperLimits.Lines,
        "too-many-endorsers" => PaperLimits.StatusLists - 1,
        _ => null,
    };
}
