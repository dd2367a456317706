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
    /// Reads <paramref name="incoming"/> to its end, or until it is too large for what its first bytes say it is. The caller disposes
    /// the <see cref="CleanedEvidence"/>.
    /// </summary>
    public static async Task<IntakeResult> CleanAsync(Stream incoming, EvidenceLimits limits, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(incoming);
        ArgumentNullException.ThrowIfNull(limits);
        var file = TemporaryFile.Create(limits.TemporaryFolder);
        try
        {
            long? announced = incoming.CanSeek ? incoming.Length : null;
            var result = await SpoolAsync(incoming, file, limits, announced, ct) ?? CleanSpooled(file, limits);
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
    /// to the <see cref="CleanedEvidence"/> and is closed with it or before; refused, it stays the caller's. It is only read, and must not change meanwhile.
    /// </summary>
    public static IntakeResult CleanSpooled(FileStream file, EvidenceLimits limits)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(limits);
        var walker = new FileWalker(file.SafeFileHandle, file.Length);
        if (walker.Length == 0)
        {
            return new EvidenceRefusal(RefusalCodes.Empty, EvidenceKinds.Unknown);
        }
        var kind = KindOf(walker);
        if (RefusedAtOnce(kind, walker.Length, walker.Length, limits) is { } refusal)
        {
            return refusal;
        }
        try
        {
            return Inspect(file, walker, kind, limits);
        }
        catch (RefusedException refused)
        {
            return refused.ToRefusal(kind);
        }
    }

    /// <summary>Whether the first bytes are enough to refuse the file: then nobody waits for the others.</summary>
    /// <param name="arrived">How many bytes are there at least.</param>
    /// <param name="found">How many there are in all, where that is known.</param>
    private static EvidenceRefusal? RefusedAtOnce(string kind, long arrived, long? found, EvidenceLimits limits)
    {
        if (RefusalOf(kind, limits) is { } code)
        {
            return new EvidenceRefusal(code, kind);
        }
        var most = limits.BytesFor(kind);
        return Math.Max(arrived, found ?? 0) > most ? new EvidenceRefusal(RefusalCodes.TooLarge, kind, most, found) : null;
    }

    private static string? RefusalOf(string kind, EvidenceLimits limits) => kind switch
    {
        EvidenceKinds.Jpeg or EvidenceKinds.Png or EvidenceKinds.Webp => null,
        _ when limits.ImagesOnly => RefusalCodes.PortraitRefused,
        // What begins as an archive may still turn out to be a document, and the other way round.
        EvidenceKinds.Office => null,
        _ => EvidenceKinds.MediaType(kind) is null ? RefusalCodes.TypeRefused : null,
    };

    internal static string KindOf(FileWalker walker)
    {
        var head = new byte[ContentSniffer.HeadBytes];
        return ContentSniffer.KindOf(head.AsSpan(0, walker.ReadAt(0, head)));
    }

    private static async Task<EvidenceRefusal?> SpoolAsync(Stream incoming, FileStream file, EvidenceLimits limits, long? announced, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            var read = await incoming.ReadAtLeastAsync(buffer.AsMemory(0, BufferBytes), ContentSniffer.HeadBytes, throwOnEndOfStream: false, ct);
            var kind = ContentSniffer.KindOf(buffer.AsSpan(0, read));
            while (read > 0)
            {
                if (RefusedAtOnce(kind, file.Position + read, announced, limits) is { } refusal)
                {
                    return refusal;
                }
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
                read = await incoming.ReadAsync(buffer.AsMemory(0, BufferBytes), ct);
            }
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static CleanedEvidence Inspect(FileStream file, FileWalker walker, string kind, EvidenceLimits limits) => kind switch
    {
        EvidenceKinds.Pdf => Pdf(file, walker, limits.MaxPages),
        EvidenceKinds.Jpeg or EvidenceKinds.Png or EvidenceKinds.Webp => Picture(file, walker, kind, limits.MaxPixels),
        EvidenceKinds.Heic => Cleaned(file, kind, edits => new HeifCleaner(walker, edits, limits.MaxPixels).Clean()),
        EvidenceKinds.Mp4 or EvidenceKinds.QuickTime or EvidenceKinds.ThreeGp or EvidenceKinds.M4a or EvidenceKinds.Webm => Clip(file, walker, kind, limits),
        EvidenceKinds.Mp3 => Sound(file, kind, edits => new Mp3Cleaner(walker, edits).Clean()),
        EvidenceKinds.Wav => Sound(file, kind, edits => new WavCleaner(walker, edits).Clean()),
        EvidenceKinds.Flac => Sound(file, kind, edits => new FlacCleaner(walker, edits).Clean()),
        EvidenceKinds.Ogg => Sound(file, kind, edits => new OggCleaner(walker, edits).Clean()),
        _ => Package(file, walker, kind, limits),
    };

    private static CleanedEvidence Clip(FileStream file, FileWalker walker, string kind, EvidenceLimits limits)
    {
        var clip = Cleaned(file, kind, edits => kind == EvidenceKinds.Webm ? new WebmCleaner(walker, edits, limits.MaxPixels).Clean() : new ClipCleaner(walker, edits, limits.MaxPixels).Clean());
        if (clip.Width is not null)
        {
            return kind == EvidenceKinds.M4a ? clip with { Kind = EvidenceKinds.Mp4, MediaType = "video/mp4" } : clip;
        }
        // Sound alone in a file made for clips.
        return walker.Length > limits.MaxSoundBytes ? throw RefusedException.Over(RefusalCodes.TooLarge, limits.MaxSoundBytes, walker.Length, EvidenceKinds.M4a)
            : kind == EvidenceKinds.Webm ? clip with { MediaType = "audio/webm" }
            : clip with { Kind = EvidenceKinds.M4a, MediaType = "audio/mp4" };
    }

    private static CleanedEvidence Sound(FileStream file, string kind, Action<EditList> clean) => Cleaned(file, kind, edits =>
    {
        clean(edits);
        return null;
    });

    private static CleanedEvidence Cleaned(FileStream file, string kind, Func<EditList, PictureSize?> clean)
    {
        var edits = new EditList();
        var size = clean(edits);
        var content = new SplicedStream(file, edits);
        PolyglotCheck.RefusePage(content);
        return new CleanedEvidence(kind, EvidenceKinds.MediaType(kind)!, size?.Width, size?.Height, content, edits.SomethingDropped);
    }

    /// <summary>An office document or an archive: written anew, the one that came is closed.</summary>
    private static CleanedEvidence Package(FileStream file, FileWalker walker, string kind, EvidenceLimits limits)
    {
        Span<byte> head = stackalloc byte[4];
        walker.ReadAt(0, head);
        if (!head.StartsWith("PK"u8))
        {
            throw new RefusedException(head.SequenceEqual<byte>([0xD0, 0xCF, 0x11, 0xE0]) ? OldDocument.CodeOf(walker) : RefusalCodes.TypeRefused);
        }
        var directory = OfficeCleaner.Directory(walker, file, limits);
        if (OfficeCleaner.Is(directory))
        {
            var office = new OfficeCleaner(limits);
            if (office.Clean(directory) is { } document)
            {
                file.Dispose();
                return new CleanedEvidence(office.Kind, EvidenceKinds.MediaType(office.Kind)!, null, null, document, office.SomethingRemoved);
            }
            var whole = new EditList();
            whole.Keep(0, walker.Length);
            return new CleanedEvidence(office.Kind, EvidenceKinds.MediaType(office.Kind)!, null, null, new SplicedStream(file, whole), MetadataRemoved: false);
        }
        if (kind == EvidenceKinds.Office || !limits.AllowArchive)
        {
            throw new RefusedException(kind == EvidenceKinds.Office ? RefusalCodes.TypeRefused : RefusalCodes.ArchiveRefused);
        }
        if (directory.Members.Count > limits.MaxMembers)
        {
            throw RefusedException.Over(RefusalCodes.TooManyMembers, limits.MaxMembers, directory.Members.Count);
        }
        var archive = new ArchiveCleaner(directory, limits);
        var cleaned = archive.Clean();
        file.Dispose();
        return new CleanedEvidence(EvidenceKinds.Zip, "application/zip", null, null, cleaned, archive.SomethingRemoved);
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
        return new CleanedEvidence(kind, $"image/{kind}", size.Width, size.Height, new SplicedStream(file, edits), edits.SomethingDropped);
    }

    private static CleanedEvidence Pdf(FileStream file, FileWalker walker, int maxPages)
    {
        new PdfInspector(walker, file, maxPages).Inspect();
        var whole = new EditList();
        whole.Keep(0, walker.Length);
        return new CleanedEvidence(EvidenceKinds.Pdf, "application/pdf", null, null, new SplicedStream(file, whole), MetadataRemoved: false);
    }
}
