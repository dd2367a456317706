using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Web.Localisation;

namespace SmkPortfolio.Web.Forms;

/// <summary>A group of ticks under one legend. The first carries the field's id, so that the error summary leads to it.</summary>
public abstract class ChoicesTagHelper(IStringLocalizer<SharedTexts> texts, string type) : FieldTagHelper(texts)
{
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    /// <summary>Shows each choice as a card, side by side where there is room.</summary>
    public bool Cards { get; set; }

    protected override bool IsGroup => true;

    protected abstract bool IsChosen(SelectListItem item);

    protected override IHtmlContent Control(IReadOnlyList<TagHelperAttribute> passed)
    {
        var list = new TagBuilder("div");
        list.AddCssClass(Cards ? "ticks cards" : "ticks");
        var index = 0;
        foreach (var item in Items)
        {
            var id = index == 0 ? Id : Id + "-" + index.ToString(CultureInfo.InvariantCulture);
            var input = Tag("input", passed);
            input.TagRenderMode = TagRenderMode.SelfClosing;
            input.Attributes.Remove("aria-required");
            input.MergeAttribute("type", type);
            input.MergeAttribute("id", id, true);
            input.MergeAttribute("value", item.Value ?? item.Text);
            if (IsChosen(item))
                input.MergeAttribute("checked", "checked");
            if (item.Disabled)
                input.MergeAttribute("disabled", "disabled");
            list.InnerHtml.AppendHtml("<div class=\"tick\">").AppendHtml(input)
                .AppendHtml("<label for=\"" + id + "\">").Append(item.Text);
            if (item.Group?.Name is { } hint)
                list.InnerHtml.AppendHtml("<span class=\"hint\">").Append(hint).AppendHtml("</span>");
            list.InnerHtml.AppendHtml("</label></div>");
            index++;
        }
        return list;
    }
}
