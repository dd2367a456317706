using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.Web.Forms;

/// <summary>
/// Reads text as <see cref="CleanText"/> writes it, before its length is judged, so that <c>maxlength</c> and our limits count alike.
/// Passwords are taken as they come.
/// </summary>
public sealed class TextBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);
        var given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (given == ValueProviderResult.None)
            return Task.CompletedTask;
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, given);
        var isSecret = bindingContext.ModelMetadata.DataTypeName == nameof(DataType.Password);
        var text = isSecret ? given.FirstValue : CleanText.Of(given.FirstValue);
        var isNothing = string.IsNullOrEmpty(text) && bindingContext.ModelMetadata.ConvertEmptyStringToNull;
        bindingContext.Result = ModelBindingResult.Success(isNothing ? null : text);
        return Task.CompletedTask;
    }
}
