using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Issuing.Batches;
using SmkPortfolio.Web.Pages.Shared;
using SmkPortfolio.Web.Settings;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Batches;

/// <summary>One order: how far it is, who got no paper and why, and what can be taken along.</summary>
public sealed class Show(AppDb db, Actor actor, PaperBatches batches, BatchWork work, BatchPack pack, PrintRun run, AllSettings settings, IStringLocalizer<ErrorWords> refusals, IStringLocalizer<Show> texts) : PageModel
{
    /// <summary>Seconds after which the page looks again, as long as there is work.</summary>
    private const int LookAgain = 3;

    public BatchRow Row { get; private set; } = null!;
    public IReadOnlyList<FailedStudent> Failed { get; private set; } = [];

    /// <summary>Classes with papers that can be printed, and how many.</summary>
    public IReadOnlyList<(string Name, int Count)> Classes { get; private set; } = [];

    public string OrderedBy { get; private set; } = "";
    public string Zone { get; private set; } = "Asia/Jakarta";

    /// <summary>At the speed so far; null while there is none.</summary>
    public TimeSpan? Left { get; private set; }

    /// <summary>Papers that the time stamp authority gave no stamp for, where there is one.</summary>
    public int Unstamped { get; private set; }

    public bool Waits => !Row.Batch.IsOver && work.Problem is not null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }
        if (!Row.Batch.IsOver)
        {
            Response.Headers["Refresh"] = FormattableString.Invariant($"{LookAgain}");
        }
        return Page();
    }

    /// <summary>All papers in one ZIP, written while it is sent.</summary>
    public async Task<IActionResult> OnGetZipAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } batch)
        {
            return NotFound();
        }
        Response.ContentType = "application/zip";
        Response.Headers.CacheControl = "private, no-store";
        Response.Headers.ContentDisposition = $"attachment; filename=\"{batch.Format}-{batch.CreatedAt:yyyy-MM-dd}.zip\"";
        await pack.WriteAsync(batch, Response.BodyWriter.AsStream(), cancel);
        return new EmptyResult();
    }

    /// <summary>The papers of a class in one file for the printer.</summary>
    public async Task<IActionResult> OnGetPrintAsync(Guid id, string? group, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } batch || await run.WriteAsync(batch, group ?? "", cancel) is not { } pdf)
        {
            return NotFound();
        }
        Response.Headers.CacheControl = "private, no-store";
        return File(pdf, "application/pdf", SafeFileName.Clean($"{batch.Format}-{BatchPack.InName(group ?? "")}.pdf"));
    }

    public Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken cancel) => OnBatchAsync(id, batches.CancelAsync, texts["Stopped. What was made already stays."], cancel);

    public Task<IActionResult> OnPostAgainAsync(Guid id, CancellationToken cancel) => OnBatchAsync(id, batches.AgainAsync, texts["Those who got none are tried again."], cancel);

    private async Task<IActionResult> OnBatchAsync(Guid id, Func<PaperBatch, Change, CancellationToken, Task<Error?>> verb, string said, CancellationToken cancel)
    {
        if (await db.PaperBatches.SingleOrDefaultAsync(b => b.SchoolId == actor.SchoolId && b.Id == id, cancel) is not { } batch)
        {
            return NotFound();
        }
        if (await verb(batch, actor.Change(), cancel) is { } error)
        {
            await LoadAsync(id, cancel);
            ModelState.AddModelError("", ErrorWords.Say(error, refusals));
            Response.StatusCode = ErrorWords.Status(error.Kind);
            return Page();
        }
        TempData.Say(said);
        return Redirect($"/batches/{id}");
    }

    private Task<PaperBatch?> FindAsync(Guid id, CancellationToken cancel) => db.PaperBatches.AsNoTracking().SingleOrDefaultAsync(b => b.SchoolId == actor.SchoolId && b.Id == id, cancel);

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } batch)
        {
            return false;
        }
        var items = db.PaperBatchItems.AsNoTracking().Where(i => i.SchoolId == actor.SchoolId && i.BatchId == id);
        Row = new BatchRow(batch, await items.GroupBy(i => i.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel));
        Failed = await items.Where(i => i.State == BatchItemState.Failed).OrderBy(i => i.Position)
            .Join(db.People, i => i.PersonId, p => p.Id, (i, p) => new FailedStudent(p.Id, p.Name, i.ClassName, i.Reason, i.ReasonDetail)).ToListAsync(cancel);
        var classes = await items.Where(i => i.State == BatchItemState.Done).GroupBy(i => i.ClassName).Select(g => new { g.Key, Count = g.Count(), First = g.Min(i => i.Position) }).ToListAsync(cancel);
        Classes = [.. classes.OrderBy(c => c.First).Select(c => (c.Key, c.Count))];
        OrderedBy = await db.People.Where(p => p.Id == batch.OrderedBy).Select(p => p.Name).SingleOrDefaultAsync(cancel) ?? "";
        Zone = await db.Schools.Where(s => s.Id == actor.SchoolId).Select(s => s.TimeZoneId).SingleAsync(cancel);
        Unstamped = settings.Seal.TimestampUrl.Length == 0 ? 0 : await db.CvDocuments.CountAsync(c => c.SchoolId == actor.SchoolId && c.BatchId == id && c.SealLevel == "B-B", cancel);
        var passed = Row.Done + Row.Failed;
        Left = !batch.IsOver && passed > 0 && batch.StartedAt is { } since ? (actor.Now - since) / passed * Row.Waiting : null;
        return true;
    }
}

/// <summary>Who got no paper, and why.</summary>
public sealed record FailedStudent(Guid PersonId, string Name, string ClassName, string Reason, string Detail);
