using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Web.Localisation;

namespace SmkPortfolio.Web.Forms;

/// <summary>
/// <c>&lt;smk-errors /&gt;</c>, first in a page with a form: what has to be mended, each line leading to its field. Takes the
/// focus when the page opens; writes nothing when there is nothing to mend.
/// </summary>
[HtmlTargetElement("smk-errors", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorsTagHelper(IStringLocalizer<SharedTexts> texts) : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var state = ViewContext.ModelState;
        if (state.IsValid)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "errors");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("aria-labelledby", "errors-title");
        output.Attributes.Add(new TagHelperAttribute("autofocus"));
        output.Content.AppendHtml("<h2 id=\"errors-title\">").Append(texts["Please mend this first"]).AppendHtml("</h2><ul>");
        foreach (var (name, entry) in state)
        {
            foreach (var error in entry.Errors)
            {
                var words = string.IsNullOrEmpty(error.ErrorMessage) ? texts["This does not fit here."] : error.ErrorMessage;
                output.Content.AppendHtml("<li>");
                if (name.Length == 0)
                    output.Content.Append(words);
                else
                    output.Content.AppendHtml("<a href=\"#" + FieldId.From(name) + "\">").Append(words).AppendHtml("</a>");
                output.Content.AppendHtml("</li>");
            }
        }
        output.Content.AppendHtml("</ul>");
    }
}
