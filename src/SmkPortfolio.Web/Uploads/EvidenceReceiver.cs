using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Web.Pictures;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Uploads;

/// <summary>What became of an uploaded file: stored and ready to be put on a record, or refused.</summary>
/// <param name="FileName">As it is kept and shown.</param>
/// <param name="Renamed">What had to be changed in the name that came.</param>
public sealed record Received(EvidenceFile? File, EvidenceRefusal? Refusal, string FileName, NameChange Renamed = NameChange.None);

/// <summary>Cleans and stores what people upload. The cleaned bytes are kept, the original is not.</summary>
public sealed class EvidenceReceiver(IBlobStore blobs, AppDb db, LimitsSettings limits, PictureCodec pictures, TimeProvider clock)
{
    /// <summary>The longer side of a stored portrait: 30 by 40 mm in print takes 472 pixels at 300 dpi, a screen of high density somewhat more.</summary>
    public const int PortraitPixels = 1200;

    private const int PortraitQuality = 88;

    /// <summary>What an entry of a kind takes.</summary>
    public EvidenceLimits LimitsOf(EntryKind kind) => new()
    {
        MaxBytes = limits.EvidenceBytes,
        MaxClipBytes = limits.ClipBytes,
        MaxSoundBytes = limits.SoundBytes,
        MaxPixels = limits.EvidencePixels,
        MaxPages = limits.EvidencePages,
        MaxMembers = limits.ArchiveFiles,
        MaxUnpackedBytes = limits.UnpackedBytes,
        AllowArchive = EntryFiles.TakesArchive(kind),
    };

    public async Task<Received> EvidenceAsync(Guid schoolId, EntryKind kind, IFormFile upload, CancellationToken cancel)
    {
        await using var incoming = upload.OpenReadStream();
        return await EvidenceAsync(schoolId, kind, upload.FileName, incoming, cancel);
    }

    public async Task<Received> EvidenceAsync(Guid schoolId, EntryKind kind, string fileName, Stream incoming, CancellationToken cancel)
    {
        var bounds = LimitsOf(kind);
        return await KeepAsync(fileName, await EvidenceIntake.CleanAsync(incoming, bounds, cancel), clean => StoreAsync(schoolId, fileName, clean, bounds.BytesFor(clean.Kind), cancel));
    }

    /// <summary>A file that lies on disk already. It is closed in any case.</summary>
    public async Task<Received> SpooledAsync(Guid schoolId, EntryKind kind, string fileName, FileStream spooled, CancellationToken cancel)
    {
        await using var file = spooled;
        var bounds = LimitsOf(kind);
        return await KeepAsync(fileName, EvidenceIntake.CleanSpooled(file, bounds), clean => StoreAsync(schoolId, fileName, clean, bounds.BytesFor(clean.Kind), cancel));
    }

    /// <summary>A portrait becomes a baseline JPEG in sRGB, upright and of moderate size, which every paper can embed.</summary>
    public async Task<Received> PortraitAsync(Guid schoolId, IFormFile upload, CancellationToken cancel)
    {
        await using var incoming = upload.OpenReadStream();
        var bounds = new EvidenceLimits { MaxBytes = limits.PhotoBytes, ImagesOnly = true };
        return await KeepAsync(upload.FileName, await EvidenceIntake.CleanAsync(incoming, bounds, cancel), clean => StorePortraitAsync(schoolId, upload.FileName, clean, cancel));
    }

    private static async Task<Received> KeepAsync(string fileName, IntakeResult result, Func<CleanedEvidence, Task<Received>> store)
    {
        switch (result)
        {
            case EvidenceRefusal refusal:
                return new Received(null, refusal, SafeFileName.Clean(fileName));
            case CleanedEvidence clean:
                await using (clean)
                {
                    return await store(clean);
                }
            default:
                throw new InvalidOperationException("An intake result of an unknown kind.");
        }
    }

    private async Task<Received> StoreAsync(Guid schoolId, string fileName, CleanedEvidence clean, long maxBytes, CancellationToken cancel)
    {
        var (name, change) = SafeFileName.For(fileName, clean.MediaType);
        try
        {
            return new Received(await PutAsync(schoolId, name, clean.MediaType, clean.Width, clean.Height, clean.Content, maxBytes, cancel), null, name, change);
        }
        catch (BlobTooLargeException)
        {
            // Cleaning writes the orientation anew, which can be a few bytes longer than what stood there.
            return new Received(null, new EvidenceRefusal(RefusalCodes.TooLarge, clean.Kind, maxBytes, clean.Content.Length), name);
        }
    }

    private async Task<Received> StorePortraitAsync(Guid schoolId, string fileName, CleanedEvidence clean, CancellationToken cancel)
    {
        var name = SafeFileName.Clean(fileName);
        using var file = await PictureFile.OfAsync(clean.Content, cancel);
        var read = await pictures.ReadAsync(file.Path, PortraitPixels, picture => new Portrait(picture.Width, picture.Height, picture.Jpeg(PortraitQuality)), cancel);
        if (read.Value is not { } portrait)
        {
            return new Received(null, new EvidenceRefusal(read.Fault!, clean.Kind), name);
        }
        using var jpeg = new MemoryStream(portrait.Jpeg);
        return new Received(await PutAsync(schoolId, name, "image/jpeg", portrait.Width, portrait.Height, jpeg, portrait.Jpeg.Length, cancel), null, name);
    }

    /// <summary>Stores it, written down before: whoever tidies up meanwhile leaves it alone.</summary>
    private async Task<EvidenceFile> PutAsync(Guid schoolId, string name, string mediaType, int? width, int? height, Stream content, long maxBytes, CancellationToken cancel)
    {
        EvidenceFile? file = null;
        await blobs.PutAsync(schoolId, content, maxBytes, stored =>
        {
            file = new EvidenceFile(name, mediaType, stored.Size, stored.Sha256Hex, width, height);
            return db.TouchFileAsync(schoolId, file, clock.GetUtcNow().UtcDateTime, cancel);
        }, cancel);
        return file!;
    }

    private sealed record Portrait(int Width, int Height, byte[] Jpeg);
}
