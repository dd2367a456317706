using SmkPortfolio.Credentials;

namespace SmkPortfolio.Web.Pages.Batches;

/// <summary>The limit that belongs to a reason which was kept by its code alone.</summary>
public static class Reasons
{
    public static long? LimitOf(string code) => code switch
    {
        "too-many-lines" => PaperLimits.Lines,
        "too-many-endorsers" => PaperLimits.StatusLists - 1,
        _ => null,
    };
}
