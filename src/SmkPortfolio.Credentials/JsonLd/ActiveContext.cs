using System.Text.Json;

namespace SmkPortfolio.Credentials.JsonLd;

/// <summary>A term as it is understood at one place of a document.</summary>
internal sealed class TermDefinition
{
    public static readonly TermDefinition None = new();

    public string? Id { get; set; }

    public string? Type { get; init; }

    public IReadOnlySet<string> Container { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    public LocalContext? Scoped { get; init; }

    public bool Protected { get; init; }

    public bool Prefix { get; set; }

    public bool MeansTheSameAs(TermDefinition other) =>
        Id == other.Id && Type == other.Type && Prefix == other.Prefix && Container.SetEquals(other.Container)
        && (Scoped is null) == (other.Scoped is null)
        && (Scoped is null || ReferenceEquals(Scoped, other.Scoped) || JsonElement.DeepEquals(Scoped.Source, other.Scoped!.Source));
}

/// <summary>All terms in force at one place. Never changed after it was built, so it may be shared between documents.</summary>
internal sealed class ActiveContext
{
    public static readonly ActiveContext Empty = new([], null);

    private readonly Dictionary<string, TermDefinition?> _terms;

    public ActiveContext(Dictionary<string, TermDefinition?> terms, ActiveContext? previous)
    {
        _terms = terms;
        Previous = previous;
    }

    /// <summary>What nested nodes go back to, when this one came from a type.</summary>
    public ActiveContext? Previous { get; }

    public IReadOnlyDictionary<string, TermDefinition?> Terms => _terms;

    public TermDefinition? Find(string term) => _terms.GetValueOrDefault(term);

    /// <summary>The IRI (or keyword) that a member name or value stands for; null when it stands for nothing.</summary>
    public string? Expand(string value, bool asTerm)
    {
        if (value.StartsWith('@')) return value;
        if (_terms.TryGetValue(value, out var definition))
        {
            if (definition?.Id?.StartsWith('@') == true) return definition.Id;
            if (asTerm) return definition?.Id;
        }
        var colon = value.Length > 1 ? value.IndexOf(':', 1) : -1;
        if (colon < 0) return null;
        var suffix = value[(colon + 1)..];
        if (suffix.StartsWith("//", StringComparison.Ordinal)) return value;
        return Find(value[..colon]) is { Id: not null, Prefix: true } prefix ? prefix.Id + suffix : value;
    }
}
