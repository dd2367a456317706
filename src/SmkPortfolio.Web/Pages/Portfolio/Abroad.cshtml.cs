using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Data;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Portfolios;
using SmkPortfolio.Domain.Reference;
using SmkPortfolio.Domain.Text;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Pages.Shared;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Portfolio;

/// <summary>Facts that only papers for abroad ask for: the passport's, the past beside the portfolio, levels of languages.</summary>
public sealed class Abroad(AppDb db, Actor actor, IStringLocalizer<ErrorWords> refusals, IStringLocalizer<PaperWords> papers, IStringLocalizer<Abroad> texts) : PageModel
{
    public Domain.Portfolios.Portfolio Stored { get; private set; } = null!;

    public bool IsMinor { get; private set; }

    public InputModel Input { get; private set; } = new();

    public RowModel Row { get; private set; } = new();

    [BindProperty]
    public int Version { get; set; }

    /// <summary>The language whose levels came back.</summary>
    public string? RefusedMark { get; private set; }

    public IReadOnlyList<string> RefusedLevels { get; private set; } = [];

    public static IReadOnlyList<string> Levels { get; } = [.. LanguageSkill.Levels.Where(l => l != LanguageSkill.Native)];

    public IReadOnlyList<SelectListItem> Genders => [new(texts["Male"], "male"), new(texts["Female"], "female")];

    public IReadOnlyList<SelectListItem> Kinds => [.. Enum.GetValues<PastKind>().Select(k => new SelectListItem(PaperWords.Past(k, papers), k.ToString()))];

    public IReadOnlyList<string> Skills => [texts["Listening"], texts["Reading"], texts["Spoken interaction"], texts["Spoken production"], texts["Writing"]];

    /// <summary>All countries by name, with our own first.</summary>
    public static IReadOnlyList<SelectListItem> Nationalities
    {
        get
        {
            var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
            return [.. Countries.All.OrderBy(c => c.Code != "ID").ThenBy(c => c.Name.In(language), StringComparer.CurrentCulture).Select(c => new SelectListItem(c.Name.In(language), c.Code))];
        }
    }

    public sealed class InputModel
    {
        [Display(Name = "Name as in the passport", Description = "Latin letters, in the order of the passport. Without a passport: as on the identity card.")]
        public string? PassportName { get; set; }

        [Display(Name = "Sex as in the passport", Description = "Only few forms ask for it. Printed only where you switch it on for that paper.")]
        public string? Gender { get; set; }

        [Display(Name = "Nationality")]
        public string? Nationality { get; set; }

        [Display(Name = "Postal code")]
        public string? PostalCode { get; set; }

        [Display(Name = "You finish school on", Description = "Left empty, the end of your last academic year counts.")]
        public DateOnly? GraduatesOn { get; set; }
    }

    public sealed class RowModel
    {
        public Guid? Id { get; set; }

        [Display(Name = "What is it?"), Required]
        public PastKind? Kind { get; set; }

        [Display(Name = "Name", Description = "Name of the school, course, prize or licence; of a job or office what you were."), Required, StringLength(PastItem.TitleMax)]
        public string? Title { get; set; }

        [StringLength(PastItem.TitleMax)]
        public string? TitleEn { get; set; }

        [Display(Name = "Company, organiser or body"), StringLength(PastItem.TextMax)]
        public string? Organisation { get; set; }

        [Display(Name = "Place"), StringLength(PastItem.TextMax)]
        public string? Place { get; set; }

        [Display(Name = "Details", Description = "Field of study, duties, what it was for."), StringLength(PastItem.DetailMax)]
        public string? Detail { get; set; }

        [StringLength(PastItem.DetailMax)]
        public string? DetailEn { get; set; }

        [Display(Name = "From")]
        public DateOnly? From { get; set; }

        [Display(Name = "Until")]
        public DateOnly? Until { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(Guid? edit, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Fill();
        if (edit is { } id)
        {
            if (Stored.Past.FirstOrDefault(p => p.Id == id) is not { } item)
            {
                return NotFound();
            }
            Row = RowOf(item);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([Bind(Prefix = nameof(Input))] InputModel input, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Input = input;
        if (!ModelState.IsValid)
        {
            return Again([]);
        }
        var particulars = new Particulars(CleanText.Line(input.PassportName).ToUpperInvariant(), input.Gender ?? "", input.Nationality ?? "", CleanText.Line(input.PostalCode), input.GraduatesOn);
        var errors = Stored.Describe(particulars, Version, actor.Change());
        return errors.Count > 0 ? Again(errors) : await SaveAsync("particulars-edited", texts["Saved."], "", cancel);
    }

    public async Task<IActionResult> OnPostPastAsync([Bind(Prefix = nameof(Row))] RowModel row, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Row = row;
        if (ModelState.IsValid && row is { Kind: PastKind.School, From: null })
        {
            return Again([Error.Invalid("required", "from")]);
        }
        if (!ModelState.IsValid)
        {
            return Again([]);
        }
        if (row.Id is { } id && Stored.Past.All(p => p.Id != id))
        {
            return Again([Error.NotFound("past-unknown")]);
        }
        var school = await db.Schools.AsNoTracking().SingleAsync(s => s.Id == actor.SchoolId, cancel);
        var item = new PastItem(row.Id ?? Guid.CreateVersion7(), row.Kind!.Value, PortfolioForm.Both(row.Title, row.TitleEn, CleanText.Line), CleanText.Line(row.Organisation), CleanText.Line(row.Place),
            PortfolioForm.Both(row.Detail, row.DetailEn, CleanText.Of), row.From, row.Until);
        var errors = Stored.Remember(item, school.Today(actor.Now), actor.Change());
        return errors.Count > 0 ? Again(errors) : await SaveAsync("past-written", texts["Saved."], "#past", cancel);
    }

    public async Task<IActionResult> OnPostForgetAsync(Guid id, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        return Stored.Forget(id, actor.Change()) is { } error ? Again([error]) : await SaveAsync("past-removed", texts["Removed."], "#past", cancel);
    }

    public async Task<IActionResult> OnPostGradeAsync(string? mark, string[] levels, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        var grid = levels.All(string.IsNullOrEmpty) ? null : string.Join(' ', levels);
        if (Stored.GradeLanguage(mark, grid, actor.Change()) is { } error)
        {
            (RefusedMark, RefusedLevels) = (mark, levels);
            return Again([error]);
        }
        return await SaveAsync("language-graded", texts["Saved."], "#levels", cancel);
    }

    /// <summary>What the select of one skill shows.</summary>
    public string LevelOf(LanguageSkill language, int skill) =>
        language.Mark() == RefusedMark ? RefusedLevels.ElementAtOrDefault(skill) ?? "" : language.Grid?.Split(' ')[skill] ?? "";

    private async Task LoadAsync(CancellationToken cancel)
    {
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == actor.PersonId, cancel);
        var school = await db.Schools.AsNoTracking().SingleAsync(s => s.Id == actor.SchoolId, cancel);
        IsMinor = person.IsMinorOn(school.Today(actor.Now));
        if (await db.Portfolios.SingleOrDefaultAsync(p => p.PersonId == actor.PersonId, cancel) is { } stored)
        {
            Stored = stored;
            return;
        }
        Stored = Domain.Portfolios.Portfolio.Of(actor.SchoolId, Guid.CreateVersion7(), actor.PersonId, actor.Now);
        db.Portfolios.Add(Stored);
        await db.SaveAsync(Stored.SchoolId, "portfolio-begun", Stored.Id, actor.Change(), cancel);
    }

    private async Task<IActionResult> SaveAsync(string action, string said, string anchor, CancellationToken cancel)
    {
        try
        {
            await db.SaveAsync(Stored.SchoolId, action, Stored.Id, actor.Change(), cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await LoadAsync(cancel);
            return Again([Error.Conflict("portfolio-changed")]);
        }
        TempData.Say(said);
        return Redirect("/portfolio/abroad" + anchor);
    }

    private PageResult Again(IReadOnlyList<Error> errors)
    {
        foreach (var error in errors)
        {
            ModelState.AddModelError(Place(error.Field), ErrorWords.Say(error, refusals));
        }
        if (Request.Query["handler"].Count > 0)
        {
            Fill();
        }
        ModelState.Remove(nameof(Version));
        Version = Stored.Version;
        Response.StatusCode = errors.Count > 0 ? ErrorWords.Status(errors[0].Kind) : StatusCodes.Status400BadRequest;
        return Page();
    }

    private void Fill()
    {
        Version = Stored.Version;
        var own = Stored.Particulars;
        Input = new InputModel { PassportName = own.PassportName, Gender = own.Gender, Nationality = own.Nationality, PostalCode = own.PostalCode, GraduatesOn = own.GraduatesOn };
    }

    private static RowModel RowOf(PastItem item) => new()
    {
        Id = item.Id,
        Kind = item.Kind,
        Title = item.Title.Id,
        TitleEn = item.Title.En,
        Organisation = item.Organisation,
        Place = item.Place,
        Detail = item.Detail.Id,
        DetailEn = item.Detail.En,
        From = item.From,
        Until = item.Until,
    };

    private static string Place(string? field) => field switch
    {
        null => "",
        "passportName" => "Input.PassportName",
        "gender" => "Input.Gender",
        "nationality" => "Input.Nationality",
        "postalCode" => "Input.PostalCode",
        "title" => "Row.Title",
        "title.en" => "Row.TitleEn",
        "detail" => "Row.Detail",
        "detail.en" => "Row.DetailEn",
        "organisation" => "Row.Organisation",
        "place" => "Row.Place",
        "from" => "Row.From",
        "until" => "Row.Until",
        _ => field,
    };
}
