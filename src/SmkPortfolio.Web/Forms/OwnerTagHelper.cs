using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Accounts;

namespace SmkPortfolio.Web.Forms;

/// <summary>
/// Says in every posted form of a signed-in person whose it is, so that what was typed can be kept when the session ends. A form that asks
/// for a password says nothing and so is never kept, whatever its fields are called.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class OwnerTagHelper(KeptForms kept, Actor actor) : TagHelper
{
    public override int Order => 1000;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (actor.IsSignedIn && !(await output.GetChildContentAsync()).GetContent().Contains("type=\"password\"", StringComparison.Ordinal))
        {
            var field = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
            field.MergeAttribute("type", "hidden");
            field.MergeAttribute("name", KeptForms.OwnerField);
            field.MergeAttribute("value", kept.OwnerToken(actor.PersonId));
            output.PostContent.AppendHtml(field);
        }
    }
}
