using System.Buffers;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>
/// The way in for every uploaded file: looked at by its content, walked to its end, freed of what it says about people and places,
/// and never recompressed. Memory stays at a few small buffers whatever the size.
/// </summary>
public static class EvidenceIntake
{
    private const int BufferBytes = 128 * 1024;

    /// <summary>
    /// Reads <paramref name="incoming"/> to its end, or until it is too large. The caller disposes the <see cref="CleanedEvidence"/>.
    /// </summary>
    public static async Task<IntakeResult> CleanAsync(Stream incoming, EvidenceLimits limits, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(incoming);
        ArgumentNullException.ThrowIfNull(limits);
        var file = TemporaryFile.Create(limits.TemporaryFolder);
        try
        {
            var fits = await SpoolAsync(incoming, file, limits.MaxBytes, ct);
            var result = Inspect(file, fits, limits);
            if (result is CleanedEvidence)
            {
                file = null;
            }
            return result;
        }
        finally
        {
            if (file is not null)
            {
                await file.DisposeAsync();
            }
        }
    }

    /// <summary>
    /// Cleans a file that lies on disk already, such as an upload put together from its parts; nothing is copied. Taken, the file belongs
    /// to the <see cref="CleanedEvidence"/> and is closed with it; refused, it stays the caller's. It is only read, and must not change meanwhile.
    /// </summary>
    public static IntakeResult CleanSpooled(FileStream file, EvidenceLimits limits)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(limits);
        return Inspect(file, file.Length <= limits.MaxBytes, limits);
    }

    private static async Task<bool> SpoolAsync(Stream incoming, FileStream file, long maxBytes, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            int read;
            while ((read = await incoming.ReadAsync(buffer.AsMemory(0, BufferBytes), ct)) > 0)
            {
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
                if (file.Position > maxBytes)
                {
                    return false;
                }
            }
            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static IntakeResult Inspect(FileStream file, bool fits, EvidenceLimits limits)
    {
        var walker = new FileWalker(file.SafeFileHandle, file.Length);
        var head = new byte[ContentSniffer.HeadBytes];
        var kind = ContentSniffer.KindOf(head.AsSpan(0, walker.ReadAt(0, head)));
        if (walker.Length == 0)
        {
            return new EvidenceRefusal(RefusalCodes.Empty, EvidenceKinds.Unknown);
        }
        if (!fits)
        {
            return new EvidenceRefusal(RefusalCodes.TooLarge, kind);
        }
        try
        {
            return kind switch
            {
                EvidenceKinds.Jpeg or EvidenceKinds.Png or EvidenceKinds.Webp => Picture(file, walker, kind, limits.MaxPixels),
                EvidenceKinds.Pdf when !limits.ImagesOnly => Pdf(file, walker),
                _ => new EvidenceRefusal(RefusalCodes.TypeRefused, kind),
            };
        }
        catch (RefusedException refused)
        {
            return new EvidenceRefusal(refused.Code, refused.Kind ?? kind);
        }
    }

    private static CleanedEvidence Picture(FileStream file, FileWalker walker, string kind, long maxPixels)
    {
        var edits = new EditList();
        var size = kind switch
        {
            EvidenceKinds.Jpeg => new JpegCleaner(walker, edits, maxPixels).Clean(),
            EvidenceKinds.Png => new PngCleaner(walker, edits, maxPixels).Clean(),
            _ => new WebpCleaner(walker, edits, maxPixels).Clean(),
        };
        PolyglotCheck.Refuse(walker, walker.Position);
        if (walker.Position < walker.Length)
        {
            edits.Drop();
        }
        return new CleanedEvidence($"image/{kind}", size.Width, size.Height, new SplicedStream(file, edits), edits.SomethingDropped);
    }

    private static CleanedEvidence Pdf(FileStream file, FileWalker walker)
    {
        new PdfInspector(walker, file).Inspect();
        var whole = new EditList();
        whole.Keep(0, walker.Length);
        return new CleanedEvidence("application/pdf", null, null, new SplicedStream(file, whole), MetadataRemoved: false);
    }
}
