using SmkPortfolio.Domain.Files;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Uploads;

/// <summary>How an upload ends without its file having been looked at, and how large one may be.</summary>
internal static class UploadEnds
{
    public const string Cancelled = "upload-cancelled";
    public const string Expired = "upload-expired";

    /// <summary>The store has lost parts of it.</summary>
    public const string Lost = "upload-lost";

    public static bool IsGone(Upload upload) => upload is { State: UploadState.Refused, Refusal: Cancelled or Expired or Lost };

    /// <summary>The most for any kind of file; what it really is decides at the end.</summary>
    public static long MostBytes(LimitsSettings limits) => Math.Max(limits.EvidenceBytes, Math.Max(limits.ClipBytes, limits.SoundBytes));
}
