using System.Collections.Frozen;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>Which endings of a name belong to which content, and which to programs and pages.</summary>
internal static class FileEndings
{
    /// <summary>What a system would run or a browser would show as a page.</summary>
    public static FrozenSet<string> Programs { get; } = new[]
    {
        ".apk", ".app", ".bat", ".cmd", ".com", ".cpl", ".dll", ".docm", ".exe", ".gadget", ".hta", ".htm", ".html", ".inf", ".jar", ".js", ".jse", ".lnk", ".mht",
        ".mjs", ".msi", ".php", ".pif", ".pptm", ".ps1", ".py", ".reg", ".scr", ".sh", ".svg", ".url", ".vb", ".vbe", ".vbs", ".wsf", ".xhtml", ".xlsm", ".xml",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string[]> ByMediaType = new Dictionary<string, string[]>
    {
        ["image/jpeg"] = [".jpg", ".jpeg", ".jpe", ".jfif"],
        ["image/png"] = [".png"],
        ["image/webp"] = [".webp"],
        ["image/heic"] = [".heic", ".heif"],
        ["application/pdf"] = [".pdf"],
        ["video/mp4"] = [".mp4", ".m4v"],
        ["video/quicktime"] = [".mov", ".qt"],
        ["video/3gpp"] = [".3gp", ".3gpp", ".3g2"],
        ["video/webm"] = [".webm"],
        ["audio/webm"] = [".weba", ".webm"],
        ["audio/mp4"] = [".m4a", ".m4b", ".mp4", ".3gp"],
        ["audio/mpeg"] = [".mp3"],
        ["audio/wav"] = [".wav"],
        ["audio/ogg"] = [".ogg", ".oga", ".opus"],
        ["audio/flac"] = [".flac"],
        ["application/zip"] = [".zip"],
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = [".docx"],
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = [".xlsx"],
        ["application/vnd.openxmlformats-officedocument.presentationml.presentation"] = [".pptx"],
    }.ToFrozenDictionary();

    /// <summary>Endings that mean something; others are part of the name, as in <c>laporan.v2</c>.</summary>
    public static FrozenSet<string> Known { get; } =
        Programs.Concat(ByMediaType.Values.SelectMany(e => e)).Concat([".gif", ".bmp", ".tif", ".tiff", ".avif", ".doc", ".xls", ".ppt", ".txt", ".rtf", ".mkv", ".avi", ".aac", ".amr", ".rar", ".7z", ".gz", ".tar"])
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The first is the one that is given.</summary>
    public static IReadOnlyList<string> Of(string mediaType) => ByMediaType[mediaType];
}
