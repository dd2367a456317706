using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SmkPortfolio.Web.Accounts;

/// <summary>
/// Fills the form of whatever page a kept form comes back to: fields that the form kit writes read it from the model state, others ask
/// <see cref="In"/>. The layout says that it happened.
/// </summary>
public sealed class RestoredForms(KeptForms kept) : IAsyncPageFilter
{
    /// <summary>In ViewData, for the layout's notice.</summary>
    public const string ViewKey = "Restored";

    /// <summary>What came back with this request; null mostly.</summary>
    public static KeptForms.Restored? In(HttpContext http) => http.Features.Get<KeptForms.Restored>();

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsGet(http.Request.Method) && http.User.Identity?.IsAuthenticated == true && context.HandlerInstance is PageModel page
            && Guid.TryParse(http.Request.Query[KeptForms.QueryName], out var id) && await kept.TakeAsync(id, http.User, http.Request.Path, http.RequestAborted) is { } restored)
        {
            foreach (var (name, values) in restored.Fields)
            {
                page.ModelState.SetModelValue(name, values, string.Join('\n', values));
            }
            page.ViewData[ViewKey] = restored;
            http.Features.Set(restored);
        }
        await next();
    }
}
