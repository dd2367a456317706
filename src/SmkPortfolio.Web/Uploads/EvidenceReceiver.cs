using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Uploads;

/// <summary>What became of an uploaded file: stored and ready to be put on a record, or refused with a code.</summary>
/// <param name="LimitMegabytes">Set when it was too large.</param>
public sealed record Received(EvidenceFile? File, string? Refusal, string FileName, long? LimitMegabytes = null);

/// <summary>Cleans and stores what people upload. The cleaned bytes are kept, the original is not.</summary>
public sealed class EvidenceReceiver(IBlobStore blobs, LimitsSettings limits)
{
    public async Task<Received> EvidenceAsync(Guid schoolId, IFormFile upload, CancellationToken cancel)
    {
        await using var incoming = upload.OpenReadStream();
        return await EvidenceAsync(schoolId, upload.FileName, incoming, cancel);
    }

    public Task<Received> EvidenceAsync(Guid schoolId, string fileName, Stream incoming, CancellationToken cancel) =>
        ReceiveAsync(schoolId, fileName, incoming, new EvidenceLimits { MaxBytes = limits.EvidenceBytes }, cancel);

    /// <summary>A file that lies on disk already. It is closed in any case.</summary>
    public async Task<Received> SpooledAsync(Guid schoolId, string fileName, FileStream spooled, CancellationToken cancel)
    {
        await using var file = spooled;
        var bounds = new EvidenceLimits { MaxBytes = limits.EvidenceBytes };
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
        var name = SafeFileName.Clean(fileName);
        switch (result)
        {
            case EvidenceRefusal { Code: "too-large" }:
                return TooLarge(name, bounds.MaxBytes);
            case EvidenceRefusal refusal:
                return new Received(null, refusal.Code, name);
            case CleanedEvidence clean:
                await using (clean)
                {
                    return await StoreAsync(schoolId, name, clean, bounds.MaxBytes, cancel);
                }
            default:
                throw new InvalidOperationException("An intake result of an unknown kind.");
        }
    }

    private async Task<Received> StoreAsync(Guid schoolId, string name, CleanedEvidence clean, long maxBytes, CancellationToken cancel)
    {
        try
        {
            var stored = await blobs.PutAsync(schoolId, clean.Content, maxBytes, cancel);
            return new Received(new EvidenceFile(name, clean.MediaType, stored.Size, stored.Sha256Hex, clean.Width, clean.Height), null, name);
        }
        catch (BlobTooLargeException)
        {
            // Cleaning writes the orientation anew, which can be a few bytes longer than what stood there.
            return TooLarge(name, maxBytes);
        }
    }

    private static Received TooLarge(string name, long maxBytes) => new(null, "file-too-large", name, maxBytes / (1024 * 1024));
}
