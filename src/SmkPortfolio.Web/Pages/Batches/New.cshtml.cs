using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Cv;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Issuing.Batches;
using SmkPortfolio.Web.Pages.Shared;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Batches;

/// <summary>Choosing a paper, students and what stands on it; counting them; ordering.</summary>
public sealed class New(AppDb db, Actor actor, PaperBatches batches, IStringLocalizer<ErrorWords> refusals, IStringLocalizer<New> texts) : PageModel
{
    /// <summary>So many of the problems of a list, and of the names chosen, are shown.</summary>
    public const int MostShown = 20;

    private const string Confirmed = "confirmed";
    private const string Everything = "all";

    public StudentChoice Students { get; private set; } = new([]);

    /// <summary>What the form is about.</summary>
    public CvFormat Format => Input.Paper();

    /// <summary>A format was chosen: the list of formats is folded.</summary>
    public bool IsChosen { get; private set; } = true;

    public IReadOnlyList<SelectListItem> Classes { get; private set; } = [];

    public IReadOnlyList<SelectListItem> LineChoices => [new(texts["Only what somebody has confirmed"], Confirmed), new(texts["All work, also on the student's own word"], Everything)];

    /// <summary>Who is chosen, once that was asked.</summary>
    public IReadOnlyList<Choosable>? Chosen { get; private set; }

    public int Minors { get; private set; }
    public IReadOnlyList<RowProblem> Problems { get; private set; } = [];

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public sealed class InputModel : PaperInput
    {
        [Display(Name = "Classes")]
        public List<Guid> Classes { get; set; } = [];

        [Display(Name = "Name or school number", Description = "Everybody in whose name or number this stands.")]
        [StringLength(100)]
        public string? Search { get; set; }

        [Display(Name = "List of NISN", Description = "One in each row, as copied from a spreadsheet.")]
        public string? Numbers { get; set; }

        [Display(Name = "Which work")]
        public string Lines { get; set; } = Confirmed;

        [Display(Name = "Portrait")]
        public bool Photo { get; set; }

        [Display(Name = "Phone and e-mail")]
        public bool Contact { get; set; } = true;

        [Display(Name = "Date of birth")]
        public bool BirthDate { get; set; }

        [Display(Name = "Sex")]
        public bool Gender { get; set; }

        [Display(Name = "Nationality")]
        public bool Nationality { get; set; }

        [Display(Name = "Address")]
        public bool Address { get; set; }
    }

    public bool Carries(CvFields fields) => (Format.Allowed & fields) != 0;

    public async Task<IActionResult> OnGetAsync(string? format, string? language, CancellationToken cancel)
    {
        if (format is not null && CvFormats.Find(format) is null)
        {
            return NotFound();
        }
        IsChosen = format is not null;
        Input.Take(format ?? Input.Format);
        Input.Language = Input.Spoken(language);
        await LoadAsync(cancel);
        return Page();
    }

    /// <summary>Another format for the same choices.</summary>
    public async Task<IActionResult> OnPostChooseAsync(string? choose, CancellationToken cancel)
    {
        Input.Take(choose ?? Input.Format);
        await LoadAsync(cancel);
        ModelState.Clear();
        if (Input.Unknown() is not null)
        {
            ModelState.AddModelError("", ErrorWords.Say("unknown-choice", null, refusals));
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        return Page();
    }

    /// <summary>Says how many it would be; nothing is changed.</summary>
    public async Task<IActionResult> OnPostCountAsync(CancellationToken cancel)
    {
        await ChooseAsync(cancel);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ChooseAsync(cancel);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        var switches = new PaperOrder(Input.Language, [], Input.Photo && Carries(CvFields.Photo), Input.BirthDate && Carries(CvFields.Birth | CvFields.BirthDate), Input.Address && Carries(CvFields.Address), Input.Contact && Carries(CvFields.Contact))
        {
            Format = Format.Name,
            Gender = Input.Gender && Carries(CvFields.Gender),
            Nationality = Input.Nationality && Carries(CvFields.Nationality),
        };
        var batch = await batches.OrderAsync(actor.SchoolId, Label(Chosen!), new BatchOrder(switches, Input.Lines == Confirmed), StudentChoice.AsOrdered(Chosen!), actor.Change(), cancel);
        TempData.Say(texts["Ordered. You can leave this page; the work goes on."]);
        return Redirect($"/batches/{batch.Id}");
    }

    private async Task ChooseAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (Input.Unknown() is { } unknown)
        {
            ModelState.AddModelError(unknown == "language" ? "Input.Language" : "", ErrorWords.Say("unknown-choice", null, refusals));
        }
        if (Input.Lines is not (Confirmed or Everything))
        {
            ModelState.AddModelError("Input.Lines", ErrorWords.Say("unknown-choice", null, refusals));
        }
        var (chosen, problems) = Students.Choose(Input.Classes, Input.Search, Input.Numbers);
        Problems = problems;
        foreach (var problem in problems.Take(MostShown))
        {
            ModelState.AddModelError("Input.Numbers", Say(problem));
        }
        if (problems.Count > MostShown)
        {
            ModelState.AddModelError("Input.Numbers", texts["And {0} rows more.", problems.Count - MostShown]);
        }
        if (chosen.Count == 0 && problems.Count == 0)
        {
            ModelState.AddModelError("", texts["Choose students: tick a class, search, or paste a list."]);
        }
        if (chosen.Count > PaperBatch.StudentsMax)
        {
            ModelState.AddModelError("", ErrorWords.Say("too-many", PaperBatch.StudentsMax, refusals));
        }
        var school = await db.Schools.AsNoTracking().SingleAsync(s => s.Id == actor.SchoolId, cancel);
        var today = school.Today(actor.Now);
        Minors = chosen.Count(s => s.Born is not { } born || born.AddYears(18) > today);
        Chosen = chosen;
    }

    private string Say(RowProblem problem) => problem.Code switch
    {
        "digits" => texts["Row {0}, “{1}”: a NISN has ten digits.", problem.Row, problem.Written],
        "twice" => texts["Row {0}, “{1}”: stands there twice.", problem.Row, problem.Written],
        _ => texts["Row {0}, “{1}”: no student of this school.", problem.Row, problem.Written],
    };

    /// <summary>In few words who it is for: the classes where these are all of them, else how many.</summary>
    private string Label(IReadOnlyList<Choosable> chosen)
    {
        var whole = Students.Classes.Where(c => chosen.Count(s => s.ClassId == c.Id) == c.Count).ToList();
        var label = whole.Sum(c => c.Count) == chosen.Count ? string.Join(", ", whole.Select(c => c.Name)) : texts["{0} students", chosen.Count];
        return label.Length <= PaperBatch.LabelMax ? label : texts["{0} classes", whole.Count];
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Students = await StudentChoice.LoadAsync(db, cancel);
        Classes = [.. Students.Classes.Select(c => new SelectListItem($"{c.Name} ({c.Count})", c.Id.ToString()))];
    }
}
