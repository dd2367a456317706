using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Pages.Shared;
using SmkPortfolio.Web.Settings;
using SmkPortfolio.Web.Uploads;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Entries;

/// <summary>The fast path: a photo and two fields; everything else can follow.</summary>
public sealed class New(
    AppDb db, Actor actor, EvidenceReceiver receiver, FormRoom room, LimitsSettings limits, IStringLocalizer<EntryWords> words, IStringLocalizer<ErrorWords> refusals, IStringLocalizer<New> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty]
    public List<IFormFile>? Files { get; set; }

    public EntryKind Chosen => EntryNames.Kind(Kind) ?? EntryKind.Project;

    public IReadOnlyList<FieldInput> Fields { get; private set; } = [];

    public string FilesHint => texts["Photos, PDF, DOCX, XLSX, PPTX or sound up to {0} MB, clips up to {1} MB. Place and camera data are removed.", limits.EvidenceBytes >> 20, limits.ClipBytes >> 20];

    private bool KindIsUnknown => Kind is not null && EntryNames.Kind(Kind) is null;

    public IActionResult OnGet()
    {
        if (KindIsUnknown)
        {
            return NotFound();
        }
        Show(EntryForm.Restored(HttpContext) ?? []);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (KindIsUnknown)
        {
            return NotFound();
        }
        var school = await db.Schools.SingleAsync(s => s.Id == actor.SchoolId, cancel);
        var values = EntryForm.Posted(Request.Form);
        var (detail, errors) = EntrySchema.Read(Chosen, values, school.Today(actor.Now));
        EntryForm.Show(ModelState, Chosen, errors, refusals, words);
        if (detail.Title.IsEmpty)
        {
            ModelState.AddModelError(EntryForm.Prefix + "title", EntryWords.Refusal(Chosen, "title", ErrorWords.Say("required", null, refusals), words));
        }
        if (Files?.Count > limits.FilesPerEntry)
        {
            ModelState.AddModelError(nameof(Files), ErrorWords.Say("too-many-files", limits.FilesPerEntry, refusals));
        }
        if (!ModelState.IsValid)
        {
            Show(values);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        var change = actor.Change();
        var entry = Entry.Begin(actor.SchoolId, Guid.CreateVersion7(), actor.PersonId, detail, actor.Now);
        List<string> refused = [.. await room.SiftAsync(Files, actor.SchoolId, actor.PersonId, cancel)];
        List<Received> taken = [];
        foreach (var upload in Files ?? [])
        {
            var received = await receiver.EvidenceAsync(actor.SchoolId, Chosen, upload, cancel);
            if (received.File is null)
            {
                refused.Add(received.Say(refusals));
            }
            else
            {
                entry.AddEvidence(Guid.CreateVersion7(), received.File, limits.FilesPerEntry, change);
                taken.Add(received);
            }
        }
        db.Entries.Add(entry);
        await db.SaveAsync(actor.SchoolId, "entry-begun", entry.Id, change, cancel);
        // The text is kept even when a file could not be: the next page says which and why.
        TempData.Say((refused.Count == 0 ? texts["Saved. Add more when you have time, or hand it in."] : texts["Saved, but not every file: {0}", string.Join(" ", refused)]) + taken.Remarks(refusals), refused.Count == 0 ? "success" : "warning");
        return Redirect($"/entries/{entry.Id}/edit");
    }

    private void Show(IReadOnlyDictionary<string, string> values) =>
        Fields = [.. EntryForm.Fields(Chosen, values, words).Where(f => f.Field.Rule.Quick)];
}
