using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Data;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Portfolios;
using SmkPortfolio.Domain.Text;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Pages.Shared;
using SmkPortfolio.Web.Startup;
using SmkPortfolio.Web.Uploads;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Portfolio;

/// <summary>What stands above and beside the entries: texts, skills, contact, portrait, languages.</summary>
public sealed class Index(
    AppDb db, Actor actor, EvidenceReceiver receiver, IOutputCacheStore cache, IStringLocalizer<ErrorWords> refusals, IStringLocalizer<Index> texts) : PageModel
{
    public Domain.Portfolios.Portfolio Stored { get; private set; } = null!;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

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
            ModelState.AddModelError("photo", ErrorWords.Say(received.Refusal!, received.LimitMegabytes, refusals));
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

    public async Task<IActionResult> OnPostAddLanguageAsync(string? language, string? level, string? test, string? result, DateOnly? takenOn, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        var skill = new LanguageSkill(CleanText.Line(language), CleanText.Line(level), Some(test), Some(result), takenOn);
        return Stored.AddLanguage(skill, actor.Change()) is { } error ? Again([error]) : await SaveAsync("language-added", texts["The language is added."], cancel);

        static string? Some(string? text) => CleanText.Line(text) is { Length: > 0 and <= 120 } line ? line : null;
    }

    public async Task<IActionResult> OnPostRemoveLanguageAsync(int position, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        return Stored.RemoveLanguage(position, actor.Change()) is { } error ? Again([error]) : await SaveAsync("language-removed", texts["The language is removed."], cancel);
    }

    private List<Error> Write(Change change) => [.. Stored.Write(
        Both(Input.Headline, Input.HeadlineEn, CleanText.Line),
        Both(Input.Summary, Input.SummaryEn, CleanText.Of),
        [.. CleanText.Of(Input.Skills).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => line.Split('|', 2, StringSplitOptions.TrimEntries)).Select(p => new Bilingual(p[0], p.Length > 1 && p[1].Length > 0 ? p[1] : null))],
        new ContactDetails(CleanText.Line(Input.Email), CleanText.Line(Input.Phone), CleanText.Line(Input.Address), CleanText.Line(Input.City)),
        Version, change)];

    private static Bilingual Both(string? id, string? en, Func<string?, string> clean) => new(clean(id), clean(en) is { Length: > 0 } english ? english : null);

    private async Task LoadAsync(CancellationToken cancel)
    {
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
            ModelState.AddModelError(FieldName(error.Field), ErrorWords.Say(error, refusals));
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

    private static string FieldName(string? field) => field switch
    {
        null => "",
        "headline" => "Input.Headline",
        "headline.en" => "Input.HeadlineEn",
        "summary" => "Input.Summary",
        "summary.en" => "Input.SummaryEn",
        "skills" => "Input.Skills",
        "email" => "Input.Email",
        "phone" => "Input.Phone",
        "address" => "Input.Address",
        "city" => "Input.City",
        _ => field,
    };

    private void Fill()
    {
        Version = Stored.Version;
        Input = new InputModel
        {
            Headline = Stored.Headline.Id,
            HeadlineEn = Stored.Headline.En,
            Summary = Stored.Summary.Id,
            SummaryEn = Stored.Summary.En,
            Skills = string.Join('\n', Stored.Skills.Select(s => s.En is null ? s.Id : $"{s.Id} | {s.En}")),
            Email = Stored.Contact.Email,
            Phone = Stored.Contact.Phone,
            Address = Stored.Contact.Address,
            City = Stored.Contact.City,
        };
    }
}
