namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>A file fit to be stored. Dispose it: the content stands in a temporary file.</summary>
/// <param name="Kind">What the content is, one of <see cref="EvidenceKinds"/>.</param>
/// <param name="MediaType">What the content is, whatever it was called.</param>
/// <param name="Width">Pixels across as the picture is shown (after its orientation); null for what has no picture.</param>
/// <param name="Height">Pixels down as the picture is shown; null for what has no picture.</param>
/// <param name="Content">The cleaned bytes, seekable, at position 0.</param>
/// <param name="MetadataRemoved">Something that was in the file is not in <paramref name="Content"/>.</param>
public sealed record CleanedEvidence(string Kind, string MediaType, int? Width, int? Height, Stream Content, bool MetadataRemoved)
    : IntakeResult, IAsyncDisposable, IDisposable
{
    public void Dispose() => Content.Dispose();

    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
