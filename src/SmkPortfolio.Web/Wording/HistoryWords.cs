using Microsoft.Extensions.Localization;
using SmkPortfolio.Domain.Reviews;
using SmkPortfolio.Web.Localisation;

namespace SmkPortfolio.Web.Wording;

/// <summary>Steps of a review in words and pictures.</summary>
public static class HistoryWords
{
    public static string Text(ReviewStep step, IStringLocalizer<SharedTexts> S) => step switch
    {
        ReviewStep.Submitted => S["Handed in"],
        ReviewStep.TakenBack => S["Taken back"],
        ReviewStep.Returned => S["Sent back"],
        ReviewStep.Declined => S["Declined"],
        ReviewStep.Endorsed => S["Endorsed"],
        ReviewStep.Checked => S["Certificate checked"],
        ReviewStep.Confirmed => S["Certificate confirmed"],
        ReviewStep.EndorsedInBatch => S["Endorsed together with others, without opening it"],
        ReviewStep.Withdrawn => S["Endorsement withdrawn"],
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    public static string Icon(ReviewStep step) => step switch
    {
        ReviewStep.Submitted => "send",
        ReviewStep.TakenBack => "return",
        ReviewStep.Returned => "return",
        ReviewStep.Declined => "x-circle",
        ReviewStep.Endorsed or ReviewStep.EndorsedInBatch or ReviewStep.Checked or ReviewStep.Confirmed => "check-circle",
        ReviewStep.Withdrawn => "ban",
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };
}
