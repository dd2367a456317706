using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Pages.Shared;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Cvs;

/// <summary>Choosing what stands on a CV, and in which order, before it is issued.</summary>
public sealed class New(AppDb db, Actor actor, Papers papers, IStringLocalizer<ErrorWords> refusals, IStringLocalizer<New> texts) : PageModel
{
    public IReadOnlyList<Entry> Choices { get; private set; } = [];

    /// <summary>Positions typed or set by script, by entry id.</summary>
    public IReadOnlyDictionary<Guid, int> Positions { get; private set; } = new Dictionary<Guid, int>();

    public bool HasPhoto { get; private set; }
    public bool IsMinor { get; private set; }
    public IReadOnlyList<string> Untranslated { get; private set; } = [];

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public sealed class InputModel
    {
        [Display(Name = "Language")]
        public string Language { get; set; } = "id";

        public List<Guid> Entries { get; set; } = [];

        [Display(Name = "Portrait on the paper")]
        public bool Photo { get; set; }

        [Display(Name = "Place and date of birth")]
        public bool BirthDate { get; set; }

        [Display(Name = "Address")]
        public bool Address { get; set; }

        [Display(Name = "Phone and e-mail")]
        public bool Contact { get; set; } = true;

        [Display(Name = "Show my portrait to whoever checks this CV")]
        public bool ShowPhoto { get; set; }

        [Display(Name = "Show my birth year to whoever checks this CV")]
        public bool ShowBirthYear { get; set; }
    }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Input.Photo = HasPhoto;
        Input.Entries = [.. Choices.Where(e => e.Word != Word.Self).Select(e => e.Id)];
        Positions = Choices.Select((e, i) => (e.Id, i + 1)).ToDictionary(p => p.Id, p => p.Item2);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Positions = Choices.ToDictionary(e => e.Id, e => int.TryParse(Request.Form[$"order.{e.Id}"], NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : int.MaxValue);
        var chosen = Choices.Where(e => Input.Entries.Contains(e.Id)).OrderBy(e => Positions[e.Id]).ToList();
        var order = new PaperOrder(Input.Language == "en" ? "en" : "id", [.. chosen.Select(e => e.Id)], Input.Photo && HasPhoto, Input.BirthDate, Input.Address, Input.Contact, Input.ShowPhoto && HasPhoto, Input.ShowBirthYear);
        var (cv, error, detail) = await papers.IssueAsync(actor.SchoolId, actor.PersonId, order, actor.Change(), cancel);
        if (cv is null)
        {
            ModelState.AddModelError(error!.Code == "nothing-chosen" ? "Input.Entries" : "", ErrorWords.Say(error, refusals) + (detail is null ? "" : " " + detail));
            Response.StatusCode = ErrorWords.Status(error.Kind);
            Choices = [.. Choices.OrderBy(e => Positions[e.Id])];
            return Page();
        }
        TempData.Say(texts["Your CV is ready. Its code is {0}.", CvCode.Written(cv.Code)]);
        return Redirect("/cvs");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var own = await db.Entries.AsNoTracking().Where(e => e.PersonId == actor.PersonId && e.BinnedAt == null).ToListAsync(cancel);
        Choices = [.. own.OrderByDescending(e => e.Word != Word.Self).ThenByDescending(e => e.Detail.From ?? DateOnly.FromDateTime(e.CreatedAt))];
        var portfolio = await db.Portfolios.AsNoTracking().SingleOrDefaultAsync(p => p.PersonId == actor.PersonId, cancel);
        HasPhoto = portfolio?.PhotoSha256 is not null && portfolio.PhotoMediaType == "image/jpeg";
        var school = await db.Schools.AsNoTracking().SingleAsync(s => s.Id == actor.SchoolId, cancel);
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == actor.PersonId, cancel);
        IsMinor = person.IsMinorOn(school.Today(actor.Now));
        Untranslated = [.. own.Where(e => EntrySchema.Untranslated(e.Detail).Count > 0).Select(e => e.Title)];
    }
}
