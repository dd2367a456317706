using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Web.Localisation;

namespace SmkPortfolio.Web.Forms;

/// <summary><c>&lt;smk-password for="Input.Password" autocomplete="new-password" /&gt;</c>: never written back into the page.</summary>
[HtmlTargetElement("smk-password", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PasswordTagHelper(IStringLocalizer<SharedTexts> texts) : TextTagHelper(texts)
{
    protected override string InputType => "password";

    protected override string? ShownValue => null;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (!output.Attributes.ContainsName("autocomplete"))
            output.Attributes.SetAttribute("autocomplete", "current-password");
        base.Process(context, output);
    }
}
