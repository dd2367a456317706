namespace SmkPortfolio.Credentials;

/// <summary>A register that cannot be believed; <see cref="Exception.Message"/> is a stable code.</summary>
public sealed class RegisterException(string code) : Exception(code);
