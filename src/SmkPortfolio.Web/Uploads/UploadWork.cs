using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Files;
using SmkPortfolio.Web.Startup;

namespace SmkPortfolio.Web.Uploads;

/// <summary>Looks for uploads that are whole and that nobody finished: the server that took the last byte died, or the store was away.</summary>
public sealed class UploadWork(IServiceScopeFactory scopes, Preparation preparation, TimeProvider clock, ILogger<UploadWork> log) : NodeWork(preparation, log, "Uploads")
{
    /// <summary>Finishes what waits. What stood in the way of one is thrown after the others were tried.</summary>
    protected override async Task WorkAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        List<(Guid SchoolId, Guid Id)> waiting;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            db.Scope.SeeAllSchools();
            waiting = [.. (await db.Uploads.Where(u => u.State == UploadState.Open && u.Offset == u.Length && (u.LeaseUntil == null || u.LeaseUntil <= now) && (u.TryAt == null || u.TryAt <= now)).OrderBy(u => u.CreatedAt)
                .Select(u => new { u.SchoolId, u.Id }).ToListAsync(cancel)).Select(u => (u.SchoolId, u.Id))];
        }
        ExceptionDispatchInfo? first = null;
        foreach (var (schoolId, id) in waiting)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<AppDb>().Scope.Enter(schoolId);
                await scope.ServiceProvider.GetRequiredService<UploadFinishing>().FinishAsync(schoolId, id);
            }
            catch (Exception e)
            {
                // One that cannot be finished must not keep back those that came after it.
                first ??= ExceptionDispatchInfo.Capture(e);
            }
        }
        first?.Throw();
    }
}
