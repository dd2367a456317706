using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Pages.Shared;
using SmkPortfolio.Web.Sharing;
using SmkPortfolio.Web.Startup;

namespace SmkPortfolio.Web.Pages.Shares;

/// <summary>What a stranger with the link sees: a portfolio with its confirmed work first, or one paper.</summary>
[OutputCache(PolicyName = PublicPages.Policy)]
public sealed class Show(AppDb db, OpenShares shares, FileParts parts, TimeProvider clock) : PageModel
{
    public OpenShare Share { get; private set; } = null!;
    public string Token { get; private set; } = "";

    /// <summary>Set when the link shows one paper.</summary>
    public CvDocument? Paper { get; private set; }

    public Domain.Portfolios.Portfolio? Portfolio { get; private set; }
    public string? StudyField { get; private set; }
    public IReadOnlyList<SharedEntry> Confirmed { get; private set; } = [];
    public IReadOnlyList<SharedEntry> OwnWord { get; private set; } = [];

    /// <summary>Set while one picture is looked at.</summary>
    public ViewerPart? Viewer { get; private set; }

    /// <summary>Of a portrait that the virus scanner holds back a stranger learns nothing.</summary>
    public bool HasPhoto { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, Guid? picture, Guid? beside, CancellationToken cancel)
    {
        Response.Headers["X-Robots-Tag"] = "noindex";
        if (await shares.FindAsync(token, cancel) is not { } share)
        {
            return NotFound();
        }
        Share = share;
        Token = token;
        // From here on the link has opened this one person's records, whatever school the reader belongs to.
        db.Scope.SeeAllSchools();
        if (share.Link.CvDocumentId is { } paperId)
        {
            Paper = await db.CvDocuments.AsNoTracking().SingleOrDefaultAsync(c => c.SchoolId == share.Link.SchoolId && c.Id == paperId && c.WithdrawnAt == null, cancel);
            if (Paper is null)
            {
                return NotFound();
            }
        }
        else
        {
            await LoadPortfolioAsync(cancel);
        }
        if (picture is { } one)
        {
            Viewer = Confirmed.Concat(OwnWord).Select(e => ViewerPart.Of(e.Files, one, beside)).FirstOrDefault(v => v is not null);
            if (Viewer is null)
            {
                return NotFound();
            }
        }
        Keep();
        return Page();
    }

    private async Task LoadPortfolioAsync(CancellationToken cancel)
    {
        var (schoolId, personId) = (Share.Link.SchoolId, Share.Link.PersonId);
        Portfolio = await db.Portfolios.AsNoTracking().SingleOrDefaultAsync(p => p.SchoolId == schoolId && p.PersonId == personId, cancel);
        StudyField = (await (
            from m in db.Memberships
            join g in db.ClassGroups on m.ClassGroupId equals g.Id
            where m.SchoolId == schoolId && m.PersonId == personId
            orderby m.From descending
            select g).AsNoTracking().FirstOrDefaultAsync(cancel))?.StudyName;
        var entries = (await db.Entries.AsNoTracking().Where(e => e.SchoolId == schoolId && e.PersonId == personId && e.BinnedAt == null).ToListAsync(cancel)).Where(OpenShares.Shows).ToList();
        var endorsed = entries.Where(e => e.EndorsedRevisionId is not null).Select(e => e.EndorsedRevisionId!.Value).ToList();
        var revisions = (await db.Revisions.AsNoTracking().Where(r => r.SchoolId == schoolId && endorsed.Contains(r.Id)).ToListAsync(cancel)).ToDictionary(r => r.EntryId, r => r.Read());
        var contents = revisions.Values.SelectMany(r => r.Files.Select(f => f.Sha256)).Concat(entries.SelectMany(e => e.Evidence.Select(f => f.Sha256)));
        var portrait = Portfolio?.PhotoSha256;
        var facts = await parts.FactsAsync(schoolId, portrait is null ? contents : contents.Append(portrait), cancel);
        HasPhoto = Share.ShowsPhoto && portrait is not null && facts.HoldOf(portrait) == FileHold.None;
        var today = Share.School.Today(clock.GetUtcNow().UtcDateTime);
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var query = "s=" + Token;
        Confirmed = [.. entries.Where(e => e.EndorsedRevisionId is not null)
            .Select(e => SharedEntry.Endorsed(e, revisions[e.Id], title => parts.Of(e, revisions[e.Id], title, query, facts), language, today)).OrderByDescending(e => e.Word).ThenByDescending(e => e.Detail.From)];
        OwnWord = [.. entries.Where(e => e.EndorsedRevisionId is null).Select(e => SharedEntry.OnOwnWord(e, title => parts.Of(e, title, query, facts), language)).OrderByDescending(e => e.Detail.From)];
    }

    /// <summary>The page may be kept until the link ends, a few seconds at most; revoking and withdrawn consent evict it by its tag.</summary>
    private void Keep()
    {
        if (HttpContext.Features.Get<IOutputCacheFeature>()?.Context is { } kept)
        {
            var left = Share.Link.ExpiresAt - clock.GetUtcNow().UtcDateTime;
            kept.Tags.Add(CacheTags.Person(Share.Link.PersonId));
            kept.ResponseExpirationTimeSpan = left < PublicPages.Life ? left : PublicPages.Life;
        }
    }
}
