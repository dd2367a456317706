namespace SmkPortfolio.Credentials.Json;

/// <summary>A document that is not plain, bounded JSON; <see cref="Exception.Message"/> is a stable code.</summary>
public sealed class StrictJsonException(string code, Exception? inner = null) : Exception(code, inner);
