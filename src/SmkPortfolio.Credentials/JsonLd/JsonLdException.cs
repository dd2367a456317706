namespace SmkPortfolio.Credentials.JsonLd;

/// <summary>A document that uses something our restricted JSON-LD refuses; nothing is ever dropped in silence.</summary>
internal sealed class JsonLdException(string code, string where) : Exception($"{code}: {where}")
{
    public string Code { get; } = code;

    public string Where { get; } = where;
}
