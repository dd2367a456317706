using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace SmkPortfolio.Web.Forms;

/// <summary>How posted text, numbers and days are read.</summary>
public static class FormsSetup
{
    public static IServiceCollection AddSmkForms(this IServiceCollection services) =>
        services.Configure<MvcOptions>(options => options.ModelBinderProviders.Insert(0, new Binders()));

    private sealed class Binders : IModelBinderProvider
    {
        private readonly IModelBinder _text = new TextBinder(), _number = new NumberBinder(), _date = new DateBinder();

        public IModelBinder? GetBinder(ModelBinderProviderContext context)
        {
            if (context.BindingInfo.BindingSource is { } source
                && !(source == BindingSource.Form || source == BindingSource.Query || source == BindingSource.ModelBinding))
                return null;
            var type = context.Metadata.UnderlyingOrModelType;
            if (type == typeof(string))
                return _text;
            if (type == typeof(DateOnly))
                return _date;
            return NumberBinder.Reads(type) ? _number : null;
        }
    }
}
