using System.Globalization;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain.Files;

namespace SmkPortfolio.Web.Uploads;

/// <summary>
/// A refusal within the row of its upload, from which the sentence is said again to whoever asks later: <c>code kind found member</c>. Of the name
/// of a file in an archive its end is kept, as much as there is room for.
/// </summary>
internal static class KeptRefusal
{
    public static string Written(EvidenceRefusal refusal)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"{refusal.Code} {refusal.DetectedKind} {refusal.Found}");
        return refusal.Member is not { } member ? head.TrimEnd() : $"{head} {End(member, Upload.RefusalMax - head.Length - 1)}";
    }

    public static string CodeOf(Upload upload) => upload.Refusal.Split(' ')[0];

    /// <summary>What was found in the file; null when it was not the file that stood in the way.</summary>
    public static EvidenceRefusal? Read(Upload upload) => upload.Refusal.Split(' ', 4) is [var code, var kind, .. var rest]
        ? new EvidenceRefusal(code, kind, upload.RefusalLimit, rest is [{ Length: > 0 } found, ..] ? long.Parse(found, CultureInfo.InvariantCulture) : null, rest is [_, var member] ? member : null)
        : null;

    private static string End(string member, int room)
    {
        if (member.Length <= room)
        {
            return member;
        }
        var end = member[^(room - 1)..];
        return "…" + (char.IsLowSurrogate(end[0]) ? end[1..] : end);
    }
}
