using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Web.Localisation;

namespace SmkPortfolio.Web.Forms;

/// <summary><c>&lt;smk-check for="Input.Agreed" /&gt;</c>: yes or no; the hidden partner posts the no.</summary>
[HtmlTargetElement("smk-check", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CheckTagHelper(IStringLocalizer<SharedTexts> texts) : FieldTagHelper(texts)
{
    protected override bool HidesOptional => true;

    protected override void Write(TagHelperContent content, IReadOnlyList<TagHelperAttribute> passed)
    {
        ArgumentNullException.ThrowIfNull(content);
        content.AppendHtml(ErrorElement()).AppendHtml("<div class=\"tick\">").AppendHtml(Control(passed))
            .AppendHtml("<div>").AppendHtml(LabelElement()).AppendHtml(HintElement()).AppendHtml("</div></div>");
    }

    protected override IHtmlContent Control(IReadOnlyList<TagHelperAttribute> passed)
    {
        var tag = Tag("input", passed);
        tag.TagRenderMode = TagRenderMode.SelfClosing;
        tag.MergeAttribute("type", "checkbox");
        tag.MergeAttribute("value", "true");
        // A ticked box posts "true,false": the first of the two counts.
        if (Value?.StartsWith("true", StringComparison.OrdinalIgnoreCase) == true)
            tag.MergeAttribute("checked", "checked");
        var no = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        no.MergeAttribute("type", "hidden");
        no.MergeAttribute("name", Name);
        no.MergeAttribute("value", "false");
        return new HtmlContentBuilder().AppendHtml(tag).AppendHtml(no);
    }
}
