using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Data;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.People;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Pages.Shared;
using SmkPortfolio.Web.Startup;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Guardian;

/// <summary>What is public of a guardian's children, and the consents, each given and withdrawn at once. 404 for anybody else's child.</summary>
public sealed class Index(AppDb db, Actor actor, ErasableFiles files, IOutputCacheStore cache, IStringLocalizer<ErrorWords> refusals, IStringLocalizer<PaperWords> formats, IStringLocalizer<Index> texts) : PageModel
{
    public IReadOnlyList<Child> Children { get; private set; } = [];

    [BindProperty]
    public Guid Student { get; set; }

    [BindProperty]
    public ConsentPurpose? Purpose { get; set; }

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public Task<IActionResult> OnPostGiveAsync(CancellationToken cancel) => OnChildAsync((child, purpose, change) =>
    {
        if (!child.Stands(purpose))
        {
            db.Consents.Add(Consent.Give(child.Guardianship, Guid.CreateVersion7(), purpose, change));
        }
        return null;
    }, "consent-given", texts["You have consented. You can withdraw it here at any time."], cancel);

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel) => OnChildAsync((child, purpose, change) =>
    {
        // Whichever guardian gave it: one who says no is enough.
        var standing = child.Consents.Where(c => c.Purpose == purpose && c.Stands).ToList();
        return standing.Count == 0 ? Error.Conflict("consent-already-withdrawn") : standing.Select(c => c.Withdraw(change)).FirstOrDefault(e => e is not null);
    }, "consent-withdrawn", texts["Withdrawn. It is closed from now on."], cancel);

    public string Title(ConsentPurpose purpose) => purpose switch
    {
        ConsentPurpose.ShareLinks => texts["Links to the portfolio"],
        ConsentPurpose.PublicPhoto => texts["Photo on public pages"],
        _ => throw new ArgumentOutOfRangeException(nameof(purpose)),
    };

    public string Meaning(ConsentPurpose purpose) => purpose switch
    {
        ConsentPurpose.ShareLinks => texts["Your child may hand out links, for example to a company. Whoever has the link sees name, school, work and what was confirmed about it; never address, phone, birth date or NISN. Each link ends by itself and can be closed earlier."],
        ConsentPurpose.PublicPhoto => texts["The portrait of your child may be seen by whoever has a link or checks a CV. Without this consent those pages show no portrait."],
        _ => throw new ArgumentOutOfRangeException(nameof(purpose)),
    };

    public string Format(CvDocument paper) => PaperWords.Format(paper.Format, formats).Name;

    private async Task<IActionResult> OnChildAsync(Func<Child, ConsentPurpose, Change, Error?> verb, string action, string said, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (Children.FirstOrDefault(c => c.Person.Id == Student && c.IsMinor) is not { } child)
        {
            return NotFound();
        }
        if (Purpose is not { } purpose || !Enum.IsDefined(purpose))
        {
            return Refused(Error.Invalid("unknown-choice"));
        }
        var change = actor.Change();
        if (verb(child, purpose, change) is { } error)
        {
            return Refused(error);
        }
        await db.SaveAsync(child.School.Id, action, child.Person.Id, change, cancel);
        await cache.EvictByTagAsync(CacheTags.Person(child.Person.Id), cancel);
        foreach (var paper in child.Papers)
        {
            await cache.EvictByTagAsync(CacheTags.Cv(paper.Code), cancel);
        }
        TempData.Say(said);
        return Redirect("/guardian");
    }

    private PageResult Refused(Error error)
    {
        ModelState.AddModelError("", ErrorWords.Say(error, refusals));
        Response.StatusCode = ErrorWords.Status(error.Kind);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        db.Scope.SeeAllSchools();
        Children = await Child.OfAsync(db, files, actor.PersonId, actor.Now, cancel);
    }
}
