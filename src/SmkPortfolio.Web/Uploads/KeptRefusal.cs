using System.Globalization;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain.Files;

namespace SmkPortfolio.Web.Uploads;

/// <summary>A refusal within the row of its upload, from which the sentence is said again to whoever asks later: <c>code kind found</c>.</summary>
internal static class KeptRefusal
{
    public static string Written(EvidenceRefusal refusal) => string.Create(CultureInfo.InvariantCulture, $"{refusal.Code} {refusal.DetectedKind} {refusal.Found}").TrimEnd();

    public static string CodeOf(Upload upload) => upload.Refusal.Split(' ')[0];

    /// <summary>What was found in the file; null when it was not the file that stood in the way.</summary>
    public static EvidenceRefusal? Read(Upload upload) => upload.Refusal.Split(' ') is [var code, var kind, .. var rest]
        ? new EvidenceRefusal(code, kind, upload.RefusalLimit, rest is [var found] ? long.Parse(found, CultureInfo.InvariantCulture) : null)
        : null;
}
