namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>Ends the walk through a file; <see cref="EvidenceIntake"/> turns it into an <see cref="EvidenceRefusal"/>.</summary>
internal sealed class RefusedException(string code, string? kind = null) : Exception(code)
{
    public string Code { get; } = code;

    /// <summary>Set when it is another kind than the one the file was taken for.</summary>
    public string? Kind { get; } = kind;

    public long? Limit { get; private init; }

    public long? Found { get; private init; }

    /// <summary>As the archive names it.</summary>
    public string? Member { get; init; }

    public static RefusedException Broken() => new(RefusalCodes.Broken);

    public static RefusedException Over(string code, long limit, long? found, string? kind = null) => new(code, kind) { Limit = limit, Found = found };

    /// <summary>The refusal of a file in an archive becomes that of the archive.</summary>
    public static RefusedException Of(EvidenceRefusal refusal, string member) =>
        new(refusal.Code, refusal.DetectedKind) { Limit = refusal.Limit, Found = refusal.Found, Member = member };

    public EvidenceRefusal ToRefusal(string kind) => new(Code, Kind ?? kind, Limit, Found, Member is null ? null : SafeFileName.CleanPath(Member));
}
