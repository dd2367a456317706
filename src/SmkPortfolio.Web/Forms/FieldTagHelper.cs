using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Web.Localisation;

namespace SmkPortfolio.Web.Forms;

/// <summary>
/// A form field as one thing: label, hint, error and control, tied together for screen readers. Attributes that a field does
/// not know (autocomplete, inputmode, rows, data-…) go to the control, <c>class</c> to the block around it.
/// </summary>
public abstract class FieldTagHelper(IStringLocalizer<SharedTexts> texts) : TagHelper
{
    /// <summary>The property this field is for; its id and name follow from it.</summary>
    [HtmlAttributeName("for")]
    public ModelExpression For { get; set; } = null!;

    /// <summary>In place of the property's display name.</summary>
    public string? Label { get; set; }

    /// <summary>In place of the property's description.</summary>
    public string? Hint { get; set; }

    /// <summary>False leaves out the word "optional" where it would mislead: a search, or one of two that must be filled in.</summary>
    public bool Optional { get; set; } = true;

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    protected IStringLocalizer Texts => texts;

    /// <summary>The name under which the field is posted.</summary>
    protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string Id => FieldId.From(Name);

    protected string LabelText => Label ?? For.Metadata.GetDisplayName();

    protected string? ErrorText { get; private set; }

    /// <summary>True for a group of controls under one legend.</summary>
    protected virtual bool IsGroup => false;

    /// <summary>True where an empty answer is impossible or says something, so that "optional" would only confuse.</summary>
    protected virtual bool HidesOptional => false;

    /// <summary>Writes the control itself; <paramref name="passed"/> are the page's own attributes for it.</summary>
    protected abstract IHtmlContent Control(IReadOnlyList<TagHelperAttribute> passed);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var passed = output.Attributes.Where(attribute => attribute.Name != "class").ToList();
        var extra = output.Attributes.TryGetAttribute("class", out var given) ? " " + given.Value : "";
        var state = ViewContext.ModelState.GetFieldValidationState(Name);
        ErrorText = state == ModelValidationState.Invalid ? ViewContext.ModelState[Name]?.Errors.Select(Words).FirstOrDefault() : null;
        Hint ??= For.Metadata.Description;

        output.TagName = IsGroup ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", "field" + (ErrorText is null ? "" : " field-bad") + extra);
        if (IsGroup && DescribedBy is { } described)
            output.Attributes.SetAttribute("aria-describedby", described);
        Write(output.Content, passed);
    }

    /// <summary>Label, hint, error, control: the order in which they are read.</summary>
    protected virtual void Write(TagHelperContent content, IReadOnlyList<TagHelperAttribute> passed)
    {
        content.AppendHtml(LabelElement()).AppendHtml(HintElement()).AppendHtml(ErrorElement()).AppendHtml(Control(passed));
    }

    protected string? DescribedBy
    {
        get
        {
            string[] ids = [.. Hint is null ? [] : new[] { Id + "-hint" }, .. ErrorText is null ? [] : new[] { Id + "-error" }];
            return ids.Length == 0 ? null : string.Join(' ', ids);
        }
    }

    protected bool IsRequired => For.Metadata.IsRequired;

    /// <summary>What the reader typed, if it came back; otherwise the model's value as the control expects it.</summary>
    protected string? Value =>
        ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.RawValue is not null ? entry.AttemptedValue : Written(For.Model);

    /// <summary>The attributes every control carries.</summary>
    protected TagBuilder Tag(string element, IEnumerable<TagHelperAttribute> passed)
    {
        var tag = new TagBuilder(element);
        foreach (var attribute in passed)
            tag.MergeAttribute(attribute.Name, attribute.Value is IHtmlContent html ? html.Plain() : Written(attribute.Value) ?? "");
        tag.MergeAttribute("id", Id, true);
        tag.MergeAttribute("name", Name, true);
        if (!IsGroup && DescribedBy is { } described)
            tag.MergeAttribute("aria-describedby", described);
        if (ErrorText is not null)
            tag.MergeAttribute("aria-invalid", "true");
        if (IsRequired && !HidesOptional)
            tag.MergeAttribute("aria-required", "true");
        return tag;
    }

    protected IHtmlContent LabelElement()
    {
        var tag = new TagBuilder(IsGroup ? "legend" : "label");
        if (!IsGroup)
            tag.MergeAttribute("for", Id);
        tag.InnerHtml.Append(LabelText);
        if (Optional && !IsRequired && !HidesOptional)
            tag.InnerHtml.AppendHtml(" <span class=\"optional\">(").Append(texts["optional"]).AppendHtml(")</span>");
        return tag;
    }

    protected IHtmlContent HintElement() => Hint is null
        ? HtmlString.Empty
        : new HtmlContentBuilder().AppendHtml("<p class=\"hint\" id=\"" + Id + "-hint\">").Append(Hint).AppendHtml("</p>");

    protected IHtmlContent ErrorElement() => ErrorText is null
        ? HtmlString.Empty
        : new HtmlContentBuilder().AppendHtml("<p class=\"error\" id=\"" + Id + "-error\">").AppendHtml(IconTagHelper.Icon("warning"))
            .AppendHtml("<span><span class=\"visually-hidden\">").Append(texts["Error:"]).AppendHtml("</span> ")
            .Append(ErrorText).AppendHtml("</span></p>");

    /// <summary>A value as a control or a posted form spells it.</summary>
    protected static string? Written(object? value) => value switch
    {
        null => null,
        string text => text,
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        decimal or double or float => ((IFormattable)value).ToString("0.####", CultureInfo.CurrentCulture),
        bool truth => truth ? "true" : "false",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private string Words(ModelError error) =>
        string.IsNullOrEmpty(error.ErrorMessage) ? texts["This does not fit here."] : error.ErrorMessage;
}
