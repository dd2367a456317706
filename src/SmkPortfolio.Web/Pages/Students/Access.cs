using Microsoft.AspNetCore.Mvc.ApplicationModels;
using SmkPortfolio.Web.Access;

namespace SmkPortfolio.Web.Pages.Students;

/// <summary>The school's students, for its operator.</summary>
internal sealed class Access : ISliceAccess
{
    public void Configure(PageConventionCollection pages) => pages.AuthorizeFolder("/Students", Policies.Operator);
}
