namespace SmkPortfolio.Credentials.JsonLd;

/// <summary>The part of JSON-LD 1.1 context processing that our embedded files need; the rest is refused when they are read.</summary>
internal static class ContextBuilder
{
    public static ActiveContext Apply(ActiveContext active, LocalContext local, bool propagate, bool overrideProtected)
    {
        if (local.Terms is null)
        {
            if (!overrideProtected && active.Terms.Values.Any(d => d?.Protected == true)) throw new JsonLdException("context-nulls-protected", "@context");
            return new ActiveContext([], propagate ? null : active.Previous ?? active);
        }
        var terms = new Dictionary<string, TermDefinition?>(active.Terms, StringComparer.Ordinal);
        var run = new Run(terms, local.Terms, overrideProtected);
        foreach (var term in local.Terms.Keys) run.Define(term);
        return new ActiveContext(terms, propagate ? active.Previous : active.Previous ?? active);
    }

    private sealed class Run(Dictionary<string, TermDefinition?> terms, IReadOnlyDictionary<string, TermSource> sources, bool overrideProtected)
    {
        private readonly Dictionary<string, bool> _defined = new(StringComparer.Ordinal);

        public void Define(string term)
        {
            if (_defined.TryGetValue(term, out var done))
            {
                if (!done) throw new JsonLdException("context-cyclic", term);
                return;
            }
            _defined[term] = false;
            terms.Remove(term, out var previous);
            terms[term] = Settle(term, Build(term), previous);
            _defined[term] = true;
        }

        private TermDefinition? Settle(string term, TermDefinition? definition, TermDefinition? previous)
        {
            if (overrideProtected || previous is not { Protected: true }) return definition;
            return definition is not null && definition.MeansTheSameAs(previous) ? previous : throw new JsonLdException("context-redefines-protected", term);
        }

        private TermDefinition? Build(string term)
        {
            var source = sources[term];
            if (source.IdIsNull) return null;
            var definition = new TermDefinition
            {
                Type = source.Type is null or "@id" or "@vocab" or "@json" or "@none" ? source.Type : Expand(source.Type),
                Container = source.Container,
                Scoped = source.Scoped,
                Protected = source.Protected,
            };
            if (source.Id is not null && source.Id != term)
            {
                definition.Id = Expand(source.Id) ?? throw new JsonLdException("context-bad-term", term);
                definition.Prefix = source.IsSimple && !term.Contains(':') && !term.Contains('/') && ":/?#[]@".Contains(definition.Id[^1]);
            }
            else
            {
                definition.Id = term.IndexOf(':') > 0 ? Expand(term) : throw new JsonLdException("context-bad-term", term);
            }
            definition.Prefix = source.Prefix ?? definition.Prefix;
            return definition;
        }

        private string? Expand(string value)
        {
            if (value.StartsWith('@')) return value;
            DefineFirst(value);
            if (terms.TryGetValue(value, out var definition)) return definition?.Id;
            var colon = value.IndexOf(':');
            if (colon <= 0) return null;
            var (prefix, suffix) = (value[..colon], value[(colon + 1)..]);
            if (suffix.StartsWith("//", StringComparison.Ordinal)) return value;
            DefineFirst(prefix);
            return terms.GetValueOrDefault(prefix) is { Id: not null, Prefix: true } known ? known.Id + suffix : value;
        }

        private void DefineFirst(string term)
        {
            if (sources.ContainsKey(term) && !(_defined.TryGetValue(term, out var done) && done)) Define(term);
        }
    }
}
