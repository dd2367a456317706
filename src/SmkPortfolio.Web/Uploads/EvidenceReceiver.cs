using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Web.Pictures;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Uploads;

/// <summary>What became of an uploaded file: stored and ready to be put on a record, or refused with a code.</summary>
/// <param name="LimitMegabytes">Set when it was too large.</param>
public sealed record Received(EvidenceFile? File, string? Refusal, string FileName, long? LimitMegabytes = null);

/// <summary>Cleans and stores what people upload. The cleaned bytes are kept, the original is not.</summary>
public sealed class EvidenceReceiver(IBlobStore blobs, LimitsSettings limits, PictureCodec pictures)
{
    /// <summary>The longer side of a stored portrait: 30 by 40 mm in print takes 472 pixels at 300 dpi, a screen of high density somewhat more.</summary>
    public const int PortraitPixels = 1200;

    private const int PortraitQuality = 88;

    public async Task<Received> EvidenceAsync(Guid schoolId, IFormFile upload, CancellationToken cancel)
    {
        await using var incoming = upload.OpenReadStream();
        return await EvidenceAsync(schoolId, upload.FileName, incoming, cancel);
    }

    public Task<Received> EvidenceAsync(Guid schoolId, string fileName, Stream incoming, CancellationToken cancel) =>
        ReceiveAsync(fileName, incoming, new EvidenceLimits { MaxBytes = limits.EvidenceBytes }, (name, clean) => StoreAsync(schoolId, name, clean, limits.EvidenceBytes, cancel), cancel);

    /// <summary>A portrait becomes a baseline JPEG in sRGB, upright and of moderate size, which every paper can embed.</summary>
    public async Task<Received> PortraitAsync(Guid schoolId, IFormFile upload, CancellationToken cancel)
    {
        await using var incoming = upload.OpenReadStream();
        var bounds = new EvidenceLimits { MaxBytes = limits.PhotoBytes, ImagesOnly = true };
        return await ReceiveAsync(upload.FileName, incoming, bounds, (name, clean) => StorePortraitAsync(schoolId, name, clean, cancel), cancel);
    }

    private static async Task<Received> ReceiveAsync(string fileName, Stream incoming, EvidenceLimits bounds, Func<string, CleanedEvidence, Task<Received>> store, CancellationToken cancel)
    {
        var name = SafeFileName.Clean(fileName);
        switch (await EvidenceIntake.CleanAsync(incoming, bounds, cancel))
        {
            case EvidenceRefusal { Code: "too-large" }:
                return TooLarge(name, bounds.MaxBytes);
            case EvidenceRefusal refusal:
                return new Received(null, refusal.Code, name);
            case CleanedEvidence clean:
                await using (clean)
                {
                    return await store(name, clean);
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

    private async Task<Received> StorePortraitAsync(Guid schoolId, string name, CleanedEvidence clean, CancellationToken cancel)
    {
        var file = new byte[clean.Content.Length];
        await clean.Content.ReadExactlyAsync(file, cancel);
        var read = await pictures.ReadAsync(file, PortraitPixels, picture => new Portrait(picture.Width, picture.Height, picture.Jpeg(PortraitQuality)), cancel);
        if (read.Value is not { } portrait)
        {
            return new Received(null, read.Fault, name);
        }
        using var jpeg = new MemoryStream(portrait.Jpeg);
        var stored = await blobs.PutAsync(schoolId, jpeg, portrait.Jpeg.Length, cancel);
        return new Received(new EvidenceFile(name, "image/jpeg", stored.Size, stored.Sha256Hex, portrait.Width, portrait.Height), null, name);
    }

    private static Received TooLarge(string name, long maxBytes) => new(null, "file-too-large", name, maxBytes / (1024 * 1024));

    private sealed record Portrait(int Width, int Height, byte[] Jpeg);
}
