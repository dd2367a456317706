using System.Globalization;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Uploads;

/// <summary>Says to the reader what became of a file.</summary>
public static class ReceivedWords
{
    private const decimal Megabyte = 1024 * 1024;
    private const decimal Million = 1_000_000;

    /// <summary>Name and reason of a refused file.</summary>
    public static string Say(this Received received, IStringLocalizer<ErrorWords> words) => $"{received.FileName}: {received.Reason(words)}";

    /// <summary>What its owner should know of files that were taken: what was changed in their names, and what not everybody can open. Empty when nothing.</summary>
    public static string Remarks(this IEnumerable<Received> received, IStringLocalizer<ErrorWords> words) =>
        string.Concat(received.Where(r => r.File is not null).SelectMany(r => Remarks(r).Select(code => $" {r.FileName}: {ErrorWords.Say(code, null, words)}")));

    private static IEnumerable<string> Remarks(Received received)
    {
        foreach (var (change, code) in new[] { (NameChange.Path, "name-path"), (NameChange.Hidden, "name-hidden"), (NameChange.Ending, "name-ending") })
        {
            if (received.Renamed.HasFlag(change))
            {
                yield return code;
            }
        }
        if (received.File!.MediaType == "image/heic")
        {
            yield return "kept-heic";
        }
    }

    /// <summary>Why a file was refused; of an archive, with the file in it that is to blame.</summary>
    public static string Reason(this Received received, IStringLocalizer<ErrorWords> words)
    {
        var refusal = received.Refusal ?? throw new ArgumentException("It was taken.", nameof(received));
        var reason = Reason(refusal, words);
        return refusal.Member is null ? reason : $"{refusal.Member} – {reason}";
    }

    private static string Reason(EvidenceRefusal refusal, IStringLocalizer<ErrorWords> words) => refusal switch
    {
        { Code: RefusalCodes.TooLarge, Limit: { } limit, Found: { } found } => ErrorWords.Say(Larger(refusal.DetectedKind), Least(limit / Megabyte), Most(found / Megabyte), words),
        { Code: RefusalCodes.TooLarge, Limit: { } limit } => ErrorWords.Say("file-too-large", (long)(limit / Megabyte), words),
        { Code: RefusalCodes.TooManyPixels, Limit: { } limit, Found: { } found } => ErrorWords.Say(refusal.Code, Least(limit / Million), Most(found / Million), words),
        { Code: RefusalCodes.TypeRefused, DetectedKind: EvidenceKinds.Html or EvidenceKinds.Svg } => ErrorWords.Say("page-refused", null, words),
        { Limit: { } limit, Found: { } found } => ErrorWords.Say(refusal.Code, Least(limit), Most(found), words),
        _ => ErrorWords.Say(refusal.Code, null, words),
    };

    private static string Larger(string kind) => EvidenceKinds.IsClip(kind) ? "clip-larger" : EvidenceKinds.IsSound(kind) ? "sound-larger" : "file-larger";

    // Rounded apart, so that what is a little too much never reads as just enough.
    private static string Least(decimal amount) => Read(Math.Floor(amount * 10) / 10);

    private static string Most(decimal amount) => Read(Math.Ceiling(amount * 10) / 10);

    private static string Read(decimal amount) => amount.ToString("#,0.#", CultureInfo.CurrentCulture);
}
