using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Web.Forms;
using SmkPortfolio.Web.Localisation;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Forms;

/// <summary>Renders fields and reads posted values with the services of a page, without a page.</summary>
internal sealed class FormBench : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture, _beforeToo = CultureInfo.CurrentCulture;

    public FormBench(string language = "id")
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "SmkPortfolio.Web" });
        MemoryKeys.Use(builder.Services);
        builder.Services.AddRazorPages();
        builder.Services.AddSmkLocalisation();
        builder.Services.AddSmkForms();
        _app = builder.Build();
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
    }

    public ModelStateDictionary State { get; } = new();

    public IStringLocalizer<SharedTexts> Texts => _app.Services.GetRequiredService<IStringLocalizer<SharedTexts>>();

    public IStringLocalizerFactory Localizers => _app.Services.GetRequiredService<IStringLocalizerFactory>();

    private IModelMetadataProvider Metadata => _app.Services.GetRequiredService<IModelMetadataProvider>();

    public IElement Render(Func<IStringLocalizer<SharedTexts>, FieldTagHelper> make, SampleInput input, string property, params (string Name, object Value)[] attributes)
    {
        var helper = make(Texts);
        helper.For = For(input, property);
        helper.ViewContext = View();
        return Render(helper, attributes).FirstElementChild!;
    }

    public IElement RenderPair(SampleInput input, string id, string en, int rows = 0) =>
        Render(new PairTagHelper(Texts) { ForId = For(input, id), ForEn = For(input, en), Rows = rows, ViewContext = View() });

    public IElement RenderErrors() => Render(new ErrorsTagHelper(Texts) { ViewContext = View() });

    /// <summary>Posts one value to a property and says what arrived; complaints land in <see cref="State"/>.</summary>
    public async Task<object?> BindAsync(string property, string posted)
    {
        var metadata = Metadata.GetMetadataForProperty(typeof(SampleInput), property);
        var factory = _app.Services.GetRequiredService<IModelBinderFactory>();
        var values = new RouteValueProvider(BindingSource.Form, new RouteValueDictionary { ["Input." + property] = posted }, CultureInfo.CurrentCulture);
        var context = DefaultModelBindingContext.CreateBindingContext(Page(), values, metadata, null, "Input." + property);
        await factory.CreateBinder(new ModelBinderFactoryContext { Metadata = metadata, CacheToken = metadata }).BindModelAsync(context);
        return context.Result.Model;
    }

    /// <summary>Validates a whole input as a page does after binding.</summary>
    public void Validate(SampleInput input) =>
        _app.Services.GetRequiredService<IObjectModelValidator>().Validate(Page(), null, "Input", input);

    public string ErrorOf(string property) => State["Input." + property]!.Errors.Single().ErrorMessage;

    public ValueTask DisposeAsync()
    {
        (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (_before, _beforeToo);
        return _app.DisposeAsync();
    }

    private ModelExpression For(SampleInput input, string property) =>
        new("Input." + property, Metadata.GetModelExplorerForType(typeof(SampleInput), input).GetExplorerForProperty(property)!);

    private ActionContext Page() =>
        new(new DefaultHttpContext { RequestServices = _app.Services }, new RouteData(), new ActionDescriptor(), State);

    private ViewContext View()
    {
        var page = Page();
        var temporary = new TempDataDictionary(page.HttpContext, _app.Services.GetRequiredService<ITempDataProvider>());
        return new(page, new NoView(), new ViewDataDictionary(Metadata, State), temporary, TextWriter.Null, new HtmlHelperOptions());
    }

    private static IElement Render(TagHelper helper, params (string Name, object Value)[] attributes)
    {
        TagHelperAttributeList list = [.. attributes.Select(attribute => new TagHelperAttribute(attribute.Name, attribute.Value))];
        var output = new TagHelperOutput("x", list, (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        helper.Process(new TagHelperContext(list, new Dictionary<object, object>(), "1"), output);
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        output.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return new HtmlParser().ParseDocument(writer.ToString()).Body!;
    }

    private sealed class NoView : IView
    {
        public string Path => "";

        public Task RenderAsync(ViewContext context) => Task.CompletedTask;
    }
}
