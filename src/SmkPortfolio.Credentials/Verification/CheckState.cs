namespace SmkPortfolio.Credentials;

/// <summary>How one check ended. What nobody looked at is <see cref="Unchecked"/>, by being the default.</summary>
public enum CheckState
{
    Unchecked,
    Passed,
    Failed,
    NotApplicable,
}

/// <summary>What a reader is told of the whole document. The default is the one that promises nothing.</summary>
public enum Verdict
{
    NotCheckable,
    GenuineCurrent,
    GenuineExpired,
    GenuineWithdrawn,
    IssuerUnknown,
    Altered,
}

/// <summary>How one line of a paper stands.</summary>
public enum LineState
{
    Unchecked,
    Current,
    Expired,
    Withdrawn,
    Replaced,
}

/// <summary>The names of all these on the wire.</summary>
public static class WireNames
{
    public static string Of(CheckState state) => state switch
    {
        CheckState.Passed => "passed",
        CheckState.Failed => "failed",
        CheckState.NotApplicable => "not-applicable",
        _ => "unchecked",
    };

    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.GenuineCurrent => "genuine-current",
        Verdict.GenuineExpired => "genuine-expired",
        Verdict.GenuineWithdrawn => "genuine-withdrawn",
        Verdict.IssuerUnknown => "issuer-unknown",
        Verdict.Altered => "altered",
        _ => "not-checkable",
    };

    public static string Of(LineState state) => state switch
    {
        LineState.Current => "current",
        LineState.Expired => "expired",
        LineState.Withdrawn => "withdrawn",
        LineState.Replaced => "replaced",
        _ => "unchecked",
    };
}
