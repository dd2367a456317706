namespace SmkPortfolio.Credentials;

/// <summary>What a check needs besides the document.</summary>
/// <param name="Register">The trusted register; without one the best verdict is issuer-unknown.</param>
/// <param name="Sources">Where current status comes from.</param>
/// <param name="Now">The time of the check.</param>
/// <param name="Language">Language of the reasons: <c>id</c>, anything else is English.</param>
public sealed record VerificationContext(Register? Register, IStatusSources Sources, DateTimeOffset Now, string Language);
