using System.Globalization;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace SmkPortfolio.Web.Pages.Reviews;

/// <summary>What became of one work of a batch: endorsed, endorsed and marked, or the code of the refusal. Work out of reach has no id.</summary>
public sealed record BatchOutcome(Guid EntryId, string Code)
{
    public const string Endorsed = "endorsed";
    public const string Batch = "batch";
    private const string Key = "BatchOutcomes";

    public bool IsEndorsed => Code is Endorsed or Batch;

    /// <summary>Keeps outcomes for the page after the redirect; it may be loaded again.</summary>
    public static void Keep(ITempDataDictionary notes, IEnumerable<BatchOutcome> outcomes) =>
        notes[Key] = string.Join(';', outcomes.Select(o => o.EntryId.ToString("N", CultureInfo.InvariantCulture) + ":" + o.Code));

    public static IReadOnlyList<BatchOutcome> Read(ITempDataDictionary notes) => notes.Peek(Key) is string { Length: > 0 } kept
        ? [.. kept.Split(';').Select(o => o.Split(':')).Select(o => new BatchOutcome(Guid.ParseExact(o[0], "N"), o[1]))]
        : [];
}
