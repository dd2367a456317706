using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SmkPortfolio.Web.Forms;

/// <summary><c>&lt;smk-icon name="check" /&gt;</c>: a picture from our sprite, silent for screen readers.</summary>
[HtmlTargetElement("smk-icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    /// <summary>An id in <c>wwwroot/img/icons.svg</c>.</summary>
    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(Icon(Name));
    }

    internal static IHtmlContent Icon(string name) => new HtmlContentBuilder()
        .AppendHtml("<svg class=\"icon\" aria-hidden=\"true\"><use href=\"/img/icons.svg#").Append(name).AppendHtml("\"/></svg>");
}
