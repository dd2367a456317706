using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Web.Localisation;

namespace SmkPortfolio.Web.Forms;

/// <summary>
/// <c>&lt;smk-number for="Input.Hours" /&gt;</c>: a text field with the number keyboard, because a number field empties itself over
/// a typing error. Comma and point are both taken for the decimals (<see cref="NumberBinder"/>).
/// </summary>
[HtmlTargetElement("smk-number", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class NumberTagHelper : TextTagHelper
{
    public NumberTagHelper(IStringLocalizer<SharedTexts> texts)
        : base(texts) => Short = true;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (!output.Attributes.ContainsName("inputmode"))
            output.Attributes.SetAttribute("inputmode", IsWhole ? "numeric" : "decimal");
        base.Process(context, output);
    }

    private bool IsWhole => For.Metadata.UnderlyingOrModelType is var type && (type == typeof(int) || type == typeof(long) || type == typeof(short));
}
