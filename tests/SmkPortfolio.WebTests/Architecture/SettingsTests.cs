using System.Reflection;
using System.Text.Json;
using SmkPortfolio.Tests;

namespace SmkPortfolio.WebTests.Architecture;

/// <summary>appsettings.example.json holds every setting that the program reads, and nothing else.</summary>
public sealed class SettingsTests
{
    // Read by the platform itself, shown in the example because people look for them there.
    private static readonly string[] OfThePlatform = ["Logging:", "Kestrel:", "AllowedHosts", "Urls"];

    [Fact]
    public void Every_bound_setting_stands_in_the_example_and_nothing_else_does()
    {
        var bound = typeof(Program).Assembly.GetTypes()
            .Where(type => type.Namespace == "SmkPortfolio.Web.Settings" && type.GetField("Section") is { IsLiteral: true })
            .SelectMany(type => Leaves((string)type.GetField("Section")!.GetRawConstantValue()!, type))
            .Order(StringComparer.Ordinal).ToList();
        using var example = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("appsettings.example.json")),
            new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var shown = Leaves("", example.RootElement).Where(path => !OfThePlatform.Any(prefix => path.StartsWith(prefix, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal);

        Assert.NotEmpty(bound);
        Assert.Equal(bound, shown);
    }

    [Fact]
    public void A_setting_without_its_line_is_caught()
    {
        using var example = JsonDocument.Parse("""{ "Offender": { "Known": 1, "Nested": { "Deep": true } } }""");

        Assert.Equal(["Offender:Known", "Offender:Nested:Deep", "Offender:Missing"], Leaves("Offender", typeof(Offender)));
        Assert.Equal(["Offender:Known", "Offender:Nested:Deep"], Leaves("", example.RootElement));
    }

    private static IEnumerable<string> Leaves(string path, Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetMethod is not null && property.Name != "EqualityContract")
            .SelectMany(property => IsNested(property.PropertyType) ? Leaves($"{path}:{property.Name}", property.PropertyType) : [$"{path}:{property.Name}"]);

    private static IEnumerable<string> Leaves(string path, JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
            ? element.EnumerateObject().SelectMany(property => Leaves(path.Length == 0 ? property.Name : $"{path}:{property.Name}", property.Value))
            : [path];

    // A list or a dictionary is one setting, whatever it holds.
    private static bool IsNested(Type type) => type.IsClass && type != typeof(string) && !typeof(System.Collections.IEnumerable).IsAssignableFrom(type) && type != typeof(Uri);

    private sealed record Offender(int Known, Inner Nested, string Missing);

    private sealed record Inner(bool Deep);
}
