using System.Globalization;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>A file has more bytes than its caller allows.</summary>
public sealed class BlobTooLargeException(long maxBytes)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"The file is larger than {maxBytes} bytes."))
{
    public long MaxBytes { get; } = maxBytes;
}
