using Microsoft.Extensions.Localization;
using SmkPortfolio.Domain.Entries;

namespace SmkPortfolio.Web.Pages.Reviews;

/// <summary>Sentences to begin a statement with, so that a busy teacher taps instead of types. What is signed is the sentence itself.</summary>
public static class Starts
{
    /// <summary>Said by a checker beside the own words, because it was ticked.</summary>
    public static string Seen(IStringLocalizer<Show> texts) => texts["I have seen number, body and expiry on the certificate."];

    public static IReadOnlyList<string> For(EntryKind kind, IStringLocalizer<Show> texts) => kind switch
    {
        EntryKind.Project =>
        [
            texts["I saw this being made at school."],
            texts["I have checked the result myself; it is as described here."],
            texts["The student has explained this work to me and can do it again."],
        ],
        EntryKind.Internship =>
        [
            texts["I visited the workplace and saw the student at work there."],
            texts["The company has confirmed this period and these tasks to me."],
            texts["I have read the journal and the report; they agree with this."],
        ],
        EntryKind.TeachingFactory =>
        [
            texts["I supervised this job order; the student's part is as described here."],
            texts["I have checked the result myself; it is as described here."],
            texts["The product passed our quality check."],
        ],
        EntryKind.Certification =>
        [
            texts["I have held the original certificate in my hands."],
            texts["I have compared it with the issuing body's own list."],
            texts["The student was assessed at our school."],
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
