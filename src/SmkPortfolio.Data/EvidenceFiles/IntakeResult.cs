namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>Either <see cref="CleanedEvidence"/> or <see cref="EvidenceRefusal"/>.</summary>
public abstract record IntakeResult
{
    private protected IntakeResult()
    {
    }
}
