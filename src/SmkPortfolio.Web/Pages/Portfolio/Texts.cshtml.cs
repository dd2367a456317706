using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Data;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Portfolios;
using SmkPortfolio.Domain.Text;
using SmkPortfolio.Pdf;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Accounts;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Pages.Shared;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Portfolio;

/// <summary>The texts of papers in one language, beside what they say in the others.</summary>
public sealed class Texts(
    AppDb db, Actor actor, PaperFactsLoader loader, IStringLocalizer<ErrorWords> refusals, IStringLocalizer<PaperWords> papers, IStringLocalizer<EntryWords> words, IStringLocalizer<Texts> texts) : PageModel
{
    private readonly Dictionary<string, string> typed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> errors = new(StringComparer.Ordinal);

    public string Language { get; private set; } = "";

    public IReadOnlyList<TextGroup> Groups { get; private set; } = [];

    /// <summary>All texts, also those that are written.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<ElsewherePart> Elsewhere { get; private set; } = [];

    public int Done => Needed.Count(f => f.IsDone);

    public int Total => Needed.Count();

    private IEnumerable<TextField> Needed => Groups.SelectMany(g => g.Fields).Where(f => f.Needed);

    public string Title => texts["Texts for papers in {0}", PaperWords.Language(Language, papers)];

    public static string NameOf(TextField field) => "t:" + field.Key;

    public string Value(TextField field) => typed.GetValueOrDefault(field.Key) ?? field.Written;

    public string? ErrorOf(TextField field) => errors.GetValueOrDefault(field.Key);

    /// <summary>Characters of a text that no font of ours has.</summary>
    public string? Unprintable(TextField field) =>
        FontCoverage.Missing(Value(field), field.Key) is { Count: > 0 } missing ? string.Join(", ", missing.Select(m => $"{m.Character} ({m.CodePoint})")) : null;

    public string CannotPrint(string characters) => texts["These cannot be printed: {0}", characters];

    /// <summary>Written and well: what the short list leaves out.</summary>
    public bool IsSettled(TextField field) => field.IsDone && !typed.ContainsKey(field.Key) && Unprintable(field) is null;

    public async Task<IActionResult> OnGetAsync(string language, CancellationToken cancel)
    {
        if (!await LoadAsync(language, cancel))
        {
            return NotFound();
        }
        if (RestoredForms.In(HttpContext) is { } restored)
        {
            Take(name => restored.Fields.TryGetValue(name, out var values) ? values.FirstOrDefault() ?? "" : null);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string language, CancellationToken cancel)
    {
        if (!await LoadAsync(language, cancel))
        {
            return NotFound();
        }
        var refused = await SaveAsync(cancel);
        if (refused.Count > 0)
        {
            return await AgainAsync(refused, cancel);
        }
        TempData.Say(texts["Saved."]);
        return Redirect($"/portfolio/texts/{Language}{(All ? "?All=true" : "")}");
    }

    public async Task<IActionResult> OnPostAutosaveAsync(string language, CancellationToken cancel)
    {
        if (!await LoadAsync(language, cancel))
        {
            return NotFound();
        }
        return await SaveAsync(cancel) is [var first, ..] ? StatusCode(ErrorWords.Status(first.Kind)) : new JsonResult(new { version = Version.ToString(System.Globalization.CultureInfo.InvariantCulture) });
    }

    private async Task<IReadOnlyList<Error>> SaveAsync(CancellationToken cancel)
    {
        Take(name => Request.Form.TryGetValue(name, out var values) ? values.ToString() : null);
        var fields = Groups.SelectMany(g => g.Fields).DistinctBy(f => f.Key).Where(f => f.Fixed is null && typed.ContainsKey(f.Key)).ToList();
        List<Error> refused = [.. fields.Where(f => typed[f.Key].Length > f.Max).Select(f => Error.Invalid("too-long", f.Key, f.Max))];
        if (refused.Count > 0)
        {
            return refused;
        }
        var change = actor.Change();
        var stored = await db.PaperTexts.SingleOrDefaultAsync(t => t.PersonId == actor.PersonId && t.Language == Language, cancel);
        var first = stored is null;
        stored ??= PaperTexts.Of(actor.SchoolId, Guid.CreateVersion7(), actor.PersonId, Language, actor.Now);
        if (stored.Write(fields.ToDictionary(f => f.Key, f => typed[f.Key]), first && Version == 0 ? stored.Version : Version, change) is { Count: > 0 } errors)
        {
            return errors;
        }
        if (first)
        {
            db.PaperTexts.Add(stored);
        }
        try
        {
            await db.SaveAsync(stored.SchoolId, "paper-texts-written", stored.Id, change, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return [Error.Conflict("texts-changed")];
        }
        catch (DbUpdateException) when (first)
        {
            db.ChangeTracker.Clear();
            if (!await db.PaperTexts.AnyAsync(t => t.PersonId == actor.PersonId && t.Language == Language, cancel))
            {
                throw;
            }
            return [Error.Conflict("texts-changed")];
        }
        Version = stored.Version;
        return [];
    }

    private void Take(Func<string, string?> field)
    {
        foreach (var text in Groups.SelectMany(g => g.Fields))
        {
            if (field(NameOf(text)) is { } value)
            {
                typed[text.Key] = text.Area ? CleanText.Of(value) : CleanText.Line(value);
            }
        }
    }

    private async Task<PageResult> AgainAsync(IReadOnlyList<Error> refused, CancellationToken cancel)
    {
        foreach (var error in refused)
        {
            var sentence = ErrorWords.Say(error, refusals);
            if (Groups.SelectMany(g => g.Fields).FirstOrDefault(f => f.Key == error.Field) is { } field)
            {
                errors[field.Key] = sentence;
                ModelState.AddModelError(field.Anchor, sentence);
            }
            else
            {
                ModelState.AddModelError("", sentence);
            }
        }
        if (refused.Any(e => e.Kind == ErrorKind.Conflict))
        {
            db.ChangeTracker.Clear();
            await LoadAsync(Language, cancel);
            Elsewhere = [.. Groups.SelectMany(g => g.Fields).DistinctBy(f => f.Key).Where(f => typed.TryGetValue(f.Key, out var mine) && mine != f.Written).Select(f => new ElsewherePart(f.Label, f.Written))];
            ModelState.Remove(nameof(Version));
            Version = await db.PaperTexts.Where(t => t.PersonId == actor.PersonId && t.Language == Language).Select(t => t.Version).SingleOrDefaultAsync(cancel);
        }
        Response.StatusCode = ErrorWords.Status(refused[0].Kind);
        return Page();
    }

    private async Task<bool> LoadAsync(string language, CancellationToken cancel)
    {
        if (!PaperPlaces.Languages.Contains(language))
        {
            return false;
        }
        Language = language;
        var school = await db.Schools.AsNoTracking().SingleAsync(s => s.Id == actor.SchoolId, cancel);
        var facts = (await loader.LoadAsync(school, [actor.PersonId], new PaperWants(PaperPlaces.Languages), cancel))[actor.PersonId];
        Groups = new TextSheet(facts, language, papers, texts, words).Groups();
        if (HttpMethods.IsGet(Request.Method))
        {
            Version = await db.PaperTexts.Where(t => t.PersonId == actor.PersonId && t.Language == language).Select(t => t.Version).SingleOrDefaultAsync(cancel);
        }
        return true;
    }
}
