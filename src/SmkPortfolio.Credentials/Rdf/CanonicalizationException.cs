namespace SmkPortfolio.Credentials.Rdf;

/// <summary>A graph whose canonical form would cost more than an honest document ever needs.</summary>
internal sealed class CanonicalizationException(string message) : Exception(message);
