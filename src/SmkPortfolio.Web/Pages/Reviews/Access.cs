using Microsoft.AspNetCore.Mvc.ApplicationModels;
using SmkPortfolio.Web.Access;

namespace SmkPortfolio.Web.Pages.Reviews;

internal sealed class Access : ISliceAccess
{
    public void Configure(PageConventionCollection pages) => pages.AuthorizeFolder("/Reviews", Policies.Reviewer);
}
