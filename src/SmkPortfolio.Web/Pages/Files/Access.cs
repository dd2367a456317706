using Microsoft.AspNetCore.Mvc.ApplicationModels;
using SmkPortfolio.Web.Access;

namespace SmkPortfolio.Web.Pages.Files;

/// <summary>Who may erase a file depends on whose it is: the page asks.</summary>
internal sealed class Access : ISliceAccess
{
    public void Configure(PageConventionCollection pages) => pages.AuthorizeFolder("/Files", Policies.SignedIn);
}
