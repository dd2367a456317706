using System.Text.RegularExpressions;
using SmkPortfolio.Tests;

namespace SmkPortfolio.WebTests.Architecture;

/// <summary>What the repository must not carry: files too long to read, addresses of one machine or one registry.</summary>
public sealed partial class HygieneTests
{
    private const int LongestFile = 400;

    /// <summary>Files that are longer on purpose, each with its reason.</summary>
    private static readonly Dictionary<string, string> LongOnPurpose = [];

    [Fact]
    public void No_source_file_is_longer_than_four_hundred_lines()
    {
        var tooLong = Repository.Files("src", "*.cs").Concat(Repository.Files("src", "*.cshtml"))
            .Where(path => !Repository.Relative(path).Contains("/Migrations/", StringComparison.Ordinal))
            .Select(path => (Path: Repository.Relative(path), Lines: File.ReadLines(path).Count()))
            .Where(file => file.Lines > LongestFile && !LongOnPurpose.ContainsKey(file.Path))
            .Select(file => $"{file.Path}: {file.Lines} lines");

        Assert.Empty(tooLong);
    }

    [Fact]
    public void No_npm_lock_file_names_a_registry()
    {
        var locks = Repository.Files("tests", "package-lock.json").ToList();

        Assert.NotEmpty(locks);
        Assert.Empty(locks.Where(path => NamesRegistry(File.ReadAllText(path))).Select(Repository.Relative));
    }

    [Fact]
    public void No_file_names_a_folder_of_one_machine()
    {
        string[] kinds = ["*.cs", "*.cshtml", "*.json", "*.csproj", "*.props", "*.targets", "*.md", "*.sh", "*.js", "*.mjs", "*.css", "*.resx"];
        var found = new[] { "src", "tests", ".ci" }.SelectMany(folder => kinds.SelectMany(kind => Repository.Files(folder, kind)))
            .Append(Repository.PathOf(".ci", "run"))
            .Where(path => NamesMachine(File.ReadAllText(path)))
            .Select(Repository.Relative);

        Assert.Empty(found);
    }

    [Fact]
    public void A_registry_address_and_a_machine_path_are_caught()
    {
        Assert.True(NamesRegistry("\"resolved\": \"https://registry.example/x/-/x-1.0.0.tgz\""));
        Assert.False(NamesRegistry("\"integrity\": \"sha512-abc\""));
        Assert.True(NamesMachine($"see {'/'}home/somebody/notes"));
        Assert.True(NamesMachine($"C:{'\\'}Users{'\\'}somebody"));
        Assert.False(NamesMachine("<a href=\"/work-experience\">"));
    }

    private static bool NamesRegistry(string text) => RegistryAddress().IsMatch(text);

    private static bool NamesMachine(string text) => MachinePath().IsMatch(text);

    [GeneratedRegex("\"resolved\"\\s*:\\s*\"https?://")]
    private static partial Regex RegistryAddress();

    [GeneratedRegex(@"(?<![\w.])/(home/[a-z]|root/|work/(main|shared)|tmp/wt)|[A-Z]:\\Users\\")]
    private static partial Regex MachinePath();
}
