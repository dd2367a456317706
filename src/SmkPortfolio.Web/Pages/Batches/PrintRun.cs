using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Cv;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Pdf;
using SmkPortfolio.Web.Issuing;

namespace SmkPortfolio.Web.Pages.Batches;

/// <summary>
/// The papers of one class bound into one file for a printer, set once more from what was frozen when they were issued. A print copy, and its
/// first page says so: it has no seal, while each paper in it has the code under which the sealed one is checked.
/// </summary>
public sealed class PrintRun(AppDb db, PaperPictures pictures, TimeProvider clock)
{
    /// <summary>Null when that class has no paper in this batch that stands and can be set as it was.</summary>
    public async Task<byte[]?> WriteAsync(PaperBatch batch, string className, CancellationToken cancel)
    {
        if (CvFormats.Find(batch.Format) is not { } format)
        {
            return null;
        }
        var papers = await (
            from item in db.PaperBatchItems.AsNoTracking()
            where item.SchoolId == batch.SchoolId && item.BatchId == batch.Id && item.ClassName == className
            join cv in db.CvDocuments.AsNoTracking() on item.CvId equals (Guid?)cv.Id
            where cv.SchoolId == batch.SchoolId && cv.WithdrawnAt == null && cv.Template == format.Template
            orderby item.Position
            select cv).ToListAsync(cancel);
        if (papers.Count == 0)
        {
            return null;
        }
        var school = await db.Schools.AsNoTracking().SingleAsync(s => s.Id == batch.SchoolId, cancel);
        List<(CvContent Content, CvOptions Options)> frozen = [];
        foreach (var paper in papers)
        {
            var content = await WithPicturesAsync(batch.SchoolId, Read(paper.Snapshot), cancel);
            var order = PaperOrder.FromJson(paper.Order);
            frozen.Add((content, new CvOptions(paper.Language, new DateTimeOffset(paper.IssuedAt, TimeSpan.Zero)) { Today = school.Today(paper.IssuedAt), EraDates = order?.EraDates == true, Letter = order?.Letter == true }));
        }
        var now = clock.GetUtcNow();
        var cover = PrintCover.Render(school.Name, className, [.. papers.Select(p => (CvCode.Written(p.Code), p.NameAsPrinted))], now);
        return PdfWriter.WriteBound(frozen.Select(p => format.Render(p.Content, p.Options)).Prepend(cover), new BoundFile
        {
            Title = cover.Title,
            Author = school.Name,
            Language = cover.Language,
            Creator = cover.Creator,
            Created = now,
            Id = SHA256.HashData(Encoding.UTF8.GetBytes($"{batch.Id} {className}"))[..16],
        });
    }

    private static CvContent Read(byte[] snapshot)
    {
        using var document = JsonDocument.Parse(snapshot);
        return CvJson.Deserialize(Encoding.UTF8.GetBytes(document.RootElement.GetProperty("content").GetRawText()));
    }

    /// <summary>Portrait and pictures are frozen by their digests; the files lie in the store.</summary>
    private async Task<CvContent> WithPicturesAsync(Guid schoolId, CvContent content, CancellationToken cancel)
    {
        if (content.Person.PhotoSha256 is { } portrait)
        {
            content = content with { Person = content.Person with { Photo = await pictures.ReadAsync(schoolId, portrait, cancel) } };
        }
        var standIns = await pictures.StandInsAsync(schoolId, [.. content.Entries.SelectMany(e => e.Pictures).Select(p => p.Sha256)], cancel);
        List<CvEntry> entries = [];
        foreach (var entry in content.Entries)
        {
            List<CvPicture> shown = [];
            foreach (var picture in entry.Pictures)
            {
                shown.Add(picture with { Bytes = await pictures.ReadAsync(schoolId, standIns.GetValueOrDefault(picture.Sha256, picture.Sha256), cancel) });
            }
            entries.Add(shown.Count == 0 ? entry : entry with { Pictures = shown });
        }
        return content with { Entries = entries };
    }
}
