using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Files;
using SmkPortfolio.Web.Startup;

namespace SmkPortfolio.Web.Derived;

/// <summary>
/// Works on stored files behind the pages, on whichever node: woken when a file was put on an entry here, and looking by itself for what another has
/// left. A file belongs to whoever holds its lease; when that one dies, the lease runs out and another goes on. Nobody who saves waits for it.
/// </summary>
public sealed class FileWork(IServiceScopeFactory scopes, Preparation preparation, VirusScanner scanner, TimeProvider clock, ILogger<FileWork> log) : NodeWork(preparation, log, "Smaller pictures")
{
    /// <summary>Longer than all that is done with one file may take; should one run out too early, the work is done twice and counts once.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    /// <summary>After each failure so long until the next try; after the last it is given up.</summary>
    public static readonly IReadOnlyList<TimeSpan> Pauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1)];

    private const int AtOnce = 20;

    // Old files that are made due for a scanner that was switched on, before those that are due are worked off again.
    private const int OldAtOnce = 50;

    // A scanner that cannot be reached is asked again at least so often, for ever.
    private static readonly TimeSpan WhileAway = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);
    private DateTime? triedAnew;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    protected override async Task WorkAsync(CancellationToken cancel)
    {
        do
        {
            while (await ClaimAsync(cancel) is { } file)
            {
                await WorkOffAsync(file.SchoolId, file.Sha256, cancel);
            }
        }
        while (scanner.IsOn && await OldAreDueAsync(cancel));
    }

    /// <summary>The file that has waited longest and that nobody works on; what no row shows yet is still on its way.</summary>
    private async Task<(Guid SchoolId, string Sha256)?> ClaimAsync(CancellationToken cancel)
    {
        var now = Now;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Scope.SeeAllSchools();
        var due = await db.StoredFiles
            .Where(f => f.WorkDue <= now && (f.LeaseUntil == null || f.LeaseUntil <= now)
                && (db.Evidence.Any(e => e.SchoolId == f.SchoolId && e.Sha256 == f.Sha256 && e.ErasedAt == null) || db.Portfolios.Any(p => p.SchoolId == f.SchoolId && p.PhotoSha256 == f.Sha256)))
            .OrderBy(f => f.WorkDue).Take(AtOnce).ToListAsync(cancel);
        foreach (var file in due)
        {
            if (file.Claim(now, Lease) && await IsSavedAsync(db, cancel))
            {
                return (file.SchoolId, file.Sha256);
            }
        }
        return null;
    }

    /// <summary>Files that came before the scanner was switched on; at the start and once a day also those that it would not scan before.</summary>
    private async Task<bool> OldAreDueAsync(CancellationToken cancel)
    {
        var now = Now;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Scope.SeeAllSchools();
        var waiting = db.StoredFiles.Where(f => f.Scan == ScanState.NotScanned && f.WorkDue == null);
        var old = await waiting.Where(f => f.Failures == 0).Take(OldAtOnce).ToListAsync(cancel);
        if (triedAnew is null || now - triedAnew >= Daily)
        {
            old.AddRange(await waiting.Where(f => f.Failures > 0).ToListAsync(cancel));
            triedAnew = now;
        }
        old.ForEach(f => f.WorkAgain(now));
        return await IsSavedAsync(db, cancel) && old.Count > 0;
    }

    private async Task WorkOffAsync(Guid schoolId, string sha256, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<AppDb>().Scope.Enter(schoolId);
            await scope.ServiceProvider.GetRequiredService<FileTurn>().RunAsync(schoolId, sha256, cancel);
        }
        catch (DbUpdateException e) when (!Faults.IsStorage(e))
        {
            // Another node did it meanwhile, or the file was erased.
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            await FailedAsync(schoolId, sha256, e, cancel);
        }
    }

    private async Task FailedAsync(Guid schoolId, string sha256, Exception why, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Scope.Enter(schoolId);
        if (await db.StoredFiles.SingleOrDefaultAsync(f => f.SchoolId == schoolId && f.Sha256 == sha256, cancel) is not { } file)
        {
            return;
        }
        var pause = file.Failures < Pauses.Count ? Pauses[file.Failures] : (TimeSpan?)null;
        if (why is ScanFailedException { IsAway: true } && (pause is null || pause > WhileAway))
        {
            pause = WhileAway;
        }
        file.WorkFailed(pause is { } wait ? Now + wait : null);
        if (await IsSavedAsync(db, cancel) && pause is null)
        {
            log.LogWarning("Work on the file {Sha256} is given up: {Problem}", sha256, why.GetBaseException().Message);
        }
    }

    private static async Task<bool> IsSavedAsync(AppDb db, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
