using System.Globalization;

namespace SmkPortfolio.Credentials.Rdf;

/// <summary>Gives out labels in order of first request, as RDFC-1.0 calls an identifier issuer.</summary>
internal sealed class LabelIssuer(string prefix)
{
    private readonly Dictionary<string, string> _issued = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    public IReadOnlyList<string> Order => _order;

    public bool Has(string label) => _issued.ContainsKey(label);

    public string Issue(string label)
    {
        if (_issued.TryGetValue(label, out var known)) return known;
        var issued = string.Create(CultureInfo.InvariantCulture, $"_:{prefix}{_issued.Count}");
        _order.Add(label);
        _issued.Add(label, issued);
        return issued;
    }

    public LabelIssuer Copy()
    {
        var copy = new LabelIssuer(prefix);
        foreach (var label in _order) copy.Issue(label);
        return copy;
    }
}
