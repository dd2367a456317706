using System.Security.Cryptography;
using System.Text;

namespace SmkPortfolio.Credentials.Rdf;

/// <summary>
/// RDF Dataset Canonicalization (RDFC-1.0) with SHA-256. Work is counted: a dataset built to be slow ends in
/// <see cref="CanonicalizationException"/> and not in a busy server.
/// </summary>
internal sealed class Rdfc10
{
    private const int MaxQuads = 50_000;
    private const int MaxMentions = 64;
    private const int MaxDepth = 200;
    private const int WorkBudget = 60_000;
    private const int CopyBudget = 2_000_000;

    private readonly Dictionary<string, List<Quad>> _quadsOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _firstDegree = new(StringComparer.Ordinal);
    private readonly LabelIssuer _canonical = new("c14n");
    private int _budget = WorkBudget;
    private int _copies = CopyBudget;

    private Rdfc10(List<Quad> quads)
    {
        if (quads.Count > MaxQuads) throw new CanonicalizationException("too many statements");
        foreach (var quad in quads)
        {
            Note(quad.Subject, quad);
            Note(quad.Object, quad);
            if (quad.Graph is not null) Note(quad.Graph, quad);
        }
    }

    /// <summary>The canonical N-Quads document.</summary>
    public static string Canonicalize(IEnumerable<Quad> dataset)
    {
        var quads = dataset.Distinct().ToList();
        var run = new Rdfc10(quads);
        run.LabelBlanks();
        var lines = quads.Select(q => NQuads.Line(q, run._canonical.Issue)).Distinct(StringComparer.Ordinal).ToList();
        // UTF-16 order, as every implementation in use has it.
        lines.Sort(StringComparer.Ordinal);
        return string.Concat(lines);
    }

    /// <summary>True when every blank node can be told from the others by its own statements alone.</summary>
    public static bool BlanksAreDistinct(IEnumerable<Quad> dataset)
    {
        var run = new Rdfc10(dataset.Distinct().ToList());
        return run._quadsOf.Keys.Select(run.FirstDegree).Distinct(StringComparer.Ordinal).Count() == run._quadsOf.Count;
    }

    private void LabelBlanks()
    {
        var groups = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var blank in _quadsOf.Keys)
        {
            var hash = FirstDegree(blank);
            if (!groups.TryGetValue(hash, out var group)) groups.Add(hash, group = []);
            group.Add(blank);
        }
        foreach (var group in groups.Values.Where(g => g.Count == 1)) _canonical.Issue(group[0]);
        foreach (var group in groups.Values.Where(g => g.Count > 1)) LabelAlike(group);
    }

    private void LabelAlike(List<string> group)
    {
        var results = new List<(string Hash, LabelIssuer Issuer)>();
        foreach (var blank in group)
        {
            if (_canonical.Has(blank)) continue;
            var temporary = new LabelIssuer("b");
            temporary.Issue(blank);
            results.Add(NDegree(blank, temporary, 0));
        }
        foreach (var (_, issuer) in results.OrderBy(r => r.Hash, StringComparer.Ordinal))
            foreach (var blank in issuer.Order) _canonical.Issue(blank);
    }

    private void Note(Term term, Quad quad)
    {
        if (term is not Blank blank) return;
        if (!_quadsOf.TryGetValue(blank.Label, out var quads)) _quadsOf.Add(blank.Label, quads = []);
        if (quads.Count == 0 || !ReferenceEquals(quads[^1], quad)) quads.Add(quad);
    }

    private string FirstDegree(string blank)
    {
        if (_firstDegree.TryGetValue(blank, out var known)) return known;
        var lines = _quadsOf[blank].Select(q => NQuads.Line(q, other => other == blank ? "_:a" : "_:z")).ToList();
        lines.Sort(StringComparer.Ordinal);
        var hash = Hash(string.Concat(lines));
        _firstDegree.Add(blank, hash);
        return hash;
    }

    private string Related(string related, Quad quad, LabelIssuer issuer, string position)
    {
        var input = new StringBuilder(position);
        if (position != "g") input.Append('<').Append(quad.Predicate.Value).Append('>');
        if (_canonical.Has(related)) input.Append(_canonical.Issue(related));
        else if (issuer.Has(related)) input.Append(issuer.Issue(related));
        else input.Append(FirstDegree(related));
        return Hash(input.ToString());
    }

    private (string Hash, LabelIssuer Issuer) NDegree(string blank, LabelIssuer issuer, int depth)
    {
        if (depth > MaxDepth) throw new CanonicalizationException("statements nest too deep");
        Spend(_quadsOf[blank].Count);
        var data = new StringBuilder();
        foreach (var (hash, related) in RelatedGroups(blank, issuer))
        {
            if (related.Count > MaxMentions) throw new CanonicalizationException("too many alike nodes");
            var (path, chosen) = BestPath(related, issuer, depth);
            data.Append(hash).Append(path);
            issuer = chosen;
        }
        return (Hash(data.ToString()), issuer);
    }

    // A list with one entry per mention, not a set: reference implementations do so and identical embedded proofs need it.
    private SortedDictionary<string, List<string>> RelatedGroups(string blank, LabelIssuer issuer)
    {
        var groups = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var quad in _quadsOf[blank])
        {
            foreach (var (term, position) in new[] { (quad.Subject, "s"), (quad.Object, "o"), (quad.Graph, "g") })
            {
                if (term is not Blank other || other.Label == blank) continue;
                var hash = Related(other.Label, quad, issuer, position);
                if (!groups.TryGetValue(hash, out var group)) groups.Add(hash, group = []);
                group.Add(other.Label);
            }
        }
        return groups;
    }

    private (string Path, LabelIssuer Issuer) BestPath(List<string> related, LabelIssuer issuer, int depth)
    {
        string? best = null;
        LabelIssuer? bestIssuer = null;
        foreach (var permutation in Permutations(related))
        {
            Spend(permutation.Count);
            var (path, used) = Path(permutation, Copy(issuer), best, depth);
            if (path is null || (best is not null && string.CompareOrdinal(path, best) >= 0)) continue;
            best = path;
            bestIssuer = used;
        }
        return (best!, bestIssuer!);
    }

    /// <summary>The path of one permutation, or null as soon as it cannot beat the best one.</summary>
    private (string? Path, LabelIssuer Issuer) Path(List<string> permutation, LabelIssuer issuer, string? best, int depth)
    {
        var path = new StringBuilder();
        var recursion = new List<string>();
        bool Loses() => best is not null && path.Length >= best.Length && string.CompareOrdinal(path.ToString(), best) > 0;
        foreach (var blank in permutation)
        {
            if (_canonical.Has(blank))
            {
                path.Append(_canonical.Issue(blank));
            }
            else
            {
                if (!issuer.Has(blank)) recursion.Add(blank);
                path.Append(issuer.Issue(blank));
            }
            if (Loses()) return (null, issuer);
        }
        foreach (var blank in recursion)
        {
            var (hash, used) = NDegree(blank, issuer, depth + 1);
            path.Append(issuer.Issue(blank)).Append('<').Append(hash).Append('>');
            issuer = used;
            if (Loses()) return (null, issuer);
        }
        return (path.ToString(), issuer);
    }

    private static IEnumerable<List<string>> Permutations(List<string> items)
    {
        if (items.Count <= 1)
        {
            yield return [.. items];
            yield break;
        }
        for (var i = 0; i < items.Count; i++)
        {
            // Equal items give equal permutations.
            if (items.IndexOf(items[i]) != i) continue;
            var rest = new List<string>(items);
            rest.RemoveAt(i);
            foreach (var tail in Permutations(rest))
            {
                tail.Insert(0, items[i]);
                yield return tail;
            }
        }
    }

    private void Spend(int work)
    {
        _budget -= work + 1;
        if (_budget < 0) throw new CanonicalizationException("too much work to canonicalize");
    }

    // Each copy costs what was issued before, which in a hostile dataset is thousands of labels.
    private LabelIssuer Copy(LabelIssuer issuer)
    {
        _copies -= issuer.Order.Count + 1;
        return _copies >= 0 ? issuer.Copy() : throw new CanonicalizationException("too much work to canonicalize");
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
