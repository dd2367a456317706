namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>What a file's content looks like; the first four are taken, the others are refused by these names.</summary>
public static class EvidenceKinds
{
    public const string Jpeg = "jpeg";
    public const string Png = "png";
    public const string Webp = "webp";
    public const string Pdf = "pdf";

    public const string Heic = "heic";
    public const string Avif = "avif";
    public const string Gif = "gif";
    public const string Bmp = "bmp";
    public const string Tiff = "tiff";
    public const string Svg = "svg";
    public const string Photoshop = "psd";
    public const string Mp4 = "mp4";
    public const string QuickTime = "mov";
    public const string Webm = "webm";
    public const string Matroska = "mkv";
    public const string Avi = "avi";
    public const string Audio = "audio";
    public const string Html = "html";
    public const string Xml = "xml";
    public const string Zip = "zip";
    public const string Office = "office";
    public const string Archive = "archive";
    public const string Executable = "executable";
    public const string Script = "script";
    public const string PostScript = "postscript";
    public const string Text = "text";
    public const string Unknown = "unknown";

    public static IReadOnlyList<string> All { get; } =
    [
        Jpeg, Png, Webp, Pdf, Heic, Avif, Gif, Bmp, Tiff, Svg, Photoshop, Mp4, QuickTime, Webm, Matroska, Avi, Audio,
        Html, Xml, Zip, Office, Archive, Executable, Script, PostScript, Text, Unknown,
    ];
}
