using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace SmkPortfolio.Web.Forms;

/// <summary>
/// Reads numbers the same way in every language: comma or point before the decimals, nothing between the thousands. The
/// framework would read "3.5" as 35 for an Indonesian reader, without a word.
/// </summary>
public sealed class NumberBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);
        var given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (given == ValueProviderResult.None)
            return Task.CompletedTask;
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, given);
        var text = given.FirstValue?.Trim();
        var metadata = bindingContext.ModelMetadata;
        if (string.IsNullOrEmpty(text))
        {
            if (metadata.IsReferenceOrNullableType)
                bindingContext.Result = ModelBindingResult.Success(null);
            else
                bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, metadata.ModelBindingMessageProvider.ValueMustNotBeNullAccessor(text ?? ""));
            return Task.CompletedTask;
        }
        if (Read(text.Replace(',', '.'), metadata.UnderlyingOrModelType) is { } number)
            bindingContext.Result = ModelBindingResult.Success(number);
        else
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, metadata.ModelBindingMessageProvider.ValueMustBeANumberAccessor(metadata.GetDisplayName()));
        return Task.CompletedTask;
    }

    internal static bool Reads(Type type) => type == typeof(int) || type == typeof(long) || type == typeof(decimal) || type == typeof(double);

    private static object? Read(string text, Type type)
    {
        const NumberStyles whole = NumberStyles.AllowLeadingSign, parts = whole | NumberStyles.AllowDecimalPoint;
        var plain = CultureInfo.InvariantCulture;
        if (type == typeof(int))
            return int.TryParse(text, whole, plain, out var number) ? number : null;
        if (type == typeof(long))
            return long.TryParse(text, whole, plain, out var number) ? number : null;
        if (type == typeof(decimal))
            return decimal.TryParse(text, parts, plain, out var number) ? number : null;
        return double.TryParse(text, parts, plain, out var real) && double.IsFinite(real) ? real : null;
    }
}
