namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>How many bytes one file may still unpack to: all that is packed within it, at whatever depth, draws on the same. Else each layer would swell by its own.</summary>
internal sealed class UnpackBudget(long bytes)
{
    public long Left { get; private set; } = bytes;

    /// <summary>False when it is used up.</summary>
    public bool Spend(long count) => (Left -= count) >= 0;
}
