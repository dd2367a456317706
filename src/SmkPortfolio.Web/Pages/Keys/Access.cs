using Microsoft.AspNetCore.Mvc.ApplicationModels;
using SmkPortfolio.Web.Access;

namespace SmkPortfolio.Web.Pages.Keys;

/// <summary>The school's keys, for operator and principal; everybody on the staff sees their own.</summary>
internal sealed class Access : ISliceAccess
{
    public void Configure(PageConventionCollection pages)
    {
        pages.AuthorizePage("/Keys/Index", Policies.KeyKeeper);
        pages.AuthorizePage("/Keys/Show", Policies.KeyKeeper);
        pages.AuthorizePage("/Keys/Mine", Policies.Staff);
    }
}
