using SmkPortfolio.Credentials;

namespace SmkPortfolio.UnitTests.Credentials.ThreeParties;

/// <summary>A document, the world it is judged in, and what each of the three parties answers.</summary>
/// <param name="Core">What is right; our core must say it.</param>
/// <param name="VerifierCore">What <c>@digitalcredentials/verifier-core</c> really says.</param>
/// <param name="Vc">What <c>@digitalbazaar/vc</c> really says.</param>
/// <param name="Make">Prepares the world and gives the document.</param>
internal sealed record ThreePartyCase(string Name, Verdict Core, string VerifierCore, string Vc, Func<ThreePartyWorld, byte[]> Make)
{
    public const string Accept = "accept";
    public const string Refuse = "refuse";
    public const string CannotSay = "cannot say";

    /// <summary>Why the answers differ.</summary>
    public string Note { get; init; } = "";
}
