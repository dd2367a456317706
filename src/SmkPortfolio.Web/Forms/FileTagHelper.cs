using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Web.Localisation;

namespace SmkPortfolio.Web.Forms;

/// <summary>
/// <c>&lt;smk-file for="Files" accept="image/jpeg,application/pdf" multiple /&gt;</c>: files, dropped or picked. The form needs
/// <c>enctype="multipart/form-data"</c>; previews come with <c>drop.js</c>, without it the plain field works.
/// </summary>
[HtmlTargetElement("smk-file", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FileTagHelper(IStringLocalizer<SharedTexts> texts) : FieldTagHelper(texts)
{
    /// <summary>Media types, separated by commas.</summary>
    public string? Accept { get; set; }

    public bool Multiple { get; set; }

    protected override IHtmlContent Control(IReadOnlyList<TagHelperAttribute> passed)
    {
        var tag = Tag("input", passed);
        tag.TagRenderMode = TagRenderMode.SelfClosing;
        tag.MergeAttribute("type", "file");
        if (Accept is not null)
            tag.MergeAttribute("accept", Accept);
        if (Multiple)
            tag.MergeAttribute("multiple", "multiple");
        return new HtmlContentBuilder()
            .AppendHtml("<div class=\"drop\" data-drop data-drop-text=\"").Append(Texts["or drop files here"]).AppendHtml("\">")
            .AppendHtml(tag).AppendHtml("</div>");
    }
}
