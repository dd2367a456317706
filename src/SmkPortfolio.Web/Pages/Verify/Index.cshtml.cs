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

/// <summary>The public check: type a code or hand in a file. Nothing of the file is stored and no cookie is set.</summary>
[IgnoreAntiforgeryToken]
[UnreadForm]
[EnableRateLimiting(Services.VerifyLimit)]
public sealed class Index(AppDb db, DocumentCheck check, LimitsSettings limits, IStringLocalizer<Index> texts, IStringLocalizer<ErrorWords> refusals) : PageModel
{
    /// <summary>What was typed, given back when it cannot be a code.</summary>
    public string Typed { get; private set; } = "";

    public CheckedDocument? Result { get; private set; }

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
        var presented = await PresentedFile.ReadAsync(Request, limits.VerifyBytes, cancel);
        if (presented.Bytes is null)
        {
            return presented.TooLarge
                ? Refuse(StatusCodes.Status413PayloadTooLarge, "file", ErrorWords.Say("file-too-large", MostMegabytes, refusals))
                : Refuse(StatusCodes.Status400BadRequest, "file", texts["Choose a file that is not empty."]);
        }
        try
        {
            Result = await CheckedDocument.OfAsync(await check.RunAsync(presented.Bytes, cancel), db, cancel);
            return Page();
        }
        catch (UnknownKindException)
        {
            return Refuse(StatusCodes.Status415UnsupportedMediaType, "file", texts["This is neither a PDF nor a credential. Choose the PDF or the JSON file that you were given."]);
        }
    }

    private PageResult Refuse(int status, string field, string sentence)
    {
        ModelState.AddModelError(field, sentence);
        Response.StatusCode = status;
        return Page();
    }
}
