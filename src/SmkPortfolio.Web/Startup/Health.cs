using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Web.Derived;

namespace SmkPortfolio.Web.Startup;

/// <summary>Two doors for a proxy. Ready needs migration, seeding, database and evidence store; parts that are merely off do not change it.</summary>
public static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("ok")).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/health/ready", ReadyAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> ReadyAsync(AppDb db, IBlobStore blobs, Preparation preparation, KeyProtection protection, LogPublishing log, PictureTools tools, VirusScanner scanner, CancellationToken cancel)
    {
        var database = await ProbeAsync(() => db.ProbeAsync(cancel));
        var evidence = await ProbeAsync(() => blobs.ProbeAsync(cancel));
        var ready = preparation.Done && database is null && evidence is null;
        return Results.Json(new
        {
            status = ready ? "ready" : "not-ready",
            preparation = preparation.Done ? "done" : preparation.Problem ?? "running",
            database = database is null ? "ok" : "The database cannot be used: " + database,
            evidence = evidence ?? "ok",
            virusScan = scanner.IsOn ? "on" : "off",
            pdfPictures = tools.PdfToPpm is null ? "off: pdftoppm is not installed" : "on",
            heicPictures = tools.HeifConvert is null ? "off: heif-convert is not installed" : "on",
            keyProtection = protection.State,
            // Papers are issued and checked as before while the log stands still: a person has to look, a proxy has not.
            log = log.Problem ?? "ok",
        }, statusCode: ready ? 200 : 503);
    }

    private static async Task<string?> ProbeAsync(Func<Task> probe)
    {
        try
        {
            await probe();
            return null;
        }
        catch (Exception e) when (Faults.IsStorage(e) || e is InvalidOperationException)
        {
            return e is BlobStoreUnavailableException ? e.Message : e.GetBaseException().Message;
        }
    }
}
