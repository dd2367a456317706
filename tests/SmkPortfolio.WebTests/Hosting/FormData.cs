using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SmkPortfolio.WebTests.Hosting;

/// <summary>What a browser would send for a form: its successful controls, with what the person typed in place of what stood there.</summary>
internal sealed class FormData
{
    private readonly List<(string Name, string Value)> _values = [];
    private readonly IHtmlFormElement _form;

    private FormData(IHtmlFormElement form)
    {
        _form = form;
        Method = new HttpMethod((form.GetAttribute("method") ?? "get").ToUpperInvariant());
        Action = form.GetAttribute("action") ?? "";
        IsMultipart = form.GetAttribute("enctype") == "multipart/form-data";
    }

    public HttpMethod Method { get; private set; }

    public string Action { get; private set; }

    public bool IsMultipart { get; }

    public IReadOnlyList<(string Name, string Value)> Values => _values;

    /// <param name="submitter">Selector of the button inside the form; the first submit button when null.</param>
    public static FormData Of(Page page, string form, string? submitter)
    {
        var element = page.One(form) as IHtmlFormElement ?? throw new InvalidOperationException($"'{form}' on {page.Path} is no form");
        var data = new FormData(element);
        foreach (var control in element.Elements.Where(control => control.HasAttribute("name") && !control.HasAttribute("disabled")))
        {
            data.Take(control);
        }
        data.Press(submitter, page);
        return data;
    }

    /// <summary>Types into the form. A name that the form does not have is a mistake of the test: no browser could send it.</summary>
    public void Fill(IEnumerable<(string Name, string Value)> fields)
    {
        foreach (var group in fields.GroupBy(field => field.Name))
        {
            Assert.True(Has(group.Key), $"The form has no field '{group.Key}'; it has {string.Join(", ", Names())}");
            _values.RemoveAll(value => value.Name == group.Key);
            _values.AddRange(group);
        }
    }

    /// <summary>Chooses files. The fields must be there and be file fields.</summary>
    public void Choose(IEnumerable<Upload> files)
    {
        foreach (var file in files)
        {
            var known = _form.Elements.Any(control => control is IHtmlInputElement { Type: "file" } && control.GetAttribute("name") == file.Field);
            Assert.True(known && IsMultipart, $"The form takes no file as '{file.Field}'");
        }
    }

    private bool Has(string name) => Names().Contains(name);

    private IEnumerable<string> Names() => _form.Elements.Select(control => control.GetAttribute("name")).OfType<string>().Distinct();

    private void Take(IElement control)
    {
        var name = control.GetAttribute("name")!;
        switch (control)
        {
            case IHtmlInputElement { Type: "checkbox" or "radio" } box when box.IsChecked:
                _values.Add((name, box.Value ?? "on"));
                break;
            case IHtmlInputElement { Type: "checkbox" or "radio" or "file" or "submit" or "button" or "reset" or "image" }:
                break;
            case IHtmlInputElement input:
                _values.Add((name, input.Value ?? ""));
                break;
            case IHtmlTextAreaElement area:
                _values.Add((name, area.Value ?? ""));
                break;
            case IHtmlSelectElement select:
                _values.AddRange(select.SelectedOptions.Select(option => (name, option.Value)));
                break;
        }
    }

    private void Press(string? submitter, Page page)
    {
        var button = submitter is null
            ? _form.Elements.FirstOrDefault(control => control is IHtmlButtonElement { Type: "submit" } or IHtmlInputElement { Type: "submit" })
            : _form.QuerySelector(submitter);
        Assert.True(button is not null, $"The form on {page.Path} has no button '{submitter ?? "submit"}'");
        if (button.GetAttribute("name") is { Length: > 0 } name)
        {
            _values.Add((name, button.GetAttribute("value") ?? ""));
        }
        Action = button.GetAttribute("formaction") ?? Action;
        if (button.GetAttribute("formmethod") is { } method)
        {
            Method = new HttpMethod(method.ToUpperInvariant());
        }
    }
}
