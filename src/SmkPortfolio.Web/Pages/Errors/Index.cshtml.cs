using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Web.Startup;

namespace SmkPortfolio.Web.Pages.Errors;

/// <summary>What went wrong and what to do, with the status it had. Machines get problem details. Answers every method: it is run again in place of the page that failed.</summary>
[IgnoreAntiforgeryToken(Order = 2000)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class Index(IStringLocalizer<Index> texts) : PageModel
{
    public int Code { get; private set; }

    public string Title => Code switch
    {
        400 => texts["That could not be read"],
        401 or 403 => texts["This door is closed for you"],
        404 => texts["There is nothing here for you"],
        405 => texts["That does not work this way"],
        409 => texts["Somebody was faster"],
        413 => texts["That is too large"],
        415 => texts["This kind of file cannot be taken"],
        429 => texts["Too many requests"],
        503 => texts["This cannot be used right now"],
        < 500 => texts["That did not work"],
        _ => texts["Something went wrong on our side"],
    };

    public string Sentence => Code switch
    {
        400 => texts["The page may have been open too long. Go back, reload it and send it again."],
        401 or 403 => texts["Sign in with an account that may enter."],
        404 => texts["The address is mistyped, the page is gone, or it is not yours to see."],
        405 => texts["Go back and use the buttons of the page."],
        409 => texts["It was changed meanwhile. Go back, reload the page and look again."],
        413 => texts["Go back, choose a smaller file and send it again."],
        415 => texts["Go back and choose a file of a kind that is named there."],
        429 => texts["Wait a minute, then try again."],
        503 => texts["Nothing of yours is lost. Try again in a few minutes."],
        < 500 => texts["Go back and try again."],
        _ => texts["Try again. If it stays, tell the school's operator."],
    };

    // Else the framework takes it for a handler of its own, for the method "PAGE".
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Code = int.Parse((string)RouteData.Values["code"]!, System.Globalization.CultureInfo.InvariantCulture);
        Response.StatusCode = Code;
        var failed = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        if (Doors.IsForMachines(Request, failed is null ? Request.Path : new PathString(failed.OriginalPath)))
        {
            context.Result = new ObjectResult(new ProblemDetails { Status = Code, Title = Title, Detail = Sentence }) { StatusCode = Code, ContentTypes = { "application/problem+json" } };
        }
    }
}
