namespace SmkPortfolio.WebTests.Architecture;

/// <summary>The short list: every address that needs no sign-in. What is not here demands a policy.</summary>
internal static class PublicDoors
{
    /// <summary>Route patterns as the program maps them, in lower case, with parameters as <c>{}</c>.</summary>
    public static readonly IReadOnlySet<string> Patterns = new HashSet<string>(StringComparer.Ordinal)
    {
        // People
        "/", "/account/login", "/account/logout", "/language/{}", "/error/{}",
        "/verify", "/verify/{}", "/verify/checker.html", "/s/{}", "/s/{}/{}",
        // Keys, lists, register: what a stranger needs to check a paper
        "/.well-known/did.json", "/schools/{}/did.json", "/schools/{}/staff/{}/did.json", "/partners/{}/mentors/{}/did.json",
        "/register.jws", "/registers/{}.jws", "/registers/{}/log-proof", "/log/checkpoint", "/log/tile/{}",
        "/.well-known/status/rev-{}.json", "/schools/{}/status/rev-{}.json", "/schools/{}/staff/{}/status/rev-{}.json", "/partners/{}/mentors/{}/status/rev-{}.json",
        "/schools/{}/credentials/{}/state", "/schools/{}/achievements/{}", "/competencies/{}",
        // Judged by share or code in the handler: to owner, staff in reach, a share or a paper's code; else 404
        "/schools/{}/credentials/{}", "/schools/{}/endorsements/{}", "/schools/{}/credentials/{}/jwt", "/schools/{}/endorsements/{}/jwt", "/schools/{}/credentials/{}/badge.png", "/schools/{}/credentials/{}/log-proof", "/schools/{}/endorsements/{}/log-proof", "/revisions/{}", "/evidence/{}", "/portfolio/photo/{}",
        // Machines
        "/api/v1/verify", "/openapi/{}.json", "/health/live", "/health/ready",
    };
}
