using Microsoft.AspNetCore.Mvc.ApplicationModels;
using SmkPortfolio.Web.Access;

namespace SmkPortfolio.Web.Pages.Home;

/// <summary>The front door is open: a stranger finds out what this is, a signed-in person what to do next.</summary>
internal sealed class Access : ISliceAccess
{
    public void Configure(PageConventionCollection pages) => pages.AllowAnonymousToPage("/Home/Index");
}
