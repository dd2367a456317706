using System.Text.Json;

namespace SmkPortfolio.Tests;

/// <summary>A document of a golden set and what every later version must say about it.</summary>
/// <param name="File">Name within the set.</param>
/// <param name="Kind"><c>paper</c>, <c>open-badge</c>, <c>endorsement</c>, <c>portfolio</c>, <c>jwt</c>, <c>badge-picture</c> or <c>status-list</c>.</param>
/// <param name="Format">Format of a paper.</param>
/// <param name="Language">Language of a paper.</param>
/// <param name="Code">Serial of a paper, without hyphen.</param>
/// <param name="Verdict">With the lists and states of that day.</param>
/// <param name="Offline">With the register and what is stapled to the document alone.</param>
internal sealed record GoldenFile(string File, string Kind, string? Format, string? Language, string? Code, string Verdict, string Offline);

/// <summary>The index of a golden set.</summary>
/// <param name="PublicUrl">Where the site of that day stood; its identifiers are made from it.</param>
/// <param name="PlatformKey">Fingerprint of the key that signed the register.</param>
/// <param name="Pinned">The instant at which the verdicts hold.</param>
/// <param name="Account">A student of the kept site.</param>
/// <param name="Password">Of that student.</param>
/// <param name="Lists">Addresses of the status lists, each with its file.</param>
/// <param name="States">Ids of credentials, each with its signed state record.</param>
internal sealed record GoldenIndex(
    string PublicUrl, string PlatformKey, DateTimeOffset Pinned, string Account, string Password, IReadOnlyList<GoldenFile> Files, IReadOnlyDictionary<string, string> Lists, IReadOnlyDictionary<string, string> States);

/// <summary>One folder under <c>tests/golden</c>: what one version issued, with its register, its lists and its whole site.</summary>
internal sealed class GoldenSet(string folder)
{
    public const string IndexFile = "index.json";
    public const string RegisterFile = "register.jws";

    /// <summary>The folder of the site: database, keys and evidence.</summary>
    public const string SiteFile = "site.zip";

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The versions whose golden files are kept.</summary>
    public static IEnumerable<string> Versions => Directory.GetDirectories(Home).Where(f => File.Exists(Path.Combine(f, IndexFile))).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    public GoldenIndex Index { get; } = JsonSerializer.Deserialize<GoldenIndex>(File.ReadAllBytes(Path.Combine(folder, IndexFile)), Json) ?? throw new InvalidDataException(folder);

    private static string Home => Repository.PathOf("tests", "golden");

    public static GoldenSet Of(string version) => new(Path.Combine(Home, version));

    public string PathOf(string file) => Path.Combine(folder, file);

    public byte[] Read(string file) => File.ReadAllBytes(PathOf(file));
}
