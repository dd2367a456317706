using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace SmkPortfolio.Web.Localisation;

/// <summary>
/// Finds a text beside its page and, failing that, among the shared ones. One place does it for views, page models,
/// field names and validation messages; a nested input model uses the texts of the page around it.
/// </summary>
public sealed class PageTexts(IOptions<LocalizationOptions> options, ILoggerFactory logging) : IStringLocalizerFactory
{
    private readonly ResourceManagerStringLocalizerFactory _resources = new(options, logging);

    public IStringLocalizer Create(Type resourceSource)
    {
        ArgumentNullException.ThrowIfNull(resourceSource);
        var page = resourceSource;
        while (page.DeclaringType is { } outer)
            page = outer;
        return WithShared(_resources.Create(page));
    }

    public IStringLocalizer Create(string baseName, string location) => WithShared(_resources.Create(baseName, location));

    private FallbackTexts WithShared(IStringLocalizer own) => new(own, _resources.Create(typeof(SharedTexts)));

    private sealed class FallbackTexts(IStringLocalizer own, IStringLocalizer shared) : IStringLocalizer
    {
        public LocalizedString this[string name] => own[name] is { ResourceNotFound: false } found ? found : shared[name];

        public LocalizedString this[string name, params object[] arguments]
        {
            get
            {
                var text = this[name];
                return new(name, string.Format(CultureInfo.CurrentCulture, text.Value, arguments), text.ResourceNotFound, text.SearchedLocation);
            }
        }

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
            own.GetAllStrings(includeParentCultures).Concat(shared.GetAllStrings(includeParentCultures)).DistinctBy(text => text.Name);
    }
}
