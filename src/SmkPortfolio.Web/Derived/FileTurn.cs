using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain.Files;
using SmkPortfolio.Web.Keeping;
using SmkPortfolio.Web.Pictures;
using Derivative = SmkPortfolio.Domain.Files.Derivative;

namespace SmkPortfolio.Web.Derived;

/// <summary>All that is to be done with one stored file, by whoever has claimed it. Done twice it leaves what it leaves once.</summary>
public sealed class FileTurn(AppDb db, IBlobStore blobs, VirusScanner scanner, FirstPicture first, PictureCodec codec, Likenesses likenesses, StoreTidying tidying, TimeProvider clock)
{
    /// <exception cref="DbUpdateException">Another did it meanwhile, or the file was erased.</exception>
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
        var made = await AreMadeAsync(file, cancel);
        if ((made && !await WantsHashAsync(file, cancel)) || await MakeAsync(file, cancel) is not { } pictures)
        {
            return;
        }
        if (!made)
        {
            await StoreAsync(file, pictures.Derivatives, cancel);
        }
        if (pictures.Hash is { } hash && await WantsHashAsync(file, cancel))
        {
            file.LooksLike(unchecked((long)hash));
        }
    }

    /// <summary>Whether all of them are stored: somebody may have died between writing them down and storing them.</summary>
    private async Task<bool> AreMadeAsync(StoredFile file, CancellationToken cancel)
    {
        var named = await db.Derivatives.Where(d => d.SchoolId == file.SchoolId && d.SourceSha256 == file.Sha256).Select(d => d.Sha256).ToListAsync(cancel);
        foreach (var sha256 in named)
        {
            if (!await blobs.ExistsAsync(file.SchoolId, sha256, cancel))
            {
                return false;
            }
        }
        return named.Count > 0;
    }

    /// <summary>Faces are not compared: what is a portrait of the portfolio and nothing else has no such bits. Forms and papers are alike by nature.</summary>
    private async Task<bool> WantsHashAsync(StoredFile file, CancellationToken cancel) =>
        file.PictureHash is null && file.MediaType != DerivedForms.Pdf && await db.Evidence.AnyAsync(e => e.SchoolId == file.SchoolId && e.Sha256 == file.Sha256 && e.ErasedAt == null, cancel);

    /// <summary>
    /// Written down before they are stored: whoever erases the file meanwhile, or after somebody who died here, reads in these rows what there may be to
    /// delete. What comes into the store after that, this takes out again.
    /// </summary>
    private async Task StoreAsync(StoredFile file, IReadOnlyList<Pictures.Derivative> made, CancellationToken cancel)
    {
        var rows = made.Select(m => Derivative.Of(file.SchoolId, file.Sha256, DerivedForms.Name(m.Longest, m.MediaType), Convert.ToHexStringLower(SHA256.HashData(m.Bytes)), m.Bytes.Length, m.Width, m.Height)).ToList();
        await WriteDownAsync(file, rows, cancel);
        try
        {
            foreach (var smaller in made)
            {
                using var bytes = new MemoryStream(smaller.Bytes);
                await blobs.PutAsync(file.SchoolId, bytes, smaller.Bytes.Length, cancel);
            }
        }
        finally
        {
            if (!await IsHeldAsync(file, CancellationToken.None))
            {
                await tidying.DropUnneededAsync(file.SchoolId, rows.Select(r => r.Sha256), CancellationToken.None);
            }
        }
    }

    private async Task WriteDownAsync(StoredFile file, IEnumerable<Derivative> rows, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await IsHeldAsync(file, cancel))
        {
            throw new DbUpdateConcurrencyException("The file was erased, or somebody else works on it.");
        }
        // What one who died had written down; another version may make other bytes.
        await tidying.DropMadeAsync(file.SchoolId, file.Sha256, cancel);
        db.Derivatives.AddRange(rows);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>
    /// Whether the file's row stands as this turn took it. Written, not read: whoever is just erasing the file is waited for, and whoever would erase it
    /// waits for the end of the transaction.
    /// </summary>
    private async Task<bool> IsHeldAsync(StoredFile file, CancellationToken cancel)
    {
        var lease = file.LeaseUntil;
        return await db.StoredFiles.Where(f => f.SchoolId == file.SchoolId && f.Sha256 == file.Sha256 && f.LeaseUntil == lease)
            .ExecuteUpdateAsync(f => f.SetProperty(r => r.LeaseUntil, lease), cancel) > 0;
    }

    private async Task<DerivedPicture?> MakeAsync(StoredFile file, CancellationToken cancel)
    {
        using var picture = await first.OfAsync(file, cancel);
        return picture is null ? null : (await Derivatives.MakeAsync(codec, picture.Path, cancel)).Value;
    }
}
