using System.Globalization;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain.Files;

namespace SmkPortfolio.Web.Uploads;

/// <summary>A refusal within the row of its upload, from which the sentence is said again to whoever asks later: <c>code kind found member</c>, each only where there is one behind it or it is there.</summary>
internal static class KeptRefusal
{
    private const string Unknown = "-";

    public static string Written(EvidenceRefusal refusal)
    {
        var found = refusal.Found?.ToString(CultureInfo.InvariantCulture) ?? (refusal.Member is null ? "" : Unknown);
        return $"{refusal.Code} {refusal.DetectedKind} {found} {refusal.Member}".TrimEnd();
    }

    public static string CodeOf(Upload upload) => upload.Refusal.Split(' ')[0];

    /// <summary>What was found in the file; null when it was not the file that stood in the way.</summary>
    public static EvidenceRefusal? Read(Upload upload) => upload.Refusal.Split(' ', 4) is [var code, var kind, .. var rest]
        ? new EvidenceRefusal(code, kind, upload.RefusalLimit, rest is [not Unknown and var found, ..] ? long.Parse(found, CultureInfo.InvariantCulture) : null, rest.ElementAtOrDefault(1))
        : null;
}
