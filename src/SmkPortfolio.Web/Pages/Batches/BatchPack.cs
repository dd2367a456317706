using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain.Cvs;

namespace SmkPortfolio.Web.Pages.Batches;

/// <summary>The sealed papers of a batch in one ZIP, a folder for each class, with a list. Written while it is sent: nothing of it is held in memory or kept.</summary>
public sealed class BatchPack(AppDb db, IBlobStore blobs, IStringLocalizer<BatchPack> texts, Reasons reasons, TimeProvider clock)
{
    private const int AtOnce = 200;

    public async Task WriteAsync(PaperBatch batch, Stream target, CancellationToken cancel)
    {
        await using var zip = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancel);
        var list = new StringBuilder();
        Row(list, texts["Class"], texts["Name"], texts["School number"], texts["Code"], texts["File"], "SHA-256", texts["State"]);
        for (var after = 0; await PageAsync(batch, after, cancel) is { Count: > 0 } page; after = page[^1].Position)
        {
            foreach (var item in page)
            {
                if (item.Paper is not { } paper || item.WithdrawnAt is not null)
                {
                    var state = item.Paper is not null ? texts["withdrawn"].Value : item.Reason.Length == 0 ? texts["not made"] : reasons.Say(item.Reason, item.ReasonDetail);
                    Row(list, item.ClassName, item.Name, item.Nis, item.Paper is null ? "" : CvCode.Written(item.Paper), "", "", state);
                    continue;
                }
                var path = $"{SafeFileName.Clean(InName(item.ClassName))}/{SafeFileName.Clean($"{InName(item.Name)}_{CvCode.Written(paper)}.pdf")}";
                await using (var file = await blobs.OpenReadAsync(batch.SchoolId, item.Sha256!, cancel) ?? throw new IOException($"The file {item.Sha256} is not in the store."))
                {
                    var entry = zip.CreateEntry(path, CompressionLevel.NoCompression);
                    entry.LastWriteTime = clock.GetUtcNow();
                    await using var to = await entry.OpenAsync(cancel);
                    await file.CopyToAsync(to, cancel);
                }
                Row(list, item.ClassName, item.Name, item.Nis, CvCode.Written(paper), path, item.Sha256!, texts["sealed"]);
            }
        }
        await using var last = await zip.CreateEntry("manifest.csv", CompressionLevel.Optimal).OpenAsync(cancel);
        // With the mark in front Excel reads it as UTF-8.
        await last.WriteAsync(Encoding.UTF8.GetPreamble(), cancel);
        await last.WriteAsync(Encoding.UTF8.GetBytes(list.ToString()), cancel);
    }

    /// <summary>As a part of a file's name: <c>XII-TKR-1</c>.</summary>
    public static string InName(string text) => string.Join('-', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private async Task<List<Packed>> PageAsync(PaperBatch batch, int after, CancellationToken cancel) => await (
        from item in db.PaperBatchItems.AsNoTracking()
        where item.SchoolId == batch.SchoolId && item.BatchId == batch.Id && item.Position > after
        join person in db.People on item.PersonId equals person.Id
        join cv in db.CvDocuments on item.CvId equals (Guid?)cv.Id into made
        from cv in made.DefaultIfEmpty()
        orderby item.Position
        select new Packed(item.Position, item.ClassName, person.Name, db.Memberships.Where(m => m.SchoolId == batch.SchoolId && m.PersonId == person.Id && m.Nis != null).OrderByDescending(m => m.From).Select(m => m.Nis).FirstOrDefault() ?? "",
            item.Reason, item.ReasonDetail, cv == null ? null : cv.Code, cv == null ? null : cv.PdfSha256, cv == null ? null : cv.WithdrawnAt)).Take(AtOnce).ToListAsync(cancel);

    private static void Row(StringBuilder list, params ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            list.Append(i == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $"\"{Harmless(cells[i]).Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        }
        list.Append("\r\n");
    }

    // A cell that begins like this is carried out by spreadsheets; with the apostrophe it is text.
    private static string Harmless(string cell) => cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' ? "'" + cell : cell;

    private sealed record Packed(int Position, string ClassName, string Name, string Nis, string Reason, string ReasonDetail, string? Paper, string? Sha256, DateTime? WithdrawnAt);
}
