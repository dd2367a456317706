using Microsoft.AspNetCore.Mvc.ApplicationModels;
using SmkPortfolio.Web.Access;

namespace SmkPortfolio.Web.Pages.Errors;

internal sealed class Access : ISliceAccess
{
    public void Configure(PageConventionCollection pages) => pages.AllowAnonymousToFolder("/Errors");
}
