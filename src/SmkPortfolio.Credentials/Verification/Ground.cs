namespace SmkPortfolio.Credentials.Verification;

/// <summary>One reason for a verdict other than "genuine and current".</summary>
internal sealed record Ground(Verdict Verdict, string Code, params IReadOnlyList<object?> Arguments)
{
    // What weighs more comes first.
    private static readonly Verdict[] Precedence =
        [Verdict.Altered, Verdict.GenuineWithdrawn, Verdict.IssuerUnknown, Verdict.NotCheckable, Verdict.GenuineExpired, Verdict.GenuineCurrent];

    public static Ground? Heaviest(IEnumerable<Ground> grounds) => grounds.MinBy(g => Array.IndexOf(Precedence, g.Verdict));
}
