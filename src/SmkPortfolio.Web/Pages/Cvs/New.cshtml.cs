using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Cv;
using SmkPortfolio.Data;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.People;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Domain.Sharing;
using SmkPortfolio.Domain.Text;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Accounts;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Localisation;
using SmkPortfolio.Web.Pages.Shared;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Cvs;

/// <summary>Choosing format, language and what stands on a paper; looking at it; issuing it.</summary>
public sealed class New(
    AppDb db, Actor actor, Papers papers, PaperPreviews previews, PreviewWords preview, ReaderFormat readers, IStringLocalizer<ErrorWords> refusals, IStringLocalizer<GlyphWords> glyphs, IStringLocalizer<New> texts) : PageModel
{
    public const int AudienceMax = 120;

    private School school = null!;
    private Domain.Portfolios.Portfolio? portfolio;

    /// <summary>Work that this format prints.</summary>
    public IReadOnlyList<Entry> Choices { get; private set; } = [];

    /// <summary>Positions typed or set by script, by entry id.</summary>
    public IReadOnlyDictionary<Guid, int> Positions { get; private set; } = new Dictionary<Guid, int>();

    public CvFormat Format { get; private set; } = Drh.Format;

    /// <summary>A format was chosen: the list of formats is folded.</summary>
    public bool IsChosen { get; private set; }

    public bool HasPhoto { get; private set; }
    public bool IsMinor { get; private set; }

    /// <summary>What was asked to be seen; null before.</summary>
    public PreviewPart? Preview { get; private set; }

    /// <summary>Needed things are missing, or it is too long: the tick is shown.</summary>
    public bool AsksAnyway { get; private set; }

    public bool HasEras => Format.Languages.Contains("ja") && Format.Languages.Count == 1;

    public bool HasLetter => Format.Name == International.Format.Name;

    /// <summary>Facts that the format carries and that this person may print.</summary>
    public bool May(CvFields field) => Format.Allowed.HasFlag(field) && (!IsMinor || field is CvFields.Photo or CvFields.Birth or CvFields.BirthDate or CvFields.Contact or CvFields.Link);

    public bool MayBirth => May(CvFields.Birth) || May(CvFields.BirthDate);

    /// <summary>The own link to the portfolio that stays open longest; null when none is open, and for a minor whose guardian has not consented.</summary>
    public ShareLink? Share { get; private set; }

    public bool MayLink => May(CvFields.Link) && Share is not null;

    /// <summary>Which link it would be, and what becomes of the address.</summary>
    public string LinkHint => Share!.Label.Length == 0
        ? texts["Your link is open until {0}. Whoever has the paper can follow it. If you close it sooner, the paper stays good and the address leads nowhere.", readers.Date(Share.ExpiresAt, school.TimeZoneId)]
        : texts["Your link “{0}” is open until {1}. Whoever has the paper can follow it. If you close it sooner, the paper stays good and the address leads nowhere.", Share.Label, readers.Date(Share.ExpiresAt, school.TimeZoneId)];

    /// <summary>There is something to choose about the person.</summary>
    public bool HasFacts => (Format.Allowed & ~CvFields.Link) != CvFields.None || MayLink;

    /// <summary>The format has places that stay empty on a minor's paper.</summary>
    public bool KeepsBack => IsMinor && (Format.Allowed & (CvFields.Gender | CvFields.Nationality | CvFields.Address)) != 0;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public sealed class InputModel : PaperInput
    {
        [Display(Name = "For whom?", Description = "Only for your own list: PT Maju Jaya, or the job fair in March. It is not printed."), StringLength(AudienceMax)]
        public string? Audience { get; set; }

        public List<Guid> Entries { get; set; } = [];

        [Display(Name = "Portrait on the paper")]
        public bool Photo { get; set; }

        [Display(Name = "Place and date of birth")]
        public bool BirthDate { get; set; }

        [Display(Name = "Sex as in the passport")]
        public bool Gender { get; set; }

        [Display(Name = "Nationality")]
        public bool Nationality { get; set; }

        [Display(Name = "Address")]
        public bool Address { get; set; }

        [Display(Name = "Phone and e-mail")]
        public bool Contact { get; set; } = true;

        [Display(Name = "Print the address of my portfolio")]
        public bool Link { get; set; }

        [Display(Name = "Japanese years (令和8年) instead of 2026")]
        public bool EraDates { get; set; }

        [Display(Name = "Letter paper, for the United States and Canada")]
        public bool Letter { get; set; }

        [Display(Name = "Show my portrait to whoever checks this CV")]
        public bool ShowPhoto { get; set; }

        [Display(Name = "Show my birth year to whoever checks this CV")]
        public bool ShowBirthYear { get; set; }

        [Display(Name = "Print it anyway, as it is")]
        public bool Anyway { get; set; }

        /// <summary>Names this form: sent twice, it still makes one paper.</summary>
        public Guid RequestId { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(string? format, string? language, Guid? from, CancellationToken cancel)
    {
        var restored = RestoredForms.In(HttpContext);
        var kept = from is null ? null : await db.CvDocuments.AsNoTracking().SingleOrDefaultAsync(c => c.Id == from && c.PersonId == actor.PersonId, cancel);
        if (from is not null && kept is null)
        {
            return NotFound();
        }
        var wanted = restored?.Fields.GetValueOrDefault("Input.Format")?.FirstOrDefault() ?? format ?? kept?.Format;
        if (wanted is not null && CvFormats.Find(wanted) is null)
        {
            return NotFound();
        }
        IsChosen = wanted is not null;
        Input.Format = wanted ?? Drh.Format.Name;
        await LoadAsync(cancel);
        Input.RequestId = Guid.CreateVersion7();
        Input.Language = Input.Spoken(language);
        Input.Photo = HasPhoto && May(CvFields.Photo);
        Input.Entries = [.. Choices.Where(e => e.Word != Word.Self).Select(e => e.Id)];
        Positions = Choices.Select((e, i) => (e.Id, i + 1)).ToDictionary(p => p.Id, p => p.Item2);
        if (kept is not null)
        {
            Again(kept);
        }
        if (restored is not null)
        {
            PutBack(restored.Fields);
        }
        return Page();
    }

    /// <summary>Another format for the same choices.</summary>
    public async Task<IActionResult> OnPostChooseAsync(string? choose, CancellationToken cancel)
    {
        Input.Take(choose ?? Input.Format);
        await PostedAsync(cancel);
        if (Input.Unknown() is { } unknown)
        {
            return Refused(Error.Invalid("unknown-choice", unknown));
        }
        ModelState.Clear();
        Choices = [.. Choices.OrderBy(e => Positions[e.Id])];
        return Page();
    }

    /// <summary>The paper as it would be: nothing is stored.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(bool part, CancellationToken cancel)
    {
        await PostedAsync(cancel);
        if (Unfit() is { } refusal)
        {
            return part ? StatusCode(ErrorWords.Status(refusal.Kind)) : Refused(refusal);
        }
        await LookAsync(cancel);
        Choices = [.. Choices.OrderBy(e => Positions[e.Id])];
        return part ? Partial("_Preview", Preview) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await PostedAsync(cancel);
        if (Unfit() is { } unfit)
        {
            return Refused(unfit);
        }
        var order = Order();
        if (!Input.Anyway && await previews.DoubtAsync(school, actor.PersonId, order, cancel) is { } doubt)
        {
            await LookAsync(cancel);
            return Refused(doubt);
        }
        var (cv, error, unprintable) = await papers.IssueAsync(actor.SchoolId, actor.PersonId, order, actor.Change(), cancel);
        if (cv is not null && cv.Order != order.ToJson())
        {
            // The form came back by the browser's own way with other choices in it: that is another paper.
            (cv, error, unprintable) = await papers.IssueAsync(actor.SchoolId, actor.PersonId, order with { RequestId = Guid.CreateVersion7() }, actor.Change(), cancel);
        }
        if (cv is null)
        {
            return Refused(error!, unprintable);
        }
        TempData.Say(texts["Your CV is ready. Its code is {0}.", CvCode.Written(cv.Code)]);
        return Redirect("/cvs");
    }

    public static string OrderName(Guid entry) => $"order.{entry}";

    private PaperOrder Order()
    {
        var chosen = Choices.Where(e => Input.Entries.Contains(e.Id)).OrderBy(e => Positions[e.Id]);
        return new PaperOrder(Input.Language, [.. chosen.Select(e => e.Id)], Input.Photo && HasPhoto && May(CvFields.Photo), Input.BirthDate && MayBirth, Input.Address && May(CvFields.Address), Input.Contact && May(CvFields.Contact), Input.ShowPhoto && HasPhoto, Input.ShowBirthYear)
        {
            Format = Format.Name,
            Gender = Input.Gender && May(CvFields.Gender),
            Nationality = Input.Nationality && May(CvFields.Nationality),
            Share = Input.Link && MayLink ? Share!.Id : null,
            EraDates = Input.EraDates && HasEras,
            Letter = Input.Letter && HasLetter,
            Audience = CleanText.Line(Input.Audience),
            RequestId = Input.RequestId == Guid.Empty ? null : Input.RequestId,
        };
    }

    private async Task PostedAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        IsChosen = true;
        Positions = Typed(id => Request.Form[OrderName(id)]);
    }

    /// <summary>Why this order cannot even be looked at.</summary>
    private Error? Unfit()
    {
        if (Input.Unknown() is { } unknown)
        {
            return Error.Invalid("unknown-choice", unknown);
        }
        if (!ModelState.IsValid)
        {
            return Error.Invalid("form-invalid");
        }
        if (Format.AdultsOnly && IsMinor)
        {
            return Error.Invalid("adults-only", "format");
        }
        if (Input.Link && May(CvFields.Link) && Share is null)
        {
            return Error.Conflict("share-closed");
        }
        return Choices.Any(e => Input.Entries.Contains(e.Id)) ? null : Error.Invalid("nothing-chosen", "entries");
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        var order = Order();
        try
        {
            var made = await previews.MakeAsync(school, actor.PersonId, order, cancel);
            AsksAnyway = made.Needed.Count > 0 || made.IsTooLong;
            var ticket = previews.TicketFor(actor.PersonId, order, made.Pages);
            Preview = preview.Tell(made, ticket, new PreviewOwner(portfolio, HasPhoto, IsMinor));
        }
        catch (ArgumentException)
        {
            ModelState.AddModelError("", texts["One of the pictures cannot be printed. Put another file in its place, or leave it out."]);
        }
    }

    private PageResult Refused(Error error, IReadOnlyList<Unprintable>? unprintable = null)
    {
        if (error.Code != "form-invalid")
        {
            var field = error.Field switch { "entries" => "Input.Entries", "language" => "Input.Language", "anyway" => "Input.Anyway", _ => "" };
            ModelState.AddModelError(field, ErrorWords.Say(error, refusals) + (unprintable is { Count: > 0 } ? " " + GlyphWords.Say(unprintable, glyphs) : ""));
        }
        AsksAnyway |= error.Field == "anyway";
        Response.StatusCode = ErrorWords.Status(error.Kind);
        Choices = [.. Choices.OrderBy(e => Positions[e.Id])];
        return Page();
    }

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

    /// <summary>The choices that an earlier paper was made with; papers of the first releases kept none, their lines are known all the same.</summary>
    private void Again(CvDocument paper)
    {
        var order = PaperOrder.FromJson(paper.Order);
        var entries = order?.Entries ?? [.. paper.Lines.Select(l => l.EntryId)];
        Input.Language = Input.Spoken(paper.Language);
        Input.Audience = paper.Audience;
        Input.Entries = [.. entries];
        Positions = Choices.ToDictionary(e => e.Id, e => entries.ToList().IndexOf(e.Id) is >= 0 and var at ? at + 1 : int.MaxValue);
        Choices = [.. Choices.OrderBy(e => Positions[e.Id])];
        if (order is not null)
        {
            (Input.Photo, Input.BirthDate, Input.Address, Input.Contact, Input.ShowPhoto, Input.ShowBirthYear) = (order.Photo, order.BirthDate, order.Address, order.Contact, order.ShowPhoto, order.ShowBirthYear);
            (Input.Gender, Input.Nationality, Input.EraDates, Input.Letter) = (order.Gender, order.Nationality, order.EraDates, order.Letter);
            Input.Link = order.Share is not null && Share is not null;
        }
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Format = Input.Paper();
        var own = await db.Entries.AsNoTracking().Where(e => e.PersonId == actor.PersonId && e.BinnedAt == null).ToListAsync(cancel);
        Choices = [.. own.Where(e => Format.Kinds.Contains(EntryNames.Of(e.Kind))).OrderByDescending(e => e.Word != Word.Self).ThenByDescending(e => e.Detail.From ?? DateOnly.FromDateTime(e.CreatedAt))];
        portfolio = await db.Portfolios.AsNoTracking().SingleOrDefaultAsync(p => p.PersonId == actor.PersonId, cancel);
        HasPhoto = portfolio?.PhotoSha256 is not null;
        school = await db.Schools.AsNoTracking().SingleAsync(s => s.Id == actor.SchoolId, cancel);
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == actor.PersonId, cancel);
        IsMinor = person.IsMinorOn(school.Today(actor.Now));
        Share = IsMinor && !await db.Consents.AnyAsync(c => c.StudentId == person.Id && c.Purpose == ConsentPurpose.ShareLinks && c.WithdrawnAt == null, cancel)
            ? null
            : (await db.ShareLinks.AsNoTracking().Where(l => l.PersonId == person.Id && l.CvDocumentId == null && l.RevokedAt == null).ToListAsync(cancel)).Where(l => l.IsOpen(actor.Now)).MaxBy(l => l.ExpiresAt);
    }
}
