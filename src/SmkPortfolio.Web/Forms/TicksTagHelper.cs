using System.Collections;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Web.Localisation;

namespace SmkPortfolio.Web.Forms;

/// <summary><c>&lt;smk-ticks for="Input.Units" items="Model.Units" /&gt;</c>: any number of a few, posted under one name.</summary>
[HtmlTargetElement("smk-ticks", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TicksTagHelper(IStringLocalizer<SharedTexts> texts) : ChoicesTagHelper(texts, "checkbox")
{
    protected override bool HidesOptional => true;

    protected override bool IsChosen(SelectListItem item) => Chosen.Contains(item.Value ?? item.Text);

    private HashSet<string?> Chosen
    {
        get
        {
            if (ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.RawValue is { } raw)
                return raw is string[] many ? [.. many] : [raw as string];
            return For.Model is IEnumerable list and not string ? [.. list.Cast<object?>().Select(Written)] : [];
        }
    }
}
