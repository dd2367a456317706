using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Web.Localisation;

namespace SmkPortfolio.Web.Forms;

/// <summary><c>&lt;smk-text for="Input.Title" autocomplete="off" /&gt;</c>: one line of text; <c>type</c> may be email, tel, url, search.</summary>
[HtmlTargetElement("smk-text", TagStructure = TagStructure.NormalOrSelfClosing)]
public class TextTagHelper(IStringLocalizer<SharedTexts> texts) : FieldTagHelper(texts)
{
    /// <summary>Short for codes and numbers: the field's width hints at the answer's.</summary>
    public bool Short { get; set; }

    protected virtual string InputType => "text";

    protected virtual string? ShownValue => Value;

    protected override IHtmlContent Control(IReadOnlyList<TagHelperAttribute> passed)
    {
        var tag = Tag("input", passed);
        tag.TagRenderMode = TagRenderMode.SelfClosing;
        tag.MergeAttribute("type", InputType);
        tag.AddCssClass(Short ? "input short" : "input");
        tag.AddMaxLength(For.Metadata);
        if (ShownValue is { } value)
            tag.MergeAttribute("value", value);
        return tag;
    }
}
