using SmkPortfolio.Domain.Issuing;

namespace SmkPortfolio.Web.Pages.Keys;

/// <summary>For <c>_Keys</c>: keys with their dates, newest first.</summary>
public sealed record KeyTable(IReadOnlyList<IssuerKey> Keys, string Zone);
