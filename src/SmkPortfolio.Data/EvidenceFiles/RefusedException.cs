namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>Ends the walk through a file; <see cref="EvidenceIntake"/> turns it into an <see cref="EvidenceRefusal"/>.</summary>
internal sealed class RefusedException(string code, string? kind = null) : Exception(code)
{
    public string Code { get; } = code;

    /// <summary>Set when it is another kind than the one the file was taken for.</summary>
    public string? Kind { get; } = kind;

    public static RefusedException Broken() => new(RefusalCodes.Broken);
}
