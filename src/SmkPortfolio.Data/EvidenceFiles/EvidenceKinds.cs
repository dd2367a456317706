namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>What a file's content looks like. Whatever no cleaner takes is refused by its name.</summary>
public static class EvidenceKinds
{
    public const string Jpeg = "jpeg";
    public const string Png = "png";
    public const string Webp = "webp";
    public const string Pdf = "pdf";

    public const string Mp4 = "mp4";
    public const string QuickTime = "mov";
    public const string ThreeGp = "3gp";
    public const string Webm = "webm";
    public const string M4a = "m4a";
    public const string Mp3 = "mp3";
    public const string Wav = "wav";
    public const string Ogg = "ogg";
    public const string Flac = "flac";
    public const string Docx = "docx";
    public const string Xlsx = "xlsx";
    public const string Pptx = "pptx";
    public const string Heic = "heic";
    public const string Avif = "avif";
    public const string Gif = "gif";
    public const string Bmp = "bmp";
    public const string Tiff = "tiff";
    public const string Svg = "svg";
    public const string Photoshop = "psd";
    public const string Matroska = "mkv";
    public const string Avi = "avi";

    /// <summary>Sound of other kinds.</summary>
    public const string Audio = "audio";
    public const string Html = "html";
    public const string Xml = "xml";
    public const string Zip = "zip";

    /// <summary>An office document, before it is known which, and those of other kinds.</summary>
    public const string Office = "office";
    public const string Archive = "archive";
    public const string Executable = "executable";
    public const string Script = "script";
    public const string PostScript = "postscript";
    public const string Text = "text";
    public const string Unknown = "unknown";

    public static IReadOnlyList<string> All { get; } =
    [
        Jpeg, Png, Webp, Pdf, Mp4, QuickTime, ThreeGp, Webm, M4a, Mp3, Wav, Ogg, Flac, Docx, Xlsx, Pptx, Heic, Avif, Gif, Bmp, Tiff, Svg, Photoshop, Matroska, Avi, Audio,
        Html, Xml, Zip, Office, Archive, Executable, Script, PostScript, Text, Unknown,
    ];

    /// <summary>Moving pictures.</summary>
    public static bool IsClip(string kind) => kind is Mp4 or QuickTime or ThreeGp or Webm;

    /// <summary>Sound without a picture.</summary>
    public static bool IsSound(string kind) => kind is M4a or Mp3 or Wav or Ogg or Flac or Audio;

    /// <summary>The name under which browsers and programs know what is kept; null for what is refused.</summary>
    public static string? MediaType(string kind) => kind switch
    {
        Jpeg or Png or Webp or Heic => $"image/{kind}",
        Pdf => "application/pdf",
        Mp4 or Webm => $"video/{kind}",
        QuickTime => "video/quicktime",
        ThreeGp => "video/3gpp",
        M4a => "audio/mp4",
        Mp3 => "audio/mpeg",
        Wav => "audio/wav",
        Ogg or Flac => $"audio/{kind}",
        Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        Zip => "application/zip",
        _ => null,
    };
}
