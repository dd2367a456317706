using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Files;
using SmkPortfolio.Web.Derived;
using SmkPortfolio.Web.Settings;
using SmkPortfolio.Web.Startup;

namespace SmkPortfolio.Web.Uploads;

/// <summary>How far a whole upload is now.</summary>
/// <param name="Before">The entry's version before this very call put the file on it.</param>
public sealed record FinishedUpload(Upload Upload, int? Before = null, int? After = null);

/// <summary>
/// Looks at an upload that is whole, and puts it on its entry under the upload's own id, or refuses it. A lease keeps others away meanwhile; should
/// one run out too early, the work is done twice and counts once.
/// </summary>
public sealed class UploadFinishing(AppDb db, IUploadParts parts, EvidenceReceiver receiver, UploadGates gates, LimitsSettings limits, UploadsSettings settings, FileWork work, TimeProvider clock)
{
    // As many files as may come to an end at one entry in the same instant, and some more.
    private const int MostTries = 40;

    // After a fault of its own it waits, each time twice as long.
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Goes on to the end even when whoever asked has hung up.</summary>
    public async Task<FinishedUpload> FinishAsync(Guid schoolId, Guid id)
    {
        using var look = await gates.LookAsync();
        var upload = await ReadAsync(schoolId, id);
        if (!upload.Claim(Now, settings.Lease) || !await IsSavedAsync())
        {
            return new FinishedUpload(await ReadAsync(schoolId, id));
        }
        // What was read before the lease was taken may be old: another may have come to the end in between.
        upload = await ReadAsync(schoolId, id);
        if (upload.State != UploadState.Open)
        {
            upload.Release();
            await IsSavedAsync();
            return new FinishedUpload(upload);
        }
        try
        {
            return await TakeAsync(upload);
        }
        catch (UploadInUseException)
        {
            // Another node still holds the parts for a line that is gone; it lets go in a while.
            await ReleasedAsync(schoolId, id, mayPass: true);
            return new FinishedUpload(await ReadAsync(schoolId, id));
        }
        catch (Exception e)
        {
            if (await ReleasedAsync(schoolId, id, mayPass: Faults.IsStorage(e)) is { } decided)
            {
                // Another did it meanwhile, and took the parts away.
                return new FinishedUpload(decided);
            }
            throw;
        }
    }

    private async Task<FinishedUpload> TakeAsync(Upload upload)
    {
        var entry = await db.Entries.AsNoTracking().SingleOrDefaultAsync(e => e.SchoolId == upload.SchoolId && e.Id == upload.EntryId);
        if (entry is null)
        {
            return await RefuseAsync(upload, "entry-unknown", null);
        }
        var whole = await parts.AssembleAsync(upload.Id, upload.Length, CancellationToken.None);
        if (whole is null)
        {
            return await RefuseAsync(upload, UploadEnds.Lost, null);
        }
        var received = await receiver.SpooledAsync(upload.SchoolId, entry.Kind, upload.FileName, whole, CancellationToken.None);
        return received.File is { } file ? await AttachAsync(upload, file) : await RefuseAsync(upload, KeptRefusal.Written(received.Refusal!), received.Refusal!.Limit);
    }

    private async Task<FinishedUpload> AttachAsync(Upload taken, EvidenceFile file)
    {
        for (var tries = 1; ; tries++)
        {
            using var gate = await gates.WriteAsync(db);
            var upload = await ReadAsync(taken.SchoolId, taken.Id);
            if (upload.State != UploadState.Open)
            {
                return new FinishedUpload(upload);
            }
            var change = new Change(upload.PersonId, Now);
            var entry = await db.Entries.SingleOrDefaultAsync(e => e.SchoolId == upload.SchoolId && e.Id == upload.EntryId);
            var before = entry?.Version;
            if ((entry is null ? Error.NotFound("entry-unknown") : entry.AddEvidence(upload.Id, file, limits.FilesPerEntry, change)) is { } refusal)
            {
                return await RefuseAsync(upload, refusal.Code, refusal.Limit);
            }
            upload.Attached();
            try
            {
                await db.SaveAsync(upload.SchoolId, "entry-edited", upload.EntryId, change, CancellationToken.None);
            }
            catch (DbUpdateException e) when (tries < MostTries && !Faults.IsStorage(e))
            {
                // Another file came to its end, or the owner saved the text, in the same instant.
                continue;
            }
            work.Wake();
            await parts.DeleteAsync(upload.Id, CancellationToken.None);
            return new FinishedUpload(upload, before, entry!.Version);
        }
    }

    private async Task<FinishedUpload> RefuseAsync(Upload upload, string code, long? limit)
    {
        db.ChangeTracker.Clear();
        db.Uploads.Attach(upload);
        upload.Refused(code, limit);
        await db.SaveChangesAsync(CancellationToken.None);
        await parts.DeleteAsync(upload.Id, CancellationToken.None);
        return new FinishedUpload(upload);
    }

    /// <summary>Lets go of what could not be decided; the row when another has decided it.</summary>
    /// <param name="mayPass">What went wrong has nothing to do with this upload.</param>
    private async Task<Upload?> ReleasedAsync(Guid schoolId, Guid id, bool mayPass)
    {
        try
        {
            var upload = await ReadAsync(schoolId, id);
            if (upload.State != UploadState.Open)
            {
                return upload;
            }
            if (mayPass)
            {
                upload.Release();
            }
            else
            {
                upload.Failed(Now + Pause(upload.Failures));
            }
            await IsSavedAsync();
        }
        catch (Exception e) when (Faults.IsStorage(e))
        {
            // The lease runs out by itself.
        }
        return null;
    }

    private static TimeSpan Pause(int failures) => FirstPause * Math.Min(Math.Pow(2, failures), LongestPause / FirstPause);

    private async Task<Upload> ReadAsync(Guid schoolId, Guid id)
    {
        db.ChangeTracker.Clear();
        return await db.Uploads.SingleAsync(u => u.SchoolId == schoolId && u.Id == id);
    }

    private async Task<bool> IsSavedAsync()
    {
        using var gate = await gates.WriteAsync(db);
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
