using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Files;

namespace SmkPortfolio.Web.Keeping;

/// <summary>Something in the store that is not as it should be.</summary>
/// <param name="Kind"><c>missing</c>, <c>damaged</c>, <c>size</c>, <c>unknown</c> (no row), <c>unlisted</c> (no ledger row), <c>stray</c> (no stored file).</param>
/// <param name="Where">School and hash, or the path within the store.</param>
/// <param name="What">Which row it concerns, in words for an operator; no names of people or files.</param>
/// <param name="Mended">It is right now.</param>
public sealed record StoreFinding(string Kind, string Where, string What, bool Mended);

/// <summary>What a check saw.</summary>
/// <param name="Files">Contents that were looked at.</param>
/// <param name="Bytes">Their bytes.</param>
/// <param name="Schools">Schools that have any.</param>
/// <param name="Recent">Without a row, or with a row alone, but so new that the other may be on its way.</param>
/// <param name="Unfinished">Uploads on their way.</param>
/// <param name="Findings">What is wrong, or was.</param>
public sealed record StoreReport(int Files, long Bytes, int Schools, int Recent, int Unfinished, IReadOnlyList<StoreFinding> Findings);

/// <summary>Compares the store with the rows: every row has its content, every content its row, every hash is right. Mends what can be mended.</summary>
public sealed class StoreCheck(AppDb db, IBlobStore blobs, TimeProvider clock)
{
    private readonly StoreReferences references = new(db);
    private readonly StoreTidying tidying = new(db, blobs);
    private readonly List<StoreFinding> findings = [];
    private readonly HashSet<Guid> schools = [];
    private int files;
    private int recent;
    private int unfinished;
    private long bytes;

    /// <param name="mend">Makes smaller pictures anew, writes missing ledger rows, deletes what nothing needs.</param>
    /// <param name="hashes">False compares names and sizes only.</param>
    /// <param name="seen">Told after each content: how many, how many bytes.</param>
    /// <param name="cancel">Stops it; what was mended stays so.</param>
    public async Task<StoreReport> RunAsync(bool mend, bool hashes, Action<int, long>? seen, CancellationToken cancel)
    {
        db.Scope.SeeAllSchools();
        foreach (var schoolId in await db.Schools.OrderBy(s => s.Npsn).Select(s => s.Id).ToListAsync(cancel))
        {
            schools.Add(schoolId);
            await SchoolAsync(schoolId, mend, hashes, seen, cancel);
        }
        await StraysAsync(mend, cancel);
        return new StoreReport(files, bytes, schools.Count, recent, unfinished, findings);
    }

    private DateTime Old => clock.GetUtcNow().UtcDateTime - StoreTidying.Grace;

    private async Task SchoolAsync(Guid schoolId, bool mend, bool hashes, Action<int, long>? seen, CancellationToken cancel)
    {
        var there = new Dictionary<string, BlobListing>(StringComparer.Ordinal);
        await foreach (var blob in blobs.ListAsync(schoolId, cancel))
        {
            if (blob.SchoolId is not null)
            {
                there[blob.Name] = blob;
            }
        }
        // After the list: whatever was stored before its row was saved is in both.
        var needs = await references.OfSchoolAsync(schoolId, cancel);
        var listed = (await db.StoredFiles.Where(s => s.SchoolId == schoolId).Select(s => s.Sha256).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        foreach (var (hash, need) in needs)
        {
            if (!there.ContainsKey(hash) && !await blobs.ExistsAsync(schoolId, hash, cancel))
            {
                await LostAsync("missing", schoolId, hash, need, mend, cancel);
            }
            else if (need.Kind == NeedKind.Evidence && !listed.Contains(hash))
            {
                await UnlistedAsync(schoolId, hash, need, mend, cancel);
            }
        }
        foreach (var blob in there.Values)
        {
            await ContentAsync(schoolId, blob, needs.GetValueOrDefault(blob.Name), listed.Contains(blob.Name), mend, hashes, cancel);
            (files, bytes) = (files + 1, bytes + blob.Size);
            seen?.Invoke(files, bytes);
        }
    }

    private async Task ContentAsync(Guid schoolId, BlobListing blob, Need? need, bool listed, bool mend, bool hashes, CancellationToken cancel)
    {
        if (need is null)
        {
            // The ledger still knows it: it is tidied up in its time.
            if (listed || blob.WrittenAt >= Old)
            {
                recent++;
                return;
            }
            if (mend && !await tidying.RemoveAsync(schoolId, blob.Name, Old, cancel))
            {
                // It has come again since the rows were read.
                recent++;
                return;
            }
            findings.Add(new StoreFinding("unknown", $"{schoolId}/{blob.Name}", "No row needs it.", mend));
        }
        else if (hashes && await HashAsync(schoolId, blob.Name, cancel) is var hash && hash != blob.Name)
        {
            // Deleted between listing and reading: whoever did it knows why.
            if (hash is not null)
            {
                await LostAsync("damaged", schoolId, blob.Name, need, mend, cancel);
            }
        }
        else if (need.Size is { } size && size != blob.Size)
        {
            findings.Add(new StoreFinding("size", $"{schoolId}/{blob.Name}", $"{Name(need)}: the row says {size} bytes, the store has {blob.Size}.", false));
        }
    }

    private async Task LostAsync(string kind, Guid schoolId, string hash, Need need, bool mend, CancellationToken cancel)
    {
        var mendable = need.Kind == NeedKind.Derivative;
        var source = mendable ? await db.StoredFiles.SingleOrDefaultAsync(s => s.SchoolId == schoolId && s.Sha256 == need.Source, cancel) : null;
        if (kind == "missing" && source?.LeaseUntil > clock.GetUtcNow().UtcDateTime)
        {
            // Smaller pictures are written down before they are stored, and somebody is at it.
            recent++;
            return;
        }
        if (mend && mendable)
        {
            await db.Derivatives.Where(d => d.SchoolId == schoolId && d.Sha256 == hash).ExecuteDeleteAsync(cancel);
            await blobs.DeleteAsync(schoolId, hash, cancel);
            if (source is not null)
            {
                source.WorkAgain(clock.GetUtcNow().UtcDateTime);
                await db.SaveChangesAsync(cancel);
            }
        }
        findings.Add(new StoreFinding(kind, $"{schoolId}/{hash}", mendable ? $"{Name(need)}: it can be made anew." : $"{Name(need)}: only a backup has it.", mend && mendable));
    }

    private async Task UnlistedAsync(Guid schoolId, string hash, Need need, bool mend, CancellationToken cancel)
    {
        if (mend)
        {
            var row = await db.Evidence.AsNoTracking().SingleAsync(f => f.SchoolId == schoolId && f.Id == need.Id, cancel);
            await db.TouchFileAsync(schoolId, new EvidenceFile(row.FileName, row.MediaType, row.Size, hash, row.Width, row.Height), clock.GetUtcNow().UtcDateTime, cancel);
        }
        findings.Add(new StoreFinding("unlisted", $"{schoolId}/{hash}", $"{Name(need)}: the ledger does not know it.", mend));
    }

    /// <summary>What lies in the store and is no stored file of a school that exists.</summary>
    private async Task StraysAsync(bool mend, CancellationToken cancel)
    {
        var strays = new List<BlobListing>();
        await foreach (var blob in blobs.ListAsync(null, cancel))
        {
            if (blob.SchoolId is not { } schoolId || !schools.Contains(schoolId))
            {
                strays.Add(blob);
            }
        }
        var open = (await db.Uploads.Where(u => u.State == UploadState.Open).Select(u => u.Id).ToListAsync(cancel)).ToHashSet();
        foreach (var stray in strays)
        {
            if (Guid.TryParse(Path.GetFileNameWithoutExtension(stray.Name), out var upload) && open.Contains(upload))
            {
                unfinished++;
            }
            else if (stray.WrittenAt >= Old)
            {
                recent++;
            }
            else
            {
                if (mend && stray.SchoolId is { } schoolId)
                {
                    await blobs.DeleteAsync(schoolId, stray.Name, cancel);
                }
                else if (mend)
                {
                    await blobs.DeleteStrayAsync(stray.Name, cancel);
                }
                findings.Add(new StoreFinding("stray", stray.SchoolId is { } unknown ? $"{unknown}/{stray.Name}" : stray.Name, "It belongs to no school and to no upload.", mend));
            }
        }
    }

    private async Task<string?> HashAsync(Guid schoolId, string name, CancellationToken cancel)
    {
        if (await blobs.OpenReadAsync(schoolId, name, cancel) is not { } content)
        {
            return null;
        }
        await using (content)
        {
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel));
        }
    }

    private static string Name(Need need) => need.Kind switch
    {
        NeedKind.Evidence => $"evidence {need.Id}",
        NeedKind.Portrait => $"portrait of portfolio {need.Id}",
        NeedKind.Paper => $"paper {need.Id}",
        NeedKind.Derivative => $"smaller picture of {need.Source}",
        _ => throw new InvalidOperationException($"A need of kind {need.Kind} is not known."),
    };
}
