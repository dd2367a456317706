using System.Net;
using System.Text.RegularExpressions;

namespace SmkPortfolio.Web.Settings;

/// <summary>A setting that cannot stand. The message is one sentence that names it; the program stops before it serves anything.</summary>
public sealed class SettingException(string message) : Exception(message);

/// <summary>All settings, read and judged once at the start.</summary>
public sealed record AllSettings(
    SiteSettings Site, ProxySettings Proxy, StorageSettings Storage, DatabaseSettings Database, EvidenceSettings Evidence, KeysSettings Keys, DemoSettings Demo, LimitsSettings Limits, LogSettings Log, BatchesSettings Batches, SealSettings Seal, UploadsSettings Uploads, ToolsSettings Tools, VirusScanSettings VirusScan, AutoMapperSettings AutoMapper)
{
    public required Uri PublicUrl { get; init; }
    public required string Root { get; init; }
    public required bool SeedsDemo { get; init; }
    public required int VerifyPerMinute { get; init; }
    public required int SignInPerMinute { get; init; }
}

public static partial class SettingsReader
{
    /// <exception cref="SettingException">A value is wrong; the message names the setting.</exception>
    public static AllSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var development = environment.IsDevelopment();
        var all = new
        {
            Site = Bind<SiteSettings>(configuration, SiteSettings.Section),
            Proxy = Bind<ProxySettings>(configuration, ProxySettings.Section),
            Storage = Bind<StorageSettings>(configuration, StorageSettings.Section),
            Database = Bind<DatabaseSettings>(configuration, DatabaseSettings.Section),
            Evidence = Bind<EvidenceSettings>(configuration, EvidenceSettings.Section),
            Keys = Bind<KeysSettings>(configuration, KeysSettings.Section),
            Demo = Bind<DemoSettings>(configuration, DemoSettings.Section),
            Limits = Bind<LimitsSettings>(configuration, LimitsSettings.Section),
            Log = Bind<LogSettings>(configuration, LogSettings.Section),
            Batches = Bind<BatchesSettings>(configuration, BatchesSettings.Section),
            Seal = Bind<SealSettings>(configuration, SealSettings.Section),
            Uploads = Bind<UploadsSettings>(configuration, UploadsSettings.Section),
            Tools = Bind<ToolsSettings>(configuration, ToolsSettings.Section),
            VirusScan = Bind<VirusScanSettings>(configuration, VirusScanSettings.Section),
            AutoMapper = Bind<AutoMapperSettings>(configuration, AutoMapperSettings.Section),
        };
        OneOf("Database:Provider", all.Database.Provider, "sqlite", "postgres");
        OneOf("Evidence:Provider", all.Evidence.Provider, "disk", "azure");
        Refuse(all.Database.Provider == "postgres" && all.Database.ConnectionString.Length == 0, "Database:ConnectionString is needed when Database:Provider is postgres.");
        Refuse(all.Evidence.Provider == "azure" && all.Evidence.ConnectionString.Length == 0 && all.Evidence.ServiceUrl.Length == 0, "Evidence:ConnectionString or Evidence:ServiceUrl is needed when Evidence:Provider is azure.");
        Refuse(all.Evidence.Provider == "azure" && all.Evidence.ServiceUrl.Length > 0 && !(Uri.TryCreate(all.Evidence.ServiceUrl, UriKind.Absolute, out var service) && service.Scheme is "http" or "https"), $"Evidence:ServiceUrl must be an address such as https://NAME.blob.core.windows.net; it is '{all.Evidence.ServiceUrl}'.");
        Refuse(all.Evidence.Provider == "azure" && !ContainerName().IsMatch(all.Evidence.Container), $"Evidence:Container must be 3 to 63 lower-case letters, digits and single hyphens; it is '{all.Evidence.Container}'.");
        Refuse(all.Evidence.RedirectSeconds is < 0 or > 3600, "Evidence:RedirectSeconds must be from 0 to 3600; 0 turns it off.");
        foreach (var former in all.Site.FormerUrls)
        {
            Origin("Site:FormerUrls", former, development);
        }
        EachOf("Proxy:KnownProxies", all.Proxy.KnownProxies, proxy => IPAddress.TryParse(proxy, out _), "an IP address such as 10.0.0.5");
        EachOf("Proxy:KnownNetworks", all.Proxy.KnownNetworks, network => IPNetwork.TryParse(network, out _), "a network such as 10.0.0.0/8");
        Refuse(all.Storage.Root.Trim().Length == 0, "Storage:Root must name a folder.");
        Refuse(all.Demo.Seed == true && !development, "Demo:Seed may only be true in Development: the demo's accounts have a published password.");
        Refuse(all.Keys.ProtectionCertificate.Length > 0 && !File.Exists(all.Keys.ProtectionCertificate), "Keys:ProtectionCertificate names a file that does not exist.");
        Refuse(all.Keys.SealFolder.Length > 0 && !Directory.Exists(all.Keys.SealFolder), "Keys:SealFolder names a folder that does not exist.");
        foreach (var (name, value) in new (string, long)[]
        {
            ("FilesPerEntry", all.Limits.FilesPerEntry), ("EvidenceBytes", all.Limits.EvidenceBytes), ("PhotoBytes", all.Limits.PhotoBytes), ("VerifyBytes", all.Limits.VerifyBytes),
            ("ClipBytes", all.Limits.ClipBytes), ("SoundBytes", all.Limits.SoundBytes), ("EvidencePixels", all.Limits.EvidencePixels), ("EvidencePages", all.Limits.EvidencePages),
            ("ArchiveFiles", all.Limits.ArchiveFiles), ("UnpackedBytes", all.Limits.UnpackedBytes),
            ("VerifyFiles", all.Limits.VerifyFiles), ("VerifyTotalBytes", all.Limits.VerifyTotalBytes),
            ("OpenUploads", all.Limits.OpenUploads), ("BinDays", all.Limits.BinDays), ("ShareDays", all.Limits.ShareDays), ("ShareDaysMost", all.Limits.ShareDaysMost),
        })
        {
            Refuse(value < 1, $"Limits:{name} must be at least 1.");
        }
        Refuse(all.Limits.ShareDays > all.Limits.ShareDaysMost, "Limits:ShareDays must not be more than Limits:ShareDaysMost.");
        Refuse(all.Limits.VerifyTotalBytes < all.Limits.VerifyBytes, "Limits:VerifyTotalBytes must not be less than Limits:VerifyBytes.");
        Refuse(all.Limits.PersonBytes < 0, "Limits:PersonBytes must not be negative; 0 turns it off.");
        Refuse(all.Limits.SchoolBytes < 0, "Limits:SchoolBytes must not be negative; 0 turns it off.");
        Refuse(all.Limits.VerifyPerMinute < 0, "Limits:VerifyPerMinute must not be negative; 0 turns it off.");
        Refuse(all.Limits.SignInPerMinute < 0, "Limits:SignInPerMinute must not be negative; 0 turns it off.");
        Refuse(all.Log.PublishSeconds is < 1 or > 86_400, "Log:PublishSeconds must be from 1 to 86400.");
        Refuse(all.Seal.TimestampUrl.Length > 0 && !(Uri.TryCreate(all.Seal.TimestampUrl, UriKind.Absolute, out var authority) && authority.Scheme is "http" or "https"), $"Seal:TimestampUrl must be the address of a time stamp authority, such as http://tsa.example/; it is '{all.Seal.TimestampUrl}'.");
        Refuse(all.Batches.LeaseSeconds is < 1 or > 3600, "Batches:LeaseSeconds must be from 1 to 3600.");
        Refuse(all.Uploads.ExpireHours is < 1 or > 8760, "Uploads:ExpireHours must be from 1 to 8760.");
        Refuse(all.Uploads.LeaseSeconds is < 1 or > 3600, "Uploads:LeaseSeconds must be from 1 to 3600.");
        Refuse(all.Tools.PdfToPpm.Length > 0 && !File.Exists(all.Tools.PdfToPpm), "Tools:PdfToPpm names a file that does not exist.");
        Refuse(all.Tools.HeifConvert.Length > 0 && !File.Exists(all.Tools.HeifConvert), "Tools:HeifConvert names a file that does not exist.");
        Refuse(all.VirusScan.Address.Length > 0 && !(HostAndPort().Match(all.VirusScan.Address) is { Success: true } scanner && ushort.TryParse(scanner.Groups["port"].Value, out _)), $"VirusScan:Address must be a host and a port such as 127.0.0.1:3310; it is '{all.VirusScan.Address}'.");
        return new AllSettings(all.Site, all.Proxy, all.Storage, all.Database, all.Evidence, all.Keys, all.Demo, all.Limits, all.Log, all.Batches, all.Seal, all.Uploads, all.Tools, all.VirusScan, all.AutoMapper)
        {
            PublicUrl = Origin("Site:PublicUrl", all.Site.PublicUrl.Length == 0 && development ? "http://localhost:5080" : all.Site.PublicUrl, development),
            Root = Path.GetFullPath(all.Storage.Root, environment.ContentRootPath),
            SeedsDemo = all.Demo.Seed ?? development,
            VerifyPerMinute = all.Limits.VerifyPerMinute ?? (development ? 0 : 30),
            SignInPerMinute = all.Limits.SignInPerMinute ?? (development ? 0 : 20),
        };
    }

    /// <summary>An origin: scheme, lower-case host, optional port; no path, no IP address; https outside Development.</summary>
    public static Uri Origin(string name, string value, bool development)
    {
        Refuse(value.Length == 0, $"{name} must be set to the public address, such as https://folio.example.");
        if (!Uri.TryCreate(value, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.PathAndQuery != "/" || uri.Fragment.Length > 0 || uri.UserInfo.Length > 0)
        {
            throw new SettingException($"{name} must be an origin such as https://folio.example, without a path; it is '{value}'.");
        }
        Refuse(uri.HostNameType != UriHostNameType.Dns || IPAddress.TryParse(uri.Host, out _), $"{name} must have a host name, not an IP address; it is '{value}'.");
        Refuse(!value.StartsWith($"{uri.Scheme}://{uri.IdnHost}", StringComparison.Ordinal), $"{name} must have its host in lower case; it is '{value}'.");
        Refuse(uri.Scheme != "https" && !development, $"{name} must begin with https:// outside Development; it is '{value}'.");
        return uri;
    }

    [GeneratedRegex(@"^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex ContainerName();

    [GeneratedRegex(@"^([A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\]):(?<port>[1-9][0-9]{0,4})$")]
    private static partial Regex HostAndPort();

    private static T Bind<T>(IConfiguration configuration, string section) where T : class, new()
    {
        try
        {
            return configuration.GetSection(section).Get<T>() ?? new T();
        }
        catch (InvalidOperationException e)
        {
            // The binder's message says which path could not be converted.
            var path = configuration.GetSection(section).AsEnumerable().Select(v => v.Key).FirstOrDefault(k => k.Length > section.Length && e.Message.Contains(k, StringComparison.OrdinalIgnoreCase)) ?? section;
            throw new SettingException($"{path} has a value that cannot be read: '{configuration[path]}'.");
        }
    }

    private static void OneOf(string name, string value, params string[] known) =>
        Refuse(!known.Contains(value, StringComparer.Ordinal), $"{name} must be {string.Join(" or ", known)}; it is '{value}'.");

    private static void EachOf(string name, IReadOnlyList<string> values, Func<string, bool> fits, string what)
    {
        for (var i = 0; i < values.Count; i++)
        {
            Refuse(!fits(values[i]), FormattableString.Invariant($"{name}:{i} must be {what}; it is '{values[i]}'."));
        }
    }

    private static void Refuse(bool wrong, string sentence)
    {
        if (wrong)
        {
            throw new SettingException(sentence);
        }
    }
}
