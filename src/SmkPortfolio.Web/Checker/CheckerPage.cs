using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SmkPortfolio.Web.Checking;

namespace SmkPortfolio.Web.Checker;

/// <summary>
/// The page that checks files on the reader's own device: our modules joined into one file that loads nothing, with the register of now and
/// the fingerprint of the key that signed it.
/// </summary>
public sealed partial class CheckerPage(CheckerTexts texts)
{
    private const string Entry = "page.js";

    private static readonly Lazy<string> Shell = new(Build);

    /// <summary>The file, in UTF-8.</summary>
    public byte[] With(PublishedRegister register)
    {
        var data = new JsonObject
        {
            ["register"] = register.Jws,
            ["fingerprint"] = register.Register.Fingerprint,
            ["contexts"] = new JsonObject
            {
                ["https://www.w3.org/ns/credentials/v2"] = Resource("contexts/credentials-v2.json"),
                ["https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"] = Resource("contexts/ob-3.0.3.json"),
            },
            ["texts"] = new JsonObject { ["id"] = texts.In("id"), ["en"] = texts.In("en") },
        };
        // The plain encoder writes < as an escape, so that nothing inside can end the element.
        return Encoding.UTF8.GetBytes(Shell.Value.Replace("{{data}}", data.ToJsonString(), StringComparison.Ordinal));
    }

    private static string Build()
    {
        var style = Resource("checker/page.css");
        var script = Join();
        var policy = $"default-src 'none'; script-src '{HashOf(script)}'; style-src '{HashOf(style)}'; base-uri 'none'; form-action 'none'";
        return Resource("checker/page.html")
            .Replace("{{policy}}", policy, StringComparison.Ordinal)
            .Replace("{{style}}", style, StringComparison.Ordinal)
            .Replace("{{script}}", script, StringComparison.Ordinal);
    }

    /// <summary>Each module once, after those it imports. From a disk no browser would load one module from another.</summary>
    private static string Join()
    {
        var joined = new StringBuilder();
        var done = new HashSet<string>(StringComparer.Ordinal);
        Add(Entry);
        return joined.ToString();

        void Add(string name)
        {
            if (!done.Add(name))
            {
                return;
            }
            var text = Resource("checker/" + name);
            foreach (Match import in Import().Matches(text))
            {
                Add(import.Groups["name"].Value);
            }
            joined.Append(Export().Replace(Import().Replace(text, ""), ""));
        }
    }

    private static string HashOf(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^import \{[^}]*\} from '\./(?<name>[a-z]+\.js)';\n", RegexOptions.Multiline)]
    private static partial Regex Import();

    [GeneratedRegex("^export ", RegexOptions.Multiline)]
    private static partial Regex Export();
}
