namespace SmkPortfolio.UnitTests.Verifier;

/// <summary>A day after everything in the samples was signed.</summary>
internal sealed class FixedClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => Credentials.Samples.Now.AddDays(1);
}
