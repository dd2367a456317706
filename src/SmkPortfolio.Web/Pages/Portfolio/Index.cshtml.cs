using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Data;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Portfolios;
using SmkPortfolio.Domain.Reference;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Domain.Text;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Localisation;
using SmkPortfolio.Web.Pages.Shared;
using SmkPortfolio.Web.Startup;
using SmkPortfolio.Web.Uploads;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Portfolio;

/// <summary>What stands above and beside the entries: texts, skills, contact, portrait, languages.</summary>
public sealed class Index(
    AppDb db, Actor actor, EvidenceReceiver receiver, IOutputCacheStore cache, IStringLocalizer<ErrorWords> refusals, IStringLocalizer<Index> texts, IStringLocalizer<SharedTexts> shared) : PageModel
{
    public Domain.Portfolios.Portfolio Stored { get; private set; } = null!;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    /// <summary>The row of the language form; filled only when it comes back.</summary>
    public RowModel Row { get; private set; } = new();

    /// <summary>After a conflict: what is stored now, where it differs from what was typed.</summary>
    public IReadOnlyList<ElsewherePart> Elsewhere { get; private set; } = [];

    public ClassGroup? Group { get; private set; }

    /// <summary>Where the class stands in the official list; null when the list does not have its code.</summary>
    public StudyField? Study => Group is null ? null : StudyFields.Find(Group.StudyFieldCode);

    public IEnumerable<SelectListItem> Levels => LanguageSkill.Levels.Select(level => new SelectListItem(Words.Level(level, shared), level));

    public sealed class InputModel
    {
        [Display(Name = "Headline", Description = "One line that says what you can do. For example: Welder, TIG and MIG, 6 months at a shipyard")]
        public string? Headline { get; set; }

        public string? HeadlineEn { get; set; }

        [Display(Name = "About you", Description = "Three or four sentences: what you learn, what you like to do, what you look for.")]
        public string? Summary { get; set; }

        public string? SummaryEn { get; set; }

        [Display(Name = "Skills", Description = "One on each line. English after a bar: Las TIG | TIG welding")]
        public string? Skills { get; set; }

        [Display(Name = "E-mail", Description = "Printed only on CVs, where you choose so. Never public.")]
        public string? Email { get; set; }

        [Display(Name = "Phone")]
        public string? Phone { get; set; }

        [Display(Name = "Address")]
        public string? Address { get; set; }

        [Display(Name = "Town")]
        public string? City { get; set; }
    }

    public sealed class RowModel
    {
        [Display(Name = "Language"), Required, StringLength(LanguageSkill.TextMax)]
        public string? Language { get; set; }

        [Display(Name = "Level")]
        public string? Level { get; set; }

        [Display(Name = "Test"), StringLength(LanguageSkill.TextMax)]
        public string? Test { get; set; }

        [Display(Name = "Result"), StringLength(LanguageSkill.TextMax)]
        public string? Result { get; set; }

        [Display(Name = "Date of the test")]
        public DateOnly? TakenOn { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        var errors = Write(actor.Change());
        if (errors.Count > 0)
        {
            return Again(errors);
        }
        return await SaveAsync("portfolio-edited", texts["Saved."], cancel);
    }

    public async Task<IActionResult> OnPostAutosaveAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (Write(actor.Change()) is [var first, ..])
        {
            return StatusCode(ErrorWords.Status(first.Kind));
        }
        try
        {
            await db.SaveAsync(Stored.SchoolId, "portfolio-edited", Stored.Id, actor.Change(), cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return StatusCode(StatusCodes.Status409Conflict);
        }
        await cache.EvictByTagAsync(CacheTags.Person(actor.PersonId), cancel);
        return new JsonResult(new { version = Stored.Version.ToString(System.Globalization.CultureInfo.InvariantCulture) });
    }

    public async Task<IActionResult> OnPostPhotoAsync(IFormFile? photo, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (photo is null)
        {
            return Again([Error.Invalid("required", "photo")]);
        }
        var received = await receiver.PortraitAsync(Stored.SchoolId, photo, cancel);
        if (received.File is not { } file)
        {
            ModelState.AddModelError("photo", received.Say(refusals));
            return Again([]);
        }
        Stored.SetPhoto(file.Sha256, file.MediaType, actor.Change());
        return await SaveAsync("portrait-set", texts["Your portrait is saved."], cancel);
    }

    public async Task<IActionResult> OnPostRemovePhotoAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Stored.RemovePhoto(actor.Change());
        return await SaveAsync("portrait-removed", texts["Your portrait is removed."], cancel);
    }

    public async Task<IActionResult> OnPostAddLanguageAsync([Bind(Prefix = nameof(Row))] RowModel row, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Row = row;
        if (!ModelState.IsValid)
        {
            return Again([]);
        }
        return Stored.AddLanguage(PortfolioForm.Language(row), actor.Change()) is { } error ? Again([error]) : await SaveAsync("language-added", texts["The language is added."], cancel);
    }

    public async Task<IActionResult> OnPostRemoveLanguageAsync(string? mark, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        return Stored.RemoveLanguage(mark, actor.Change()) is { } error ? Again([error]) : await SaveAsync("language-removed", texts["The language is removed."], cancel);
    }

    private List<Error> Write(Change change) => [.. Stored.Write(
        PortfolioForm.Both(Input.Headline, Input.HeadlineEn, CleanText.Line), PortfolioForm.Both(Input.Summary, Input.SummaryEn, CleanText.Of), PortfolioForm.Skills(Input.Skills),
        new ContactDetails(CleanText.Line(Input.Email), CleanText.Line(Input.Phone), CleanText.Line(Input.Address), CleanText.Line(Input.City)), Version, change)];

    private async Task LoadAsync(CancellationToken cancel)
    {
        Group = await PortfolioForm.GroupAsync(db, actor.PersonId, cancel);
        if (await db.Portfolios.SingleOrDefaultAsync(p => p.PersonId == actor.PersonId, cancel) is { } stored)
        {
            Stored = stored;
            return;
        }
        Stored = Domain.Portfolios.Portfolio.Of(actor.SchoolId, Guid.CreateVersion7(), actor.PersonId, actor.Now);
        db.Portfolios.Add(Stored);
        await db.SaveAsync(Stored.SchoolId, "portfolio-begun", Stored.Id, actor.Change(), cancel);
    }

    private async Task<IActionResult> SaveAsync(string action, string said, CancellationToken cancel)
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
        await cache.EvictByTagAsync(CacheTags.Person(actor.PersonId), cancel);
        TempData.Say(said);
        return Redirect("/portfolio");
    }

    private PageResult Again(IReadOnlyList<Error> errors)
    {
        foreach (var error in errors)
        {
            ModelState.AddModelError(PortfolioForm.FieldName(error.Field), ErrorWords.Say(error, refusals));
        }
        if (Request.Query["handler"].Count > 0)
        {
            Fill();
        }
        else if (errors.Any(e => e.Kind == ErrorKind.Conflict))
        {
            Elsewhere = Differences(Input, PortfolioForm.Of(Stored));
        }
        ModelState.Remove(nameof(Version));
        Version = Stored.Version;
        Response.StatusCode = errors.Count > 0 ? ErrorWords.Status(errors[0].Kind) : StatusCodes.Status400BadRequest;
        return Page();
    }

    private void Fill()
    {
        Version = Stored.Version;
        Input = PortfolioForm.Of(Stored);
    }

    private List<ElsewherePart> Differences(InputModel typed, InputModel stored)
    {
        (string Label, string? Typed, string? Stored)[] all =
        [
            (texts["Headline"], typed.Headline, stored.Headline),
            (texts["{0} – in English", texts["Headline"]], typed.HeadlineEn, stored.HeadlineEn),
            (texts["About you"], typed.Summary, stored.Summary),
            (texts["{0} – in English", texts["About you"]], typed.SummaryEn, stored.SummaryEn),
            (texts["Skills"], typed.Skills, stored.Skills),
            (texts["E-mail"], typed.Email, stored.Email),
            (texts["Phone"], typed.Phone, stored.Phone),
            (texts["Address"], typed.Address, stored.Address),
            (texts["Town"], typed.City, stored.City),
        ];
        return [.. all.Where(f => (f.Typed ?? "") != (f.Stored ?? "")).Select(f => new ElsewherePart(f.Label, f.Stored ?? ""))];
    }
}
