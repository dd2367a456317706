namespace SmkPortfolio.Credentials;

/// <summary>A file attached to a paper.</summary>
public sealed record PaperAttachment(string Name, ReadOnlyMemory<byte> Bytes);

/// <summary>What a PDF reader found in a file, as plain values; this room knows no PDF.</summary>
public sealed record PaperValues
{
    /// <summary>The file could be read as a PDF.</summary>
    public required bool Parsed { get; init; }

    public required bool HasSignature { get; init; }

    /// <summary>One signature, from the first byte to the last, leaving out exactly its own value.</summary>
    public required bool CoversWholeFile { get; init; }

    /// <summary>The signature value.</summary>
    public byte[]? Cms { get; init; }

    /// <summary>The signed bytes.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> SignedRanges { get; init; } = [];

    public IReadOnlyList<PaperAttachment> Attachments { get; init; } = [];

    /// <summary>SHA-256 of the whole file, in hex.</summary>
    public required string FileSha256 { get; init; }
}
