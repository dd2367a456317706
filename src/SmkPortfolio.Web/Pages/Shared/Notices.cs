using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace SmkPortfolio.Web.Pages.Shared;

/// <summary>What happened, said once on the next page. Only for signed-in pages: public ones set no cookie.</summary>
public static class Notices
{
    public const string Key = "Notice";
    public const string KindKey = "NoticeKind";

    /// <param name="notes">The page's TempData.</param>
    /// <param name="text">A whole sentence in the reader's language.</param>
    /// <param name="kind">success, info, warning or danger.</param>
    public static void Say(this ITempDataDictionary notes, string text, string kind = "success")
    {
        ArgumentNullException.ThrowIfNull(notes);
        notes[Key] = text;
        notes[KindKey] = kind;
    }

    public static string Icon(string kind) => kind switch
    {
        "success" => "check-circle",
        "warning" => "warning",
        "danger" => "x-circle",
        _ => "info",
    };
}
