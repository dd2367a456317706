using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace SmkPortfolio.Web.Pages.Verify;

/// <summary>Leaves the posted form alone, so that the page can stop reading a file that is too large.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class UnreadFormAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var sources = context.ValueProviderFactories;
        sources.RemoveType<FormValueProviderFactory>();
        sources.RemoveType<FormFileValueProviderFactory>();
        sources.RemoveType<JQueryFormValueProviderFactory>();
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
