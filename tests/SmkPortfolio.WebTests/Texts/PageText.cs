using System.Text.RegularExpressions;
using System.Xml.Linq;
using SmkPortfolio.Tests;

namespace SmkPortfolio.WebTests.Texts;

/// <summary>The texts that pages ask for, and those that the resource files hold, read from the sources.</summary>
internal static partial class PageText
{
    private const string Web = "src/SmkPortfolio.Web";
    private const string SharedName = "SharedTexts";

    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Resources { get; } = Repository.Files(Web, "*.resx")
        .ToDictionary(Repository.Relative, path => (IReadOnlyDictionary<string, string>)XDocument.Load(path).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value));

    public static IReadOnlyList<SourceFile> Sources { get; } =
        [.. Repository.Files(Web, "*.cshtml").Concat(Repository.Files(Web, "*.cs")).Select(path => new SourceFile(Repository.Relative(path), File.ReadAllText(path)))];

    internal sealed record SourceFile(string Path, string Text)
    {
        /// <summary>Texts asked for by a literal: <c>L["…"]</c>, <c>S["…"]</c>, display names, descriptions, error messages.</summary>
        public IEnumerable<(string Key, bool IsShared)> Keys =>
            Indexed().Matches(Text).Select(match => (Plain(match.Groups["key"].Value), match.Groups["who"].Value is "S"))
                .Concat(Annotation().Matches(Text).SelectMany(block => Named().Matches(block.Value)).Select(match => (Plain(match.Groups["key"].Value), false)));

        public IEnumerable<string> Literals =>
            Literal().Matches(Text).Select(match => Plain(match.Groups["key"].Value)).Concat(Keys.Select(key => key.Key));

        /// <summary>The resource files where this file's own texts may stand; the shared one is always among them.</summary>
        public IEnumerable<string> Homes(string language)
        {
            var folder = Path[..(Path.LastIndexOf('/') + 1)];
            var own = System.IO.Path.GetFileName(Path).Split('.')[0];
            var named = Localizer().Matches(Text).Select(match => match.Groups["type"].Value).Append(own).ToHashSet();
            return Resources.Keys.Where(path => path.EndsWith($".{language}.resx", StringComparison.Ordinal))
                .Where(path => System.IO.Path.GetFileName(path).Split('.')[0] is var name
                    && (name == SharedName || (name == own && path.StartsWith(folder, StringComparison.Ordinal)) || (name != own && named.Contains(name))));
        }
    }

    public static string SharedHome(string language) => $"{Web}/Localisation/{SharedName}.{language}.resx";

    public static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(match => match.Groups["n"].Value).Distinct().Order(StringComparer.Ordinal);

    private static string Plain(string literal) => literal.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal);

    [GeneratedRegex("""\b(?<who>L|S|W|texts|Texts)\[\s*"(?<key>(?:\\.|[^"\\])*)"(?=\s*[\],])""")]
    private static partial Regex Indexed();

    [GeneratedRegex("""\[(?:Display|DisplayName|Required|StringLength|MaxLength|MinLength|Range|EmailAddress|Url|Phone|Compare|RegularExpression)\b(?:"(?:\\.|[^"\\])*"|[^"\]])*\]""")]
    private static partial Regex Annotation();

    [GeneratedRegex("""\b(?:Name|Description|Prompt|ErrorMessage)\s*=\s*"(?<key>(?:\\.|[^"\\])*)" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Named();

    [GeneratedRegex("""(?<!\\)"(?<key>(?:\\.|[^"\\\r\n])*)" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Literal();

    [GeneratedRegex(@"I(?:String|Html)Localizer<(?<type>\w+)>")]
    private static partial Regex Localizer();

    [GeneratedRegex(@"\{(?<n>\d+)(?::[^}]*)?\}")]
    private static partial Regex Placeholder();
}
