using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Web.Localisation;

namespace SmkPortfolio.Web.Forms;

/// <summary><c>&lt;smk-radios for="Input.Kind" items="Model.Kinds" cards /&gt;</c>: one of a few; an item's Group.Name is its hint.</summary>
[HtmlTargetElement("smk-radios", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RadiosTagHelper(IStringLocalizer<SharedTexts> texts) : ChoicesTagHelper(texts, "radio")
{
    protected override bool IsChosen(SelectListItem item) =>
        Value is { } chosen ? chosen == (item.Value ?? item.Text) : item.Selected;
}
