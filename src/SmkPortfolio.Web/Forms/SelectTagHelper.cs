using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Web.Localisation;

namespace SmkPortfolio.Web.Forms;

/// <summary><c>&lt;smk-select for="Input.Body" items="Model.Bodies" empty="Choose…" /&gt;</c>: one of many; groups are kept.</summary>
[HtmlTargetElement("smk-select", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SelectTagHelper(IStringLocalizer<SharedTexts> texts) : FieldTagHelper(texts)
{
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    /// <summary>The text of a first line that stands for no answer; without it the first item is chosen.</summary>
    public string? Empty { get; set; }

    protected override IHtmlContent Control(IReadOnlyList<TagHelperAttribute> passed)
    {
        var tag = Tag("select", passed);
        tag.AddCssClass("input");
        if (Empty is not null)
            tag.InnerHtml.AppendHtml(Option("", Empty, false));
        var chosen = Value;
        foreach (var group in Items.GroupBy(item => item.Group?.Name))
        {
            IHtmlContentBuilder target = tag.InnerHtml;
            TagBuilder? optgroup = null;
            if (group.Key is { } name)
            {
                optgroup = new TagBuilder("optgroup");
                optgroup.MergeAttribute("label", name);
                target = optgroup.InnerHtml;
            }
            foreach (var item in group)
                target.AppendHtml(Option(item.Value ?? item.Text, item.Text, chosen is null ? item.Selected : chosen == (item.Value ?? item.Text)));
            if (optgroup is not null)
                tag.InnerHtml.AppendHtml(optgroup);
        }
        return tag;
    }

    private static TagBuilder Option(string value, string text, bool selected)
    {
        var option = new TagBuilder("option");
        option.MergeAttribute("value", value);
        if (selected)
            option.MergeAttribute("selected", "selected");
        option.InnerHtml.Append(text);
        return option;
    }
}
