using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Web.Localisation;

namespace SmkPortfolio.Web.Forms;

/// <summary><c>&lt;smk-date for="Input.From" /&gt;</c>: a day, by the browser's own picker; bounds go in <c>min</c> and <c>max</c>.</summary>
[HtmlTargetElement("smk-date", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateTagHelper(IStringLocalizer<SharedTexts> texts) : TextTagHelper(texts)
{
    protected override string InputType => "date";
}
