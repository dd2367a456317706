using System.Text.Json;

namespace SmkPortfolio.Credentials.JsonLd;

/// <summary>What an embedded context file says about one term.</summary>
internal sealed record TermSource(
    string? Id, bool IdIsNull, string? Type, IReadOnlySet<string> Container, LocalContext? Scoped, bool Protected, bool? Prefix, bool IsSimple);

/// <summary>A local context of an embedded file, read once. <see cref="Terms"/> is null for <c>"@context": null</c>.</summary>
internal sealed class LocalContext
{
    private static readonly string[] TermMembers = ["@id", "@type", "@container", "@context", "@protected", "@prefix"];

    private LocalContext(IReadOnlyDictionary<string, TermSource>? terms, JsonElement source)
    {
        Terms = terms;
        Source = source;
    }

    public IReadOnlyDictionary<string, TermSource>? Terms { get; }

    /// <summary>The text it was read from, for telling whether two definitions are the same.</summary>
    public JsonElement Source { get; }

    public static LocalContext Read(JsonElement source)
    {
        if (source.ValueKind == JsonValueKind.Null) return new LocalContext(null, source);
        if (source.ValueKind != JsonValueKind.Object) throw new JsonLdException("context-unsupported", source.ValueKind.ToString());
        var isProtected = source.TryGetProperty("@protected", out var flag) && flag.GetBoolean();
        var terms = new Dictionary<string, TermSource>(StringComparer.Ordinal);
        foreach (var member in source.EnumerateObject())
        {
            if (member.Name is "@version" or "@protected") continue;
            if (member.Name.StartsWith('@') || member.Name.Length == 0) throw new JsonLdException("context-unsupported", member.Name);
            terms.Add(member.Name, ReadTerm(member.Name, member.Value, isProtected));
        }
        return new LocalContext(terms, source);
    }

    private static TermSource ReadTerm(string name, JsonElement value, bool isProtected)
    {
        var none = new HashSet<string>(StringComparer.Ordinal);
        if (value.ValueKind == JsonValueKind.Null) return new TermSource(null, true, null, none, null, isProtected, null, true);
        if (value.ValueKind == JsonValueKind.String) return new TermSource(value.GetString(), false, null, none, null, isProtected, null, true);
        foreach (var member in value.EnumerateObject())
            if (!TermMembers.Contains(member.Name)) throw new JsonLdException("context-unsupported", $"{name} {member.Name}");
        JsonElement? Member(string key) => value.TryGetProperty(key, out var found) ? found : null;
        return new TermSource(
            Member("@id") is { ValueKind: JsonValueKind.String } id ? id.GetString() : null,
            Member("@id") is { ValueKind: JsonValueKind.Null },
            Member("@type")?.GetString(),
            ReadContainer(name, Member("@container")),
            Member("@context") is { } scoped ? Read(scoped) : null,
            Member("@protected")?.GetBoolean() ?? isProtected,
            Member("@prefix")?.GetBoolean(),
            false);
    }

    private static HashSet<string> ReadContainer(string name, JsonElement? value)
    {
        var container = new HashSet<string>(StringComparer.Ordinal);
        if (value is not { } given) return container;
        foreach (var item in given.ValueKind == JsonValueKind.Array ? given.EnumerateArray().ToArray() : [given])
        {
            var kind = item.GetString()!;
            if (kind is not ("@set" or "@list" or "@graph")) throw new JsonLdException("context-unsupported", $"{name} {kind}");
            container.Add(kind);
        }
        return container;
    }
}
