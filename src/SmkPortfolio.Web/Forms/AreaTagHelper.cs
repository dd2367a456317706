using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Web.Localisation;

namespace SmkPortfolio.Web.Forms;

/// <summary><c>&lt;smk-area for="Input.Story" rows="6" /&gt;</c>: several lines of text.</summary>
[HtmlTargetElement("smk-area", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class AreaTagHelper(IStringLocalizer<SharedTexts> texts) : FieldTagHelper(texts)
{
    protected override IHtmlContent Control(IReadOnlyList<TagHelperAttribute> passed)
    {
        var tag = Tag("textarea", passed);
        tag.AddCssClass("input");
        tag.MergeAttribute("rows", "5");
        tag.AddMaxLength(For.Metadata);
        // The parser drops one line break after the start tag; this one is for it to drop.
        tag.InnerHtml.AppendHtml("\n").Append(Value ?? "");
        return tag;
    }
}
