using System.Globalization;
using System.Text;

namespace SmkPortfolio.Credentials.Rdf;

/// <summary>Canonical N-Quads text of one statement.</summary>
internal static class NQuads
{
    public const string XsdString = "http://www.w3.org/2001/XMLSchema#string";

    public static string Line(Quad quad, Func<string, string> label)
    {
        var line = new StringBuilder(160);
        Append(line, quad.Subject, label).Append(' ');
        Append(line, quad.Predicate, label).Append(' ');
        Append(line, quad.Object, label);
        if (quad.Graph is not null) Append(line.Append(' '), quad.Graph, label);
        return line.Append(" .\n").ToString();
    }

    private static StringBuilder Append(StringBuilder line, Term term, Func<string, string> label)
    {
        switch (term)
        {
            case Iri iri:
                return line.Append('<').Append(iri.Value).Append('>');
            case Blank blank:
                return line.Append(label(blank.Label));
            case Literal literal:
                Escape(line.Append('"'), literal.Value).Append('"');
                if (literal.Language is not null) return line.Append('@').Append(literal.Language);
                return literal.Datatype == XsdString ? line : line.Append("^^<").Append(literal.Datatype).Append('>');
            default:
                throw new InvalidOperationException("unknown kind of term");
        }
    }

    private static StringBuilder Escape(StringBuilder line, string text)
    {
        foreach (var c in text)
        {
            _ = c switch
            {
                '\\' => line.Append("\\\\"),
                '"' => line.Append("\\\""),
                '\n' => line.Append("\\n"),
                '\r' => line.Append("\\r"),
                '\t' => line.Append("\\t"),
                '\b' => line.Append("\\b"),
                '\f' => line.Append("\\f"),
                < ' ' or '\u007f' => line.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture)),
                _ => line.Append(c),
            };
        }
        return line;
    }
}
