using System.Globalization;
using System.Text.Json;
using SmkPortfolio.Credentials.Rdf;

namespace SmkPortfolio.Credentials.JsonLd;

/// <summary>
/// JSON-LD 1.1 to RDF for credentials: contexts only from <see cref="ContextStore"/>, members only by their term.
/// Refused, always with an error: unknown terms, members written as IRIs or keywords (they would hide from readers of plain JSON),
/// relative IRIs, inline contexts, value and language objects, null, empty arrays, blank node labels.
/// </summary>
internal sealed class RdfConverter
{
    private const string RdfNamespace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private const string XsdNamespace = "http://www.w3.org/2001/XMLSchema#";
    private const int MaxContexts = 8;
    private const int MaxQuads = 50_000;
    private const long MaxSafeInteger = 9_007_199_254_740_991;

    private static readonly Iri RdfType = new(RdfNamespace + "type");
    private static readonly Iri RdfFirst = new(RdfNamespace + "first");
    private static readonly Iri RdfRest = new(RdfNamespace + "rest");
    private static readonly Iri RdfNil = new(RdfNamespace + "nil");

    private readonly List<Quad> _quads = [];
    private readonly Dictionary<ContextStep, ActiveContext> _steps = [];
    private int _stepBudget = 1_000;
    private int _blanks;

    /// <summary>The statements of a node object, leaving out its member <paramref name="skip"/>.</summary>
    /// <param name="node">The root node.</param>
    /// <param name="context">The contexts in force; the node's own <c>@context</c> is not looked at.</param>
    /// <param name="skip">The one member of the root that is not part of what is signed.</param>
    public static IReadOnlyList<Quad> Convert(JsonElement node, JsonElement context, string skip)
    {
        var run = new RdfConverter();
        var active = run.ApplyOwn(ActiveContext.Empty, context);
        run.Node(active, TermDefinition.None, node, null, skip);
        return run._quads;
    }

    private ActiveContext ApplyOwn(ActiveContext active, JsonElement context)
    {
        JsonElement[] items = context.ValueKind == JsonValueKind.Array ? [.. context.EnumerateArray()] : [context];
        if (items.Length is 0 or > MaxContexts) throw new JsonLdException("context-count", "@context");
        foreach (var item in items)
        {
            if (item.ValueKind != JsonValueKind.String) throw new JsonLdException("context-inline", "@context");
            active = Step(active, ContextStore.Get(item.GetString()!), propagate: true, overrideProtected: false);
        }
        return active;
    }

    private ActiveContext Step(ActiveContext active, LocalContext local, bool propagate, bool overrideProtected)
    {
        var step = new ContextStep(active, local, propagate, overrideProtected);
        if (ContextStore.TryRecall(step, out var shared)) return shared!;
        if (_steps.TryGetValue(step, out var known)) return known;
        if (--_stepBudget < 0) throw new JsonLdException("context-work", "@context");
        var result = ContextBuilder.Apply(active, local, propagate, overrideProtected);
        _steps.Add(step, result);
        ContextStore.Remember(step, result);
        return result;
    }

    private Term Node(ActiveContext context, TermDefinition property, JsonElement node, Term? graph, string? rootSkip)
    {
        // A context that came from a type does not reach nested nodes, unless they are mere references.
        if (context.Previous is not null && !IsReference(context, node)) context = context.Previous;
        if (property.Scoped is not null) context = Step(context, property.Scoped, propagate: true, overrideProtected: true);
        if (rootSkip is null && node.TryGetProperty("@context", out var own)) context = ApplyOwn(context, own);
        var typeContext = context;
        var types = Types(typeContext, node).ToList();
        foreach (var type in types.Order(StringComparer.Ordinal))
            if (typeContext.Find(type)?.Scoped is { } scoped) context = Step(context, scoped, propagate: false, overrideProtected: false);

        var subject = Subject(context, node);
        foreach (var type in types) Add(new Quad(subject, RdfType, Resource(typeContext.Expand(type, asTerm: true), type), graph));
        foreach (var member in node.EnumerateObject())
        {
            if (member.Name == "@context" || (rootSkip is not null && member.Name == rootSkip)) continue;
            if (member.Name.Contains(':') || member.Name.StartsWith('@')) throw new JsonLdException("member-not-a-term", member.Name);
            // The contexts name the class Criteria and the property criteria alike; as a member only the property is meant.
            if (member.Name is [>= 'A' and <= 'Z', ..]) throw new JsonLdException("member-is-a-class", member.Name);
            var predicate = context.Expand(member.Name, asTerm: true) ?? throw new JsonLdException("member-unknown", member.Name);
            if (predicate is "@id" or "@type") continue;
            if (predicate.StartsWith('@')) throw new JsonLdException("keyword-unsupported", member.Name);
            Property(context, context.Find(member.Name)!, subject, Resource(predicate, member.Name), member.Value, graph);
        }
        return subject;
    }

    private static bool IsReference(ActiveContext context, JsonElement node)
    {
        using var members = node.EnumerateObject();
        return members.MoveNext() && context.Expand(members.Current.Name, asTerm: true) == "@id" && !members.MoveNext();
    }

    private static IEnumerable<string> Types(ActiveContext context, JsonElement node)
    {
        foreach (var member in node.EnumerateObject().Where(m => m.Name != "@context" && context.Expand(m.Name, asTerm: true) == "@type"))
        {
            if (member.Value.ValueKind != JsonValueKind.Array) yield return Text(member.Value, member.Name);
            else foreach (var item in member.Value.EnumerateArray()) yield return Text(item, member.Name);
        }
    }

    private Term Subject(ActiveContext context, JsonElement node)
    {
        Term? subject = null;
        foreach (var member in node.EnumerateObject())
        {
            if (member.Name == "@context" || context.Expand(member.Name, asTerm: true) != "@id") continue;
            if (subject is not null) throw new JsonLdException("two-ids", member.Name);
            var id = Text(member.Value, member.Name);
            subject = Resource(context.Expand(id, asTerm: false), id);
        }
        return subject ?? Fresh();
    }

    private void Property(ActiveContext context, TermDefinition term, Term subject, Iri predicate, JsonElement value, Term? graph)
    {
        if (term.Type == "@json") throw new JsonLdException("json-literal-unsupported", predicate.Value);
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0) throw new JsonLdException("empty-array", predicate.Value);
        if (term.Container.Contains("@list"))
        {
            Add(new Quad(subject, predicate, List(context, term, value, graph), graph));
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                if (item.ValueKind == JsonValueKind.Array) throw new JsonLdException("array-in-array", predicate.Value);
                Property(context, term, subject, predicate, item, graph);
            }
        }
        else if (term.Container.Contains("@graph"))
        {
            if (value.ValueKind != JsonValueKind.Object) throw new JsonLdException("graph-needs-object", predicate.Value);
            var name = Fresh();
            Node(context, term, value, name, null);
            Add(new Quad(subject, predicate, name, graph));
        }
        else
        {
            Add(new Quad(subject, predicate, Object(context, term, value, graph), graph));
        }
    }

    private Term List(ActiveContext context, TermDefinition term, JsonElement value, Term? graph)
    {
        JsonElement[] items = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
        Term head = RdfNil;
        for (var i = items.Length - 1; i >= 0; i--)
        {
            var cell = Fresh();
            Add(new Quad(cell, RdfFirst, Object(context, term, items[i], graph), graph));
            Add(new Quad(cell, RdfRest, head, graph));
            head = cell;
        }
        return head;
    }

    private Term Object(ActiveContext context, TermDefinition term, JsonElement value, Term? graph)
    {
        if (value.ValueKind == JsonValueKind.Object) return Node(context, term, value, graph, null);
        if (term.Scoped is not null) context = Step(context, term.Scoped, propagate: true, overrideProtected: true);
        return value.ValueKind switch
        {
            JsonValueKind.String => TextObject(context, term, value.GetString()!),
            JsonValueKind.True => new Literal("true", Datatype(term, "boolean"), null),
            JsonValueKind.False => new Literal("false", Datatype(term, "boolean"), null),
            JsonValueKind.Number => Number(term, value),
            _ => throw new JsonLdException("null-or-array-value", value.ValueKind.ToString()),
        };
    }

    private static Term TextObject(ActiveContext context, TermDefinition term, string text) => term.Type switch
    {
        "@id" => Resource(context.Expand(text, asTerm: false), text),
        "@vocab" => Resource(context.Expand(text, asTerm: true), text),
        _ => new Literal(text, Datatype(term, "string"), null),
    };

    private static Literal Number(TermDefinition term, JsonElement value)
    {
        var number = value.GetDouble();
        if (number == Math.Floor(number) && Math.Abs(number) <= MaxSafeInteger && term.Type != XsdNamespace + "double")
            return new Literal(((long)number).ToString(CultureInfo.InvariantCulture), Datatype(term, "integer"), null);
        // Outside this range implementations in use disagree about the text.
        if (!double.IsFinite(number) || Math.Abs(number) is > MaxSafeInteger or < 1e-5) throw new JsonLdException("number-unsupported", value.GetRawText());
        return new Literal(DoubleText(number), Datatype(term, "double"), null);
    }

    /// <summary>XSD canonical double: 3.5 is written <c>3.5E0</c>.</summary>
    internal static string DoubleText(double number)
    {
        var text = number.ToString("E15", CultureInfo.InvariantCulture);
        var at = text.IndexOf('E', StringComparison.Ordinal);
        var mantissa = text[..at].TrimEnd('0');
        if (mantissa.EndsWith('.')) mantissa += "0";
        var exponent = int.Parse(text[(at + 1)..], CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{mantissa}E{exponent}");
    }

    private static string Datatype(TermDefinition term, string fallback) =>
        term.Type is null or "@id" or "@vocab" or "@none" ? XsdNamespace + fallback : term.Type;

    private static string Text(JsonElement value, string where) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new JsonLdException("string-expected", where);

    private static Iri Resource(string? iri, string source)
    {
        if (iri is null || iri.StartsWith("_:", StringComparison.Ordinal)) throw new JsonLdException("iri-not-absolute", source);
        var isPlain = iri.IndexOf(':', StringComparison.Ordinal) > 0 && !iri.Any(c => c is <= ' ' or '<' or '>' or '"' or '{' or '}' or '|' or '\\' or '^' or '`');
        return isPlain ? new Iri(iri) : throw new JsonLdException("iri-not-absolute", source);
    }

    private Blank Fresh() => new(string.Create(CultureInfo.InvariantCulture, $"b{_blanks++}"));

    private void Add(Quad quad)
    {
        if (_quads.Count >= MaxQuads) throw new JsonLdException("too-many-statements", "document");
        _quads.Add(quad);
    }
}
