namespace SmkPortfolio.Credentials;

/// <summary>How much of a paper a check reads. What would be more must not be printed: it could never be called genuine.</summary>
public static class PaperLimits
{
    /// <summary>Lines of a snapshot.</summary>
    public const int Lines = 200;

    /// <summary>Status lists of the paper, its lines and those who confirmed them.</summary>
    public const int StatusLists = 64;

    /// <summary>Endorsements inside one credential.</summary>
    public const int Endorsements = 100;
}
