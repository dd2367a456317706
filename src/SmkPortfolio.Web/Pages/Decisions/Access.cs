using Microsoft.AspNetCore.Mvc.ApplicationModels;
using SmkPortfolio.Web.Access;

namespace SmkPortfolio.Web.Pages.Decisions;

/// <summary>Only the school decides on what it has issued: its operator does.</summary>
internal sealed class Access : ISliceAccess
{
    public void Configure(PageConventionCollection pages) => pages.AuthorizeFolder("/Decisions", Policies.Operator);
}
