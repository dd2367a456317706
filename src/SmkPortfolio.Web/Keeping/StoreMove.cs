using System.Collections.Concurrent;
using System.Security.Cryptography;
using SmkPortfolio.Data.EvidenceFiles;

namespace SmkPortfolio.Web.Keeping;

/// <summary>How far a move is.</summary>
/// <param name="Files">Contents that are safely on the other side.</param>
/// <param name="OfFiles">Contents in all.</param>
/// <param name="Bytes">Their bytes.</param>
/// <param name="OfBytes">Bytes in all.</param>
public sealed record MoveProgress(int Files, int OfFiles, long Bytes, long OfBytes);

/// <summary>What a move did.</summary>
/// <param name="Copied">Contents carried over.</param>
/// <param name="AlreadyThere">Found there with the right hash: an earlier run had brought them.</param>
/// <param name="Damaged">Their bytes are not what their name says, here already; they were left where they are.</param>
/// <param name="LeftBehind">What is no stored file, such as unfinished uploads.</param>
public sealed record MoveReport(int Copied, int AlreadyThere, IReadOnlyList<string> Damaged, int LeftBehind);

/// <summary>Carries every stored file from one store to another and reads each back there. Whatever stops it, the next run goes on; the source is not touched.</summary>
public static class StoreMove
{
    // Azure answers slowly, not little; each holds one buffer.
    private const int AtOnce = 4;

    public static async Task<MoveReport> RunAsync(IBlobStore from, IBlobStore to, Action<MoveProgress>? progress, CancellationToken cancel)
    {
        var (files, leftBehind) = (new List<BlobListing>(), 0);
        await foreach (var blob in from.ListAsync(null, cancel))
        {
            if (blob.SchoolId is null)
            {
                leftBehind++;
            }
            else
            {
                files.Add(blob);
            }
        }
        var total = files.Sum(f => f.Size);
        var damaged = new ConcurrentBag<string>();
        var (copied, there, done) = (0, 0, 0);
        var bytes = 0L;
        await Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (file, stop) =>
        {
            switch (await CarryAsync(from, to, file, stop))
            {
                case Carried.Copied:
                    Interlocked.Increment(ref copied);
                    break;
                case Carried.WasThere:
                    Interlocked.Increment(ref there);
                    break;
                case Carried.Damaged:
                    damaged.Add($"{file.SchoolId}/{file.Name}");
                    break;
            }
            progress?.Invoke(new MoveProgress(Interlocked.Increment(ref done), files.Count, Interlocked.Add(ref bytes, file.Size), total));
        });
        return new MoveReport(copied, there, [.. damaged.Order(StringComparer.Ordinal)], leftBehind);
    }

    private enum Carried
    {
        Copied,
        WasThere,
        Damaged,

        /// <summary>Deleted meanwhile, on this side.</summary>
        Gone,
    }

    private static async Task<Carried> CarryAsync(IBlobStore from, IBlobStore to, BlobListing file, CancellationToken cancel)
    {
        var school = file.SchoolId!.Value;
        var found = await HashAsync(to, school, file.Name, cancel);
        if (found == file.Name)
        {
            return Carried.WasThere;
        }
        if (found is not null)
        {
            // A store keeps what it has under a name; what is wrong must go before.
            await to.DeleteAsync(school, file.Name, cancel);
        }
        if (await HashAsync(from, school, file.Name, cancel) is not { } hash)
        {
            return Carried.Gone;
        }
        if (hash != file.Name)
        {
            return Carried.Damaged;
        }
        if (await from.OpenReadAsync(school, file.Name, cancel) is not { } content)
        {
            return Carried.Gone;
        }
        await using (content)
        {
            await to.PutAsync(school, content, file.Size, cancel);
        }
        return await HashAsync(to, school, file.Name, cancel) == file.Name
            ? Carried.Copied
            : throw new BlobStoreUnavailableException($"The other store does not give back {school}/{file.Name} as it was written.");
    }

    private static async Task<string?> HashAsync(IBlobStore store, Guid schoolId, string name, CancellationToken cancel)
    {
        if (await store.OpenReadAsync(schoolId, name, cancel) is not { } content)
        {
            return null;
        }
        await using (content)
        {
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel));
        }
    }
}
