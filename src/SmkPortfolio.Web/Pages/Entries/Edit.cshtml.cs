using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Data;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Localisation;
using SmkPortfolio.Web.Pages.Shared;
using SmkPortfolio.Web.Settings;
using SmkPortfolio.Web.Uploads;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Entries;

/// <summary>
/// Writing an entry: every button saves the text too, so nothing typed is lost. Answers 400 with the page when something does not fit, 409
/// when somebody saved meanwhile or the entry is handed in, 404 when it is not this student's.
/// </summary>
public sealed class Edit(
    AppDb db, Actor actor, EvidenceReceiver receiver, FormRoom room, FileParts parts, LimitsSettings limits, ReaderFormat format, IStringLocalizer<EntryWords> words, IStringLocalizer<ErrorWords> refusals, IStringLocalizer<Edit> texts) : PageModel
{
    /// <summary>What the button asks for that leads to erasing a file; what was typed is saved before.</summary>
    public const string Erase = "erase";

    public Entry Entry { get; private set; } = null!;
    public IReadOnlyList<FieldInput> Fields { get; private set; } = [];

    /// <summary>As <see cref="Evidence.IsShown"/> asks for them.</summary>
    public IReadOnlySet<string> Converted { get; private set; } = new HashSet<string>();

    public ShownAs Shown => new(Entry, Request.HasFormContentType ? Request.Form : null, Converted);

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public List<IFormFile>? Files { get; set; }

    /// <summary>What a button beside a file asks for: <c>up:ID</c>, <c>down:ID</c>, <c>remove:ID</c>, <c>erase:ID</c>; or <c>submit</c>.</summary>
    [BindProperty]
    public string? Do { get; set; }

    /// <summary>After a conflict: what is stored now, where it differs from what was typed.</summary>
    public IReadOnlyList<ElsewherePart> Elsewhere { get; private set; } = [];

    public int MostFiles => limits.FilesPerEntry;
    public long MostMegabytes => limits.EvidenceBytes >> 20;
    public long ClipMegabytes => limits.ClipBytes >> 20;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }
        if (Entry.IsLocked || Entry.InBin)
        {
            return Redirect($"/entries/{id}");
        }
        Show(EntryForm.Restored(HttpContext) ?? EntrySchema.Values(Entry.Detail));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }
        var values = EntryForm.Posted(Request.Form);
        var change = actor.Change();
        if (await WriteAsync(values, change, cancel) is { } refusal)
        {
            return Again(values, refusal.Kind);
        }
        foreach (var full in await room.SiftAsync(Files, Entry.SchoolId, actor.PersonId, cancel))
        {
            ModelState.AddModelError(nameof(Files), full);
        }
        var taken = await ReceiveAsync(change, cancel);
        Describe(change);
        var refused = Shown.Apply(change);
        foreach (var (field, error) in refused)
        {
            ModelState.AddModelError(field, ErrorWords.Say(error, refusals));
        }
        var unarranged = Arrange(change) ?? refused.Select(r => r.Error).FirstOrDefault(e => e.Kind != ErrorKind.Invalid);
        try
        {
            await db.SaveAsync(Entry.SchoolId, "entry-edited", Entry.Id, change, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await LoadAsync(id, cancel);
            ModelState.AddModelError("", ErrorWords.Say("entry-changed", null, refusals));
            return Again(values, ErrorKind.Conflict);
        }
        if (!ModelState.IsValid)
        {
            return Again(values, unarranged?.Kind ?? ErrorKind.Invalid);
        }
        if (Do == "submit")
        {
            var missing = Submission.Submit(db, await db.Schools.SingleAsync(s => s.Id == Entry.SchoolId, cancel), Entry, actor.Name, change);
            if (missing.Count > 0)
            {
                EntryForm.Show(ModelState, Entry.Kind, missing, refusals, words);
                return Again(values, missing[0].Kind);
            }
            await db.SaveAsync(Entry.SchoolId, "entry-submitted", Entry.Id, change, cancel);
            TempData.Say(texts["Handed in. A teacher will look at it; you will see the answer here."] + taken.Remarks(refusals));
            return Redirect($"/entries/{id}");
        }
        if (Do?.Split(':') is [Erase, var file] && Guid.TryParse(file, out var fileId))
        {
            return Redirect($"/evidence/{fileId}/erase");
        }
        TempData.Say(texts["Saved."] + taken.Remarks(refusals));
        return Redirect(Do is null ? $"/entries/{id}" : $"/entries/{id}/edit#files");
    }

    /// <summary>The script's quiet saving: 200 with the new version, 400, 409; never touches files.</summary>
    public async Task<IActionResult> OnPostAutosaveAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }
        var change = actor.Change();
        if (await WriteAsync(EntryForm.Posted(Request.Form), change, cancel) is { } refusal)
        {
            return StatusCode(ErrorWords.Status(refusal.Kind));
        }
        try
        {
            await db.SaveAsync(Entry.SchoolId, "entry-edited", Entry.Id, change, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return StatusCode(StatusCodes.Status409Conflict);
        }
        return new JsonResult(new { version = Entry.Version.ToString(System.Globalization.CultureInfo.InvariantCulture) });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Entries.SingleOrDefaultAsync(e => e.Id == id && e.PersonId == actor.PersonId, cancel) is not { } entry)
        {
            return false;
        }
        Entry = entry;
        Converted = await parts.ConvertedAsync([entry], cancel);
        return true;
    }

    private async Task<Error?> WriteAsync(IReadOnlyDictionary<string, string> values, Change change, CancellationToken cancel)
    {
        var school = await db.Schools.SingleAsync(s => s.Id == actor.SchoolId, cancel);
        var (detail, errors) = EntrySchema.Read(Entry.Kind, values, school.Today(actor.Now));
        if (errors.Count > 0)
        {
            EntryForm.Show(ModelState, Entry.Kind, errors, refusals, words);
            return errors[0];
        }
        if (Entry.Edit(detail, Version, change) is { } refusal)
        {
            EntryForm.Show(ModelState, Entry.Kind, [refusal], refusals, words);
            return refusal;
        }
        return null;
    }

    private async Task<List<Received>> ReceiveAsync(Change change, CancellationToken cancel)
    {
        List<Received> taken = [];
        foreach (var upload in Files ?? [])
        {
            if (Entry.Evidence.Count >= limits.FilesPerEntry)
            {
                ModelState.AddModelError(nameof(Files), $"{upload.FileName}: {ErrorWords.Say("too-many-files", limits.FilesPerEntry, refusals)}");
                continue;
            }
            var received = await receiver.EvidenceAsync(Entry.SchoolId, Entry.Kind, upload, cancel);
            if (received.File is null)
            {
                ModelState.AddModelError(nameof(Files), received.Say(refusals));
            }
            else if (Entry.AddEvidence(Guid.CreateVersion7(), received.File, limits.FilesPerEntry, change) is { } error)
            {
                ModelState.AddModelError(nameof(Files), $"{received.FileName}: {ErrorWords.Say(error, refusals)}");
            }
            else
            {
                taken.Add(received);
            }
        }
        return taken;
    }

    public static string CaptionName(Evidence file) => $"caption.{file.Id}";

    /// <summary>The caption as typed, else as stored.</summary>
    public string Caption(Evidence file) => Request.HasFormContentType && Request.Form.TryGetValue(CaptionName(file), out var typed) ? typed.ToString() : file.Caption;

    private void Describe(Change change)
    {
        foreach (var file in Entry.Evidence)
        {
            var caption = Caption(file);
            if (caption != file.Caption && Entry.DescribeEvidence(file.Id, caption, change) is { } error)
            {
                ModelState.AddModelError(CaptionName(file), ErrorWords.Say(error, refusals));
            }
        }
    }

    private Error? Arrange(Change change)
    {
        if (Do?.Split(':') is not [var verb, var file] || !Guid.TryParse(file, out var fileId))
        {
            return null;
        }
        var error = verb switch
        {
            "up" => Entry.MoveEvidence(fileId, -1, change),
            "down" => Entry.MoveEvidence(fileId, 1, change),
            "remove" => Entry.RemoveEvidence(fileId, change),
            _ => null,
        };
        if (error is not null)
        {
            ModelState.AddModelError("", ErrorWords.Say(error, refusals));
        }
        return error;
    }

    private PageResult Again(IReadOnlyDictionary<string, string> values, ErrorKind kind)
    {
        // The form goes on from the version that is stored now: saving again is the reader's decision.
        ModelState.Remove(nameof(Version));
        Elsewhere = kind == ErrorKind.Conflict ? Stored(values) : [];
        Show(values);
        Response.StatusCode = ErrorWords.Status(kind);
        return Page();
    }

    private List<ElsewherePart> Stored(IReadOnlyDictionary<string, string> typed)
    {
        var stored = EntrySchema.Values(Entry.Detail);
        return [.. EntrySchema.For(Entry.Kind)
            .SelectMany(f => f.Type == FieldType.Bilingual ? new[] { (Field: f, f.Name), (Field: f, Name: f.Name + ".en") } : [(Field: f, f.Name)])
            .Where(f => stored.GetValueOrDefault(f.Name, "") != typed.GetValueOrDefault(f.Name, "").ReplaceLineEndings("\n").Trim())
            .Select(f => new ElsewherePart(Label(f.Name), FieldText.Of(f.Field, stored.GetValueOrDefault(f.Name, ""), words, format)))];

        string Label(string name) => EntryWords.Label(Entry.Kind, name, words) is var label && name.EndsWith(".en", StringComparison.Ordinal) ? texts["{0} – in English", label] : label;
    }

    private void Show(IReadOnlyDictionary<string, string> values)
    {
        Version = Entry.Version;
        Fields = EntryForm.Fields(Entry.Kind, values, words);
    }
}
