using Microsoft.AspNetCore.Mvc.ApplicationModels;
using SmkPortfolio.Web.Access;

namespace SmkPortfolio.Web.Pages.Shares;

internal sealed class Access : ISliceAccess
{
    public void Configure(PageConventionCollection pages)
    {
        pages.AuthorizeFolder("/Shares", Policies.Student);
        // Whoever has the link may read.
        pages.AllowAnonymousToPage("/Shares/Show");
    }
}
