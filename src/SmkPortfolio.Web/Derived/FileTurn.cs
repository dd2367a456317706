using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain.Files;
using SmkPortfolio.Web.Pictures;
using Derivative = SmkPortfolio.Domain.Files.Derivative;

namespace SmkPortfolio.Web.Derived;

/// <summary>All that is to be done with one stored file, by whoever has claimed it. Done twice it leaves what it leaves once.</summary>
public sealed class FileTurn(AppDb db, IBlobStore blobs, VirusScanner scanner, FirstPicture first, PictureCodec codec, Likenesses likenesses, TimeProvider clock)
{
    /// <exception cref="DbUpdateException">Another did it meanwhile.</exception>
    public async Task RunAsync(Guid schoolId, string sha256, CancellationToken cancel)
    {
        var file = await db.StoredFiles.SingleAsync(f => f.SchoolId == schoolId && f.Sha256 == sha256, cancel);
        await ScanAsync(file, cancel);
        if (file.Scan != ScanState.Flagged)
        {
            await PicturesAsync(file, cancel);
            // Saved before it is compared: of two that come at the same time, the later one finds the other.
            await db.SaveChangesAsync(cancel);
            await likenesses.FindAsync(file, cancel);
        }
        file.WorkDone();
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Before all else, and once: what it found is not asked again.</summary>
    private async Task ScanAsync(StoredFile file, CancellationToken cancel)
    {
        if (!scanner.IsOn || file.Scan != ScanState.NotScanned)
        {
            return;
        }
        await using var content = await blobs.OpenReadAsync(file.SchoolId, file.Sha256, cancel) ?? throw new FileNotFoundException("The content is not in the store.");
        file.Scanned(await scanner.ScanAsync(content, cancel), clock.GetUtcNow().UtcDateTime);
    }

    /// <summary>Smaller pictures, and what the picture looks like. A file that cannot be read as a picture has none; trying again would not change it.</summary>
    private async Task PicturesAsync(StoredFile file, CancellationToken cancel)
    {
        if (await db.Derivatives.AnyAsync(d => d.SchoolId == file.SchoolId && d.SourceSha256 == file.Sha256, cancel) || await MakeAsync(file, cancel) is not { } made)
        {
            return;
        }
        foreach (var smaller in made.Derivatives)
        {
            using var bytes = new MemoryStream(smaller.Bytes);
            var stored = await blobs.PutAsync(file.SchoolId, bytes, smaller.Bytes.Length, cancel);
            db.Derivatives.Add(Derivative.Of(file.SchoolId, file.Sha256, DerivedForms.Name(smaller.Longest, smaller.MediaType), stored.Sha256Hex, stored.Size, smaller.Width, smaller.Height));
        }
        // Faces are not compared: a portrait of the portfolio has no such bits. Forms and papers are alike by nature.
        if (made.Hash is { } hash && file.MediaType != DerivedForms.Pdf && await db.Evidence.AnyAsync(e => e.SchoolId == file.SchoolId && e.Sha256 == file.Sha256 && e.ErasedAt == null, cancel))
        {
            file.LooksLike(unchecked((long)hash));
        }
    }

    private async Task<DerivedPicture?> MakeAsync(StoredFile file, CancellationToken cancel)
    {
        using var picture = await first.OfAsync(file, cancel);
        return picture is null ? null : (await Derivatives.MakeAsync(codec, picture.Path, cancel)).Value;
    }
}
