using Microsoft.AspNetCore.Mvc.ApplicationModels;
using SmkPortfolio.Web.Access;

namespace SmkPortfolio.Web.Pages.Account;

/// <summary>Signing in and out is open to everybody; the rest of the folder needs a session.</summary>
internal sealed class Access : ISliceAccess
{
    public void Configure(PageConventionCollection pages)
    {
        pages.AllowAnonymousToPage("/Account/Login");
        pages.AllowAnonymousToPage("/Account/Logout");
        pages.AuthorizePage("/Account/Password", Policies.SignedIn);
    }
}
