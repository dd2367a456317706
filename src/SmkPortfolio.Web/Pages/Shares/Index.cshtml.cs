using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Data;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.People;
using SmkPortfolio.Domain.Sharing;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Localisation;
using SmkPortfolio.Web.Pages.Shared;
using SmkPortfolio.Web.Settings;
using SmkPortfolio.Web.Sharing;
using SmkPortfolio.Web.Startup;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Shares;

/// <summary>The student's share links: make, copy, see visits, close.</summary>
public sealed class Index(
    AppDb db, Actor actor, ShareTokens tokens, AllSettings settings, IOutputCacheStore cache, ReaderFormat format, IStringLocalizer<Index> texts, IStringLocalizer<ErrorWords> refusals) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<LinkLine> Links { get; private set; } = [];

    /// <summary>The papers that can be shared, newest first.</summary>
    public IReadOnlyList<CvDocument> Papers { get; private set; } = [];

    /// <summary>Under 18 without the guardian's consent: links stay closed.</summary>
    public bool NeedsConsent { get; private set; }

    public string Zone { get; private set; } = "";

    public int MostDays => settings.Limits.ShareDaysMost;

    public sealed class InputModel
    {
        /// <summary>Empty for the portfolio, else the paper's id.</summary>
        public Guid? Paper { get; set; }

        [Display(Name = "Who is it for?", Description = "Only you see this, for example the name of the company.")]
        [StringLength(80)]
        public string? Label { get; set; }

        [Display(Name = "For how many days?")]
        public int Days { get; set; }
    }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Input.Days = settings.Limits.ShareDays;
        await LoadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (NeedsConsent)
        {
            return Refuse(Error.NotAllowed("consent-needed"));
        }
        if (Input.Paper is { } paper && Papers.All(p => p.Id != paper))
        {
            return Refuse(Error.Invalid("cv-unknown", nameof(Input.Paper)));
        }
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        var (_, hash, kept) = tokens.Make();
        var change = actor.Change();
        var (link, error) = ShareLink.Make(actor.SchoolId, Guid.CreateVersion7(), actor.PersonId, hash, kept, Input.Label ?? "", Input.Paper, Input.Days, MostDays, change.At);
        if (link is null)
        {
            return Refuse(error!);
        }
        db.ShareLinks.Add(link);
        await db.SaveAsync(actor.SchoolId, "link-made", link.Id, change, cancel);
        TempData.Say(texts["The link is open until {0}. Copy it here and send it.", format.Date(link.ExpiresAt, Zone)]);
        return Redirect("/shares");
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken cancel)
    {
        if (await db.ShareLinks.SingleOrDefaultAsync(l => l.Id == id && l.PersonId == actor.PersonId, cancel) is not { } link)
        {
            return NotFound();
        }
        var change = actor.Change();
        if (link.Revoke(change) is { } error)
        {
            ModelState.Clear();
            Input.Days = settings.Limits.ShareDays;
            await LoadAsync(cancel);
            return Refuse(error);
        }
        await db.SaveAsync(actor.SchoolId, "link-revoked", link.Id, change, cancel);
        await cache.EvictByTagAsync(CacheTags.Person(actor.PersonId), cancel);
        TempData.Say(texts["The link is closed. Whoever opens it now finds nothing."]);
        return Redirect("/shares");
    }

    private PageResult Refuse(Error error)
    {
        var field = error.Field is { Length: > 0 } name ? $"{nameof(Input)}.{char.ToUpperInvariant(name[0])}{name[1..]}" : "";
        ModelState.AddModelError(field, ErrorWords.Say(error, refusals));
        Response.StatusCode = ErrorWords.Status(error.Kind);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var school = await db.Schools.AsNoTracking().SingleAsync(s => s.Id == actor.SchoolId, cancel);
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == actor.PersonId, cancel);
        Zone = school.TimeZoneId;
        NeedsConsent = person.IsMinorOn(school.Today(actor.Now))
            && !await db.Consents.AnyAsync(c => c.StudentId == person.Id && c.Purpose == ConsentPurpose.ShareLinks && c.WithdrawnAt == null, cancel);
        var papers = await db.CvDocuments.AsNoTracking().Where(c => c.PersonId == person.Id).OrderByDescending(c => c.IssuedAt).ToListAsync(cancel);
        Papers = [.. papers.Where(p => p.Stands)];
        var links = await db.ShareLinks.AsNoTracking().Where(l => l.PersonId == person.Id).OrderByDescending(l => l.CreatedAt).ToListAsync(cancel);
        var ids = links.Select(l => l.Id).ToList();
        var visits = await db.ShareVisits.Where(v => ids.Contains(v.ShareLinkId)).GroupBy(v => v.ShareLinkId).Select(g => new { g.Key, Sum = g.Sum(v => v.Count) }).ToDictionaryAsync(g => g.Key, g => g.Sum, cancel);
        var codes = papers.ToDictionary(p => p.Id, p => p.Code);
        Links = [.. links.Select(l => new LinkLine(
            l, l.CvDocumentId is { } cv && codes.TryGetValue(cv, out var code) ? CvCode.Written(code) : null, visits.GetValueOrDefault(l.Id), l.IsOpen(actor.Now), l.IsOpen(actor.Now) ? Address(l) : ""))];
    }

    private string Address(ShareLink link) => $"{settings.PublicUrl.GetLeftPart(UriPartial.Authority)}/s/{tokens.Show(link.ProtectedToken)}";
}

/// <summary>A link as its owner sees it.</summary>
/// <param name="PaperCode">The written code of the paper it shows; null for the portfolio.</param>
public sealed record LinkLine(ShareLink Link, string? PaperCode, int Visits, bool IsOpen, string Address);
