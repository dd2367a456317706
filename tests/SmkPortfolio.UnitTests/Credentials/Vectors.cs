using System.Text.RegularExpressions;
using SmkPortfolio.Credentials.Rdf;

namespace SmkPortfolio.UnitTests.Credentials;

/// <summary>Reads the vectors that lie in the repository.</summary>
internal static partial class Vectors
{
    public static string Folder(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SmkPortfolio.sln"))) folder = folder.Parent;
        return Path.Combine(folder!.FullName, "tests", "vectors", name);
    }

    public static IReadOnlyList<Quad> ReadNQuads(string text) =>
        [.. text.Split('\n').Where(line => line.Trim().Length > 0 && !line.TrimStart().StartsWith('#')).Select(ReadLine)];

    private static Quad ReadLine(string line)
    {
        var terms = new List<Term>();
        var position = 0;
        for (var match = TermPattern().Match(line, position); match.Success && match.Index == position; match = TermPattern().Match(line, position))
        {
            terms.Add(ReadTerm(match));
            position = match.Index + match.Length;
        }
        return new Quad(terms[0], (Iri)terms[1], terms[2], terms.Count > 3 ? terms[3] : null);
    }

    private static Term ReadTerm(Match match)
    {
        if (match.Groups["iri"].Success) return new Iri(Unescape(match.Groups["iri"].Value));
        if (match.Groups["blank"].Success) return new Blank(match.Groups["blank"].Value);
        var datatype = match.Groups["type"].Success ? Unescape(match.Groups["type"].Value) : NQuads.XsdString;
        return new Literal(Unescape(match.Groups["text"].Value), datatype, match.Groups["lang"].Success ? match.Groups["lang"].Value : null);
    }

    private static string Unescape(string text) => EscapePattern().Replace(text, match => match.Groups[1].Value switch
    {
        ['u' or 'U', .. { Length: > 0 } code] => char.ConvertFromUtf32(Convert.ToInt32(code, 16)),
        "n" => "\n",
        "r" => "\r",
        "t" => "\t",
        "b" => "\b",
        "f" => "\f",
        var other => other,
    });

    [GeneratedRegex("""\s*(<(?<iri>[^>]*)>|_:(?<blank>[^\s.]+(\.[^\s.]+)*)|"(?<text>(?:[^"\\]|\\.)*)"(\^\^<(?<type>[^>]*)>|@(?<lang>[A-Za-z0-9-]+))?)""")]
    private static partial Regex TermPattern();

    [GeneratedRegex(@"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")]
    private static partial Regex EscapePattern();
}
