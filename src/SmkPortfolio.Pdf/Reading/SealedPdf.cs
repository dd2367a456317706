using System.Security.Cryptography;

namespace SmkPortfolio.Pdf.Reading;

/// <summary>
/// What a checker needs to know of a PDF: its one signature, whether that covers the whole file, and the attachments.
/// Reading never throws; a file that cannot be read has <see cref="Parsed"/> = false and a <see cref="Problem"/>.
/// </summary>
public sealed record SealedPdf
{
    private SealedPdf()
    {
    }

    /// <summary>The file was understood; nothing else here means anything otherwise.</summary>
    public bool Parsed { get; private init; }

    /// <summary>Why the file was not understood, as part of a sentence.</summary>
    public string? Problem { get; private init; }

    /// <summary>At least one signature field is filled in.</summary>
    public bool HasSignature { get; private init; }

    /// <summary>There is exactly one signature and it covers every byte but its own value.</summary>
    public bool CoversWholeFile => HasSignature && CoverageProblem is null;

    /// <summary>Why the signature does not cover the whole file, as part of a sentence.</summary>
    public string? CoverageProblem { get; private init; }

    /// <summary>The signature value without padding.</summary>
    public byte[]? Cms { get; private init; }

    /// <summary>SHA-256 of the signed ranges.</summary>
    public byte[]? SignedDigest { get; private init; }

    /// <summary>The signed ranges themselves, for signatures that use another digest.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> SignedRanges { get; private init; } = [];

    /// <summary>The embedded files, in the order of the file's own list. None of an encrypted file.</summary>
    public IReadOnlyList<PdfAttachment> Attachments { get; private init; } = [];

    /// <summary>Reads a file within fixed bounds of size, depth and unpacked bytes.</summary>
    public static SealedPdf Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            var pdf = new PdfFile(file);
            var result = new SealedPdf { Parsed = true, Attachments = pdf.IsEncrypted ? [] : AttachmentReader.Read(pdf) };
            return WithSignature(result, file, pdf);
        }
        catch (PdfFormatException problem)
        {
            return new SealedPdf { Problem = problem.Message };
        }
    }

    private static SealedPdf WithSignature(SealedPdf result, ReadOnlyMemory<byte> file, PdfFile pdf)
    {
        var signatures = SignatureFinder.Find(pdf);
        if (signatures.Count == 0)
        {
            return result with { CoverageProblem = "the file is not signed" };
        }

        var coverage = SignatureCoverage.Read(file, signatures[^1], pdf.Resolve);
        return result with
        {
            HasSignature = true,
            Cms = coverage.Cms,
            SignedRanges = coverage.Ranges,
            SignedDigest = coverage.Ranges.Count == 0 ? null : Digest(coverage.Ranges),
            CoverageProblem = signatures.Count > 1 ? "the file carries more than one signature" : coverage.Problem,
        };
    }

    private static byte[] Digest(IReadOnlyList<ReadOnlyMemory<byte>> ranges)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var range in ranges)
        {
            hash.AppendData(range.Span);
        }

        return hash.GetHashAndReset();
    }
}
