using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace SmkPortfolio.Web.Localisation;

/// <summary>Indonesian first, English complete: texts, messages, and which of the two a request gets.</summary>
public static class LocalisationSetup
{
    /// <summary>Texts for views, page models and validation. Call it beside <c>AddRazorPages</c>, in any order.</summary>
    public static IServiceCollection AddSmkLocalisation(this IServiceCollection services)
    {
        services.AddSingleton<IStringLocalizerFactory, PageTexts>();
        services.AddLocalization();
        services.AddMvcCore().AddViewLocalization().AddDataAnnotationsLocalization();
        services.AddSingleton<IPostConfigureOptions<MvcOptions>, ValidationTexts>();
        services.AddSingleton<ReaderFormat>();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            var cultures = Languages.Codes.Select(CultureInfo.GetCultureInfo).ToList();
            options.DefaultRequestCulture = new RequestCulture(Languages.Default);
            options.SupportedCultures = cultures;
            options.SupportedUICultures = cultures;
            options.ApplyCurrentCultureToResponseHeaders = true;
            options.RequestCultureProviders = [new LanguageCookie(), new AcceptLanguageHeaderRequestCultureProvider()];
        });
        return services;
    }

    /// <summary>Sets the language of each request and opens <c>/language/{code}</c>. Call it before error pages are executed.</summary>
    public static WebApplication UseSmkLocalisation(this WebApplication app)
    {
        app.UseRequestLocalization();
        app.MapGet("/language/{code}", LanguageCookie.Choose).AllowAnonymous().ExcludeFromDescription();
        return app;
    }
}
