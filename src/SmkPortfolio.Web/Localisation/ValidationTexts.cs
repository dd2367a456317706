using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace SmkPortfolio.Web.Localisation;

/// <summary>
/// Gives every validation attribute that names no message of its own one of ours, so that it is translated: the framework
/// asks the localiser only for messages that were set. Also words what model binding itself complains about.
/// </summary>
public sealed class ValidationTexts(IStringLocalizer<SharedTexts> texts) : IValidationMetadataProvider, IPostConfigureOptions<MvcOptions>
{
    /// <summary>These few attributes are born with a message, as if somebody had set it.</summary>
    private static readonly HashSet<string?> BuiltIn =
        [new EmailAddressAttribute().ErrorMessage, new UrlAttribute().ErrorMessage, new PhoneAttribute().ErrorMessage, new FileExtensionsAttribute().ErrorMessage];

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            var hasOwn = attribute.ErrorMessageResourceName is not null || !(attribute.ErrorMessage is null || BuiltIn.Contains(attribute.ErrorMessage));
            if (!hasOwn && TextFor(attribute) is { } text)
                attribute.ErrorMessage = text;
        }
    }

    public void PostConfigure(string? name, MvcOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.ModelMetadataDetailsProviders.Add(this);
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, field) => texts["“{0}” does not fit “{1}”.", value, field]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => texts["“{0}” does not fit here.", value]);
        messages.SetUnknownValueIsInvalidAccessor(field => texts["This does not fit “{0}”.", field]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts["This does not fit here."]);
        messages.SetValueIsInvalidAccessor(value => texts["“{0}” does not fit here.", value]);
        messages.SetValueMustBeANumberAccessor(field => texts["Write “{0}” as a number.", field]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => texts["Write a number here."]);
        messages.SetValueMustNotBeNullAccessor(_ => texts["Fill this in."]);
        messages.SetMissingBindRequiredValueAccessor(field => texts["Fill in “{0}”.", field]);
        messages.SetMissingKeyOrValueAccessor(() => texts["Fill this in."]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => texts["Nothing was sent."]);
    }

    private static string? TextFor(ValidationAttribute attribute) => attribute switch
    {
        RequiredAttribute => "Fill in “{0}”.",
        StringLengthAttribute { MinimumLength: > 0 } => "“{0}” must have between {2} and {1} characters.",
        StringLengthAttribute or MaxLengthAttribute => "“{0}” may have at most {1} characters.",
        MinLengthAttribute => "“{0}” must have at least {1} characters.",
        RangeAttribute => "“{0}” must be between {1} and {2}.",
        EmailAddressAttribute => "Write “{0}” as an e-mail address, such as name@example.com.",
        UrlAttribute => "Write “{0}” as a web address that starts with https://.",
        PhoneAttribute => "Write “{0}” as a phone number, such as 0812 3456 7890.",
        CompareAttribute => "“{0}” and “{1}” are not the same.",
        RegularExpressionAttribute => "“{0}” is not written as expected.",
        FileExtensionsAttribute => "This type of file cannot be taken for “{0}”.",
        _ => null,
    };
}
