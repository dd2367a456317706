using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.Domain.Reference;

/// <summary>Countries and territories by their ISO 3166-1 code of two letters.</summary>
public static class Countries
{
    private static readonly Dictionary<string, Bilingual> Names = ReferenceFile.Read<Row[]>("countries.json").ToDictionary(r => r.Code, r => new Bilingual(r.Id, r.En), StringComparer.Ordinal);

    /// <summary>The country's name, or null when there is no such code.</summary>
    public static Bilingual? Name(string code) => Names.GetValueOrDefault(code);

    public static IEnumerable<(string Code, Bilingual Name)> All => Names.Select(n => (n.Key, n.Value));

    private sealed record Row(string Code, string Id, string En);
}
