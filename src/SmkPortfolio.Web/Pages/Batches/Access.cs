using Microsoft.AspNetCore.Mvc.ApplicationModels;
using SmkPortfolio.Web.Access;

namespace SmkPortfolio.Web.Pages.Batches;

/// <summary>Papers for many students at once, for the placement office and the operator of the school.</summary>
internal sealed class Access : ISliceAccess
{
    public void Configure(PageConventionCollection pages) => pages.AuthorizeFolder("/Batches", Policies.Printing);
}
