using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Accounts;
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

    public static IReadOnlyList<SelectListItem> Languages { get; } = [new("Bahasa Indonesia", "id"), new("English", "en")];

    public bool HasPhoto { get; private set; }
    public bool IsMinor { get; private set; }
    public IReadOnlyList<string> Untranslated { get; private set; } = [];

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public sealed class InputModel
    {
        [Display(Name = "Language of the CV")]
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
        if (RestoredForms.In(HttpContext) is { } restored)
        {
            PutBack(restored.Fields);
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Positions = Typed(id => Request.Form[OrderName(id)]);
        if (Languages.All(l => l.Value != Input.Language))
        {
            ModelState.AddModelError("Input.Language", ErrorWords.Say("unknown-choice", null, refusals));
        }
        if (!ModelState.IsValid)
        {
            return Again(StatusCodes.Status400BadRequest);
        }
        var chosen = Choices.Where(e => Input.Entries.Contains(e.Id)).OrderBy(e => Positions[e.Id]).ToList();
        var order = new PaperOrder(Input.Language, [.. chosen.Select(e => e.Id)], Input.Photo && HasPhoto, Input.BirthDate, Input.Address, Input.Contact, Input.ShowPhoto && HasPhoto, Input.ShowBirthYear);
        var (cv, error, detail) = await papers.IssueAsync(actor.SchoolId, actor.PersonId, order, actor.Change(), cancel);
        if (cv is null)
        {
            ModelState.AddModelError(error!.Field == "entries" ? "Input.Entries" : "", ErrorWords.Say(error, refusals) + (detail is null ? "" : " " + detail));
            return Again(ErrorWords.Status(error.Kind));
        }
        TempData.Say(texts["Your CV is ready. Its code is {0}.", CvCode.Written(cv.Code)]);
        return Redirect("/cvs");
    }

    public static string OrderName(Guid entry) => $"order.{entry}";

    /// <summary>Places as typed; what has none comes last.</summary>
    private Dictionary<Guid, int> Typed(Func<Guid, string?> field) =>
        Choices.ToDictionary(e => e.Id, e => int.TryParse(field(e.Id), NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : int.MaxValue);

    /// <summary>The choices of a form that waited for its writer to sign in again.</summary>
    private void PutBack(IReadOnlyDictionary<string, string[]> fields)
    {
        Input.Entries = [.. fields.GetValueOrDefault("Input.Entries", []).Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty)];
        Positions = Typed(id => fields.GetValueOrDefault(OrderName(id))?.FirstOrDefault());
        Choices = [.. Choices.OrderBy(e => Positions[e.Id])];
    }

    private PageResult Again(int status)
    {
        Response.StatusCode = status;
        Choices = [.. Choices.OrderBy(e => Positions[e.Id])];
        return Page();
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
