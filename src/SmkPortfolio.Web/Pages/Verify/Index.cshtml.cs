using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Verifier.Checking;
using SmkPortfolio.Web.Checking;
using SmkPortfolio.Web.Settings;
using SmkPortfolio.Web.Startup;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Verify;

/// <summary>The public check: type a code or hand in files. Nothing of the file is stored and no cookie is set.</summary>
[IgnoreAntiforgeryToken]
[UnreadForm]
[EnableRateLimiting(Services.VerifyLimit)]
public sealed class Index(AppDb db, DocumentCheck check, CheckTable table, FileWords words, LimitsSettings limits, IStringLocalizer<Index> texts, IStringLocalizer<ErrorWords> refusals) : PageModel
{
    /// <summary>What was typed, given back when it cannot be a code.</summary>
    public string Typed { get; private set; } = "";

    public CheckedDocument? Result { get; private set; }

    public ManyChecks? Many { get; private set; }

    public int MostFiles => limits.VerifyFiles;

    public long MostMegabytes => limits.VerifyBytes / (1024 * 1024);

    public IActionResult OnGet(string? code)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return Page();
        }
        var (reading, found) = CvCode.Read(code);
        if (reading == CodeReading.Sound)
        {
            return Redirect($"/verify/{CvCode.Written(found)}");
        }
        Typed = code;
        return Refuse(StatusCodes.Status400BadRequest, "code", texts["This code looks mistyped. Compare it with the paper: five characters, a hyphen, six characters."]);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var (files, isOne) = await CheckAsync(cancel);
        if (files.Count == 0)
        {
            return Refuse(StatusCodes.Status400BadRequest, "file", texts["Choose a file that is not empty."]);
        }
        if (!isOne)
        {
            Many = new ManyChecks(files, IsFrame: false);
            return Page();
        }
        Result = files[0].Document;
        return files[0].Problem switch
        {
            null => Page(),
            "too-large" or "too-much" => Refuse(StatusCodes.Status413PayloadTooLarge, "file", ErrorWords.Say("file-too-large", MostMegabytes, refusals)),
            "unknown-kind" => Refuse(StatusCodes.Status415UnsupportedMediaType, "file", texts["This is neither a PDF nor a credential. Choose the PDF or the JSON file that you were given."]),
            _ => Refuse(StatusCodes.Status400BadRequest, "file", texts["Choose a file that is not empty."]),
        };
    }

    /// <summary>The rows alone, for a script that hands in one file after another.</summary>
    public async Task<IActionResult> OnPostRowsAsync(CancellationToken cancel)
    {
        var (files, _) = await CheckAsync(cancel);
        return files.Count == 0 ? BadRequest() : Partial("_Rows", files);
    }

    /// <summary>The results of a page as a table to keep.</summary>
    public async Task<IActionResult> OnPostTableAsync(CancellationToken cancel)
    {
        if (!Request.HasFormContentType)
        {
            return BadRequest();
        }
        var form = await Request.ReadFormAsync(new FormOptions { ValueCountLimit = limits.VerifyFiles * 20, ValueLengthLimit = 64 * 1024, BufferBodyLengthLimit = 16 * 1024 * 1024 }, cancel);
        var csv = form["as"] == "csv";
        if (form["row"].Count == 0 || table.Write(form["row"], csv) is not { } bytes)
        {
            return Refuse(StatusCodes.Status400BadRequest, "file", texts["These results are too old to be saved. Hand in the files once more."]);
        }
        return File(bytes, csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", csv ? "smkportfolio.csv" : "smkportfolio.xlsx");
    }

    /// <summary>Every file of the form, each forgotten as soon as it is checked. One alone that is no archive is shown as a page of its own.</summary>
    private async Task<(List<CheckedFile> Files, bool IsOne)> CheckAsync(CancellationToken cancel)
    {
        var files = new List<CheckedFile>();
        var isOne = true;
        await foreach (var presented in new PresentedFiles(limits).ReadAsync(Request, cancel))
        {
            files.Add(await CheckAsync(presented, cancel));
            isOne = !presented.FromZip && files.Count == 1;
        }
        return (files, isOne);
    }

    private async Task<CheckedFile> CheckAsync(PresentedDocument presented, CancellationToken cancel)
    {
        CheckedDocument? document = null;
        var problem = presented.Problem;
        try
        {
            document = presented.Bytes is null ? null : await CheckedDocument.OfAsync(await check.RunAsync(presented.Bytes, cancel), db, cancel);
        }
        catch (UnknownKindException)
        {
            problem = "unknown-kind";
        }
        return new CheckedFile(presented.Name, document, problem, table.Keep(presented.Name, document, problem is null ? null : words.Say(problem)));
    }

    private PageResult Refuse(int status, string field, string sentence)
    {
        ModelState.AddModelError(field, sentence);
        Response.StatusCode = status;
        return Page();
    }
}
