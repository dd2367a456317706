using SmkPortfolio.Domain.Entries;

namespace SmkPortfolio.Web.Uploads;

/// <summary>What a file field offers. A hint to the browser only: what is taken is decided by the content.</summary>
public static class Accepted
{
    // HEIC is not offered: phones then hand over JPEG by themselves.
    private const string Files = "image/jpeg,image/png,image/webp,application/pdf,video/mp4,video/quicktime,video/3gpp,video/webm,audio/*,.docx,.xlsx,.pptx";

    public static string By(EntryKind kind) => EntryFiles.TakesArchive(kind) ? Files + ",.zip" : Files;
}
