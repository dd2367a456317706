using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Credentials;
using SmkPortfolio.Cv.Shapes;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Pdf.Reading;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Localisation;
using SmkPortfolio.Web.Sharing;
using SmkPortfolio.Web.Startup;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Cvs;

/// <summary>One issued paper: what stands on it, its file, and what can be done with it.</summary>
public sealed class Show(AppDb db, Actor actor, IBlobStore blobs, OpenShares shares, ReaderFormat format, IStringLocalizer<PaperWords> words, IStringLocalizer<Show> texts) : PageModel
{
    public CvDocument Paper { get; private set; } = null!;

    /// <summary>Other papers of the same format, the newest first.</summary>
    public IReadOnlyList<CvDocument> Others { get; private set; } = [];

    /// <summary>In which other shapes it can be had.</summary>
    public IReadOnlyList<CvShape> Shapes { get; private set; } = [];

    /// <summary>Null when its holder made it.</summary>
    public SchoolMade? Made { get; private set; }

    /// <summary>The address of the portfolio that is printed on it; null for none.</summary>
    public string? Address { get; private set; }

    /// <summary>Until when that address can be followed; null when it cannot any more.</summary>
    public DateTime? OpenUntil { get; private set; }

    /// <summary>Its seal's level in words, with whose time stamp it carries where the seal names it.</summary>
    public string Seal { get; private set; } = "";

    public string Zone { get; private set; } = "Asia/Jakarta";

    public string Name => PaperWords.Format(Paper.Format, words).Name;

    public string Language => PaperWords.Language(Paper.Language, words);

    public string NameOf(CvShape shape) => shape.Name switch
    {
        "json-resume" => texts["JSON Resume, for job sites and programs that read it"],
        "europass-xml" => texts["Europass XML, for Europass and job sites in Europe"],
        "plain-text" => texts["Plain text, for forms and mails"],
        "word" => texts["Word, for portals that take nothing else"],
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await db.CvDocuments.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.PersonId == actor.PersonId, cancel) is not { } paper)
        {
            return NotFound();
        }
        Paper = paper;
        var frozen = FrozenContent.Of(paper);
        Shapes = ShapeEndpoint.Of(paper, frozen);
        Address = frozen?.Content.Person.Link;
        OpenUntil = Address is null ? null : (await shares.FindAsync(Address[(Address.LastIndexOf('/') + 1)..], cancel))?.Link.ExpiresAt;
        Made = (await SchoolMade.OfAsync(db, actor.SchoolId, [paper], cancel)).Values.SingleOrDefault();
        Others = await db.CvDocuments.AsNoTracking().Where(c => c.PersonId == actor.PersonId && c.Format == paper.Format && c.Id != paper.Id).OrderByDescending(c => c.IssuedAt).ToListAsync(cancel);
        Zone = await db.Schools.Where(s => s.Id == actor.SchoolId).Select(s => s.TimeZoneId).SingleAsync(cancel);
        Seal = paper.SealLevel == "B-T" && await StampAsync(paper, cancel) is { } stamp
            ? texts["with a time stamp by {0}, {1}", stamp.Authority, format.Instant(stamp.At.UtcDateTime, Zone)]
            : PaperWords.Seal(paper.SealLevel, words);
        return Page();
    }

    /// <summary>It stands in the sealed file alone.</summary>
    private async Task<SealStamp?> StampAsync(CvDocument paper, CancellationToken cancel)
    {
        try
        {
            await using var stored = await blobs.OpenReadAsync(paper.SchoolId, paper.PdfSha256, cancel);
            using var file = new MemoryStream();
            await (stored?.CopyToAsync(file, cancel) ?? Task.CompletedTask);
            return SealedPdf.Read(file.ToArray()).Cms is { } seal ? SealStamp.Read(seal) : null;
        }
        catch (Exception e) when (Faults.IsStorage(e))
        {
            // The level is known all the same.
            return null;
        }
    }
}
