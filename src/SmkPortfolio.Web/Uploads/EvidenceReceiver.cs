using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Uploads;

/// <summary>What became of an uploaded file: stored and ready to be put on a record, or refused.</summary>
/// <param name="FileName">As it is kept and shown.</param>
/// <param name="Renamed">What had to be changed in the name that came.</param>
public sealed record Received(EvidenceFile? File, EvidenceRefusal? Refusal, string FileName, NameChange Renamed = NameChange.None);

/// <summary>Cleans and stores what people upload. The cleaned bytes are kept, the original is not.</summary>
public sealed class EvidenceReceiver(IBlobStore blobs, LimitsSettings limits)
{
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

    public Task<Received> EvidenceAsync(Guid schoolId, EntryKind kind, string fileName, Stream incoming, CancellationToken cancel) =>
        ReceiveAsync(schoolId, fileName, incoming, LimitsOf(kind), cancel);

    /// <summary>A file that lies on disk already. It is closed in any case.</summary>
    public async Task<Received> SpooledAsync(Guid schoolId, EntryKind kind, string fileName, FileStream spooled, CancellationToken cancel)
    {
        await using var file = spooled;
        var bounds = LimitsOf(kind);
        return await KeepAsync(schoolId, fileName, EvidenceIntake.CleanSpooled(file, bounds), bounds, cancel);
    }

    public async Task<Received> PortraitAsync(Guid schoolId, IFormFile upload, CancellationToken cancel)
    {
        await using var incoming = upload.OpenReadStream();
        return await ReceiveAsync(schoolId, upload.FileName, incoming, new EvidenceLimits { MaxBytes = limits.PhotoBytes, ImagesOnly = true }, cancel);
    }

    private async Task<Received> ReceiveAsync(Guid schoolId, string fileName, Stream incoming, EvidenceLimits bounds, CancellationToken cancel) =>
        await KeepAsync(schoolId, fileName, await EvidenceIntake.CleanAsync(incoming, bounds, cancel), bounds, cancel);

    private async Task<Received> KeepAsync(Guid schoolId, string fileName, IntakeResult result, EvidenceLimits bounds, CancellationToken cancel)
    {
        switch (result)
        {
            case EvidenceRefusal refusal:
                return new Received(null, refusal, SafeFileName.Clean(fileName));
            case CleanedEvidence clean:
                await using (clean)
                {
                    return await StoreAsync(schoolId, fileName, clean, bounds.BytesFor(clean.Kind), cancel);
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
            var stored = await blobs.PutAsync(schoolId, clean.Content, maxBytes, cancel);
            return new Received(new EvidenceFile(name, clean.MediaType, stored.Size, stored.Sha256Hex, clean.Width, clean.Height), null, name, change);
        }
        catch (BlobTooLargeException)
        {
            // Cleaning writes the orientation anew, which can be a few bytes longer than what stood there.
            return new Received(null, new EvidenceRefusal(RefusalCodes.TooLarge, clean.Kind, maxBytes, clean.Content.Length), name);
        }
    }
}
