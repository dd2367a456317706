// A list: one record per section of the settings. Every property stands, with its meaning, in appsettings.example.json.
namespace SmkPortfolio.Web.Settings;

public sealed record SiteSettings
{
    public const string Section = "Site";

    public string PublicUrl { get; init; } = "";
    public string[] FormerUrls { get; init; } = [];
}

public sealed record ProxySettings
{
    public const string Section = "Proxy";

    public string[] KnownProxies { get; init; } = [];
    public string[] KnownNetworks { get; init; } = [];

    internal bool IsUsed => KnownProxies.Length + KnownNetworks.Length > 0;
}

public sealed record StorageSettings
{
    public const string Section = "Storage";

    public string Root { get; init; } = "App_Data";
}

public sealed record DatabaseSettings
{
    public const string Section = "Database";

    public string Provider { get; init; } = "sqlite";
    public string ConnectionString { get; init; } = "";
}

public sealed record EvidenceSettings
{
    public const string Section = "Evidence";

    public string Provider { get; init; } = "disk";
    public string ConnectionString { get; init; } = "";
    public string ServiceUrl { get; init; } = "";
    public string Container { get; init; } = "evidence";

    /// <summary>How long an address lives to which readers are sent for a file in Azure; 0 sends the file through this program.</summary>
    public int RedirectSeconds { get; init; }
}

public sealed record KeysSettings
{
    public const string Section = "Keys";

    public string ProtectionCertificate { get; init; } = "";
    public string ProtectionCertificatePassword { get; init; } = "";
    public string SealFolder { get; init; } = "";
    public string SealPassword { get; init; } = "";
}

public sealed record DemoSettings
{
    public const string Section = "Demo";

    /// <summary>Null means: as the environment says (true in Development).</summary>
    public bool? Seed { get; init; }
}

public sealed record LimitsSettings
{
    public const string Section = "Limits";

    public int FilesPerEntry { get; init; } = 20;

    /// <summary>A picture or a document.</summary>
    public long EvidenceBytes { get; init; } = 25 * 1024 * 1024;

    public long ClipBytes { get; init; } = 200 * 1024 * 1024;

    /// <summary>Sound without a picture.</summary>
    public long SoundBytes { get; init; } = 25 * 1024 * 1024;

    /// <summary>Of a picture, across times down.</summary>
    public long EvidencePixels { get; init; } = 100_000_000;

    /// <summary>Of a PDF.</summary>
    public int EvidencePages { get; init; } = 300;

    /// <summary>Files in a ZIP, where an entry takes one.</summary>
    public int ArchiveFiles { get; init; } = 200;

    /// <summary>What a ZIP or an office document may measure unpacked.</summary>
    public long UnpackedBytes { get; init; } = 250 * 1024 * 1024;
    public long PhotoBytes { get; init; } = 5 * 1024 * 1024;
    public long VerifyBytes { get; init; } = 25 * 1024 * 1024;

    /// <summary>Files that the public check takes at once, also out of a ZIP.</summary>
    public int VerifyFiles { get; init; } = 50;

    /// <summary>What they may measure together, sent and unpacked.</summary>
    public long VerifyTotalBytes { get; init; } = 100 * 1024 * 1024;

    /// <summary>What the files of one person, and of one school, may measure together; 0 is off. How it is counted: <see cref="Uploads.UploadQuota"/>.</summary>
    public long PersonBytes { get; init; } = 2L * 1024 * 1024 * 1024;
    public long SchoolBytes { get; init; } = 200L * 1024 * 1024 * 1024;

    /// <summary>Files that one person may have under way at once.</summary>
    public int OpenUploads { get; init; } = 30;
    public int BinDays { get; init; } = 30;
    public int ShareDays { get; init; } = 90;
    public int ShareDaysMost { get; init; } = 365;

    /// <summary>Null means: as the environment says (off in Development, 30 elsewhere). 0 is off.</summary>
    public int? VerifyPerMinute { get; init; }

    /// <summary>Null means: as the environment says (off in Development, 20 elsewhere). 0 is off.</summary>
    public int? SignInPerMinute { get; init; }
}

public sealed record LogSettings
{
    public const string Section = "Log";

    /// <summary>Seconds between two publications of the transparency log.</summary>
    public int PublishSeconds { get; init; } = 60;
}

public sealed record SealSettings
{
    public const string Section = "Seal";

    /// <summary>A time stamp authority (RFC 3161); empty for none.</summary>
    public string TimestampUrl { get; init; } = "";
}

public sealed record BatchesSettings
{
    public const string Section = "Batches";

    /// <summary>Seconds for which a node keeps a batch without a sign of life.</summary>
    public int LeaseSeconds { get; init; } = 30;
}

public sealed record UploadsSettings
{
    public const string Section = "Uploads";

    /// <summary>Hours after its last part that an unfinished upload is kept.</summary>
    public int ExpireHours { get; init; } = 48;

    /// <summary>Seconds for which whoever looks at a whole upload keeps others away.</summary>
    public int LeaseSeconds { get; init; } = 60;

    internal TimeSpan Life => TimeSpan.FromHours(ExpireHours);

    internal TimeSpan Lease => TimeSpan.FromSeconds(LeaseSeconds);
}

/// <summary>Programs that make pictures of what we cannot read ourselves; empty looks for them in the PATH.</summary>
public sealed record ToolsSettings
{
    public const string Section = "Tools";

    /// <summary>poppler's pdftoppm.</summary>
    public string PdfToPpm { get; init; } = "";

    /// <summary>libheif's heif-convert or heif-dec.</summary>
    public string HeifConvert { get; init; } = "";
}

/// <summary>A virus scanner that speaks the protocol of clamd.</summary>
public sealed record VirusScanSettings
{
    public const string Section = "VirusScan";

    /// <summary>Host and port; empty is off.</summary>
    public string Address { get; init; } = "";
}

public sealed record AutoMapperSettings
{
    public const string Section = "AutoMapper";

    public string LicenseKey { get; init; } = "";
}
