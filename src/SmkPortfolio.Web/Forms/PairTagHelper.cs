using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Web.Localisation;

namespace SmkPortfolio.Web.Forms;

/// <summary>
/// <c>&lt;smk-pair for-id="Input.Title.Id" for-en="Input.Title.En" rows="4" /&gt;</c>: the Indonesian text, and the English one folded
/// beneath it, open as soon as it holds something or has an error. With <c>rows</c> both have several lines.
/// </summary>
[HtmlTargetElement("smk-pair", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PairTagHelper(IStringLocalizer<SharedTexts> texts) : TagHelper
{
    public ModelExpression ForId { get; set; } = null!;

    public ModelExpression ForEn { get; set; } = null!;

    /// <summary>Lines to show; 0 is a field of one line.</summary>
    public int Rows { get; set; }

    /// <summary>In place of the Indonesian property's display name.</summary>
    public string? Label { get; set; }

    public string? Hint { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        var label = Label ?? ForId.Metadata.GetDisplayName();
        var first = Part(context, ForId, "id", label, Hint);
        var second = Part(context, ForEn, "en", texts["{0} – in English", label], null);
        output.TagName = null;
        output.Content.AppendHtml(first)
            .AppendHtml(IsOpen ? "<details class=\"fold\" open>" : "<details class=\"fold\">").AppendHtml("<summary>")
            .AppendHtml(IconTagHelper.Icon("globe")).Append(texts["In English"]).AppendHtml("<span class=\"visually-hidden\">: ").Append(label).AppendHtml("</span></summary>")
            .AppendHtml(second).AppendHtml("</details>");
    }

    private bool IsOpen
    {
        get
        {
            var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(ForEn.Name);
            return ViewContext.ModelState.TryGetValue(name, out var entry)
                ? entry.ValidationState == ModelValidationState.Invalid || !string.IsNullOrEmpty(entry.AttemptedValue)
                : ForEn.Model is string { Length: > 0 };
        }
    }

    private TagHelperOutput Part(TagHelperContext context, ModelExpression expression, string language, string label, string? hint)
    {
        FieldTagHelper field = Rows > 0 ? new AreaTagHelper(texts) : new TextTagHelper(texts);
        field.For = expression;
        field.Label = label;
        field.Hint = hint;
        field.ViewContext = ViewContext;
        TagHelperAttributeList attributes = new() { new TagHelperAttribute("lang", language) };
        if (Rows > 0)
            attributes.Add("rows", Rows);
        var part = new TagHelperOutput("div", attributes, (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        field.Process(context, part);
        return part;
    }
}
