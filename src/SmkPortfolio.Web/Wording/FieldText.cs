using System.Globalization;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Reference;
using SmkPortfolio.Web.Localisation;

namespace SmkPortfolio.Web.Wording;

/// <summary>A stored value as a reader sees it: dates, choices and countries in words.</summary>
public static class FieldText
{
    public static string Of(Field field, string value, IStringLocalizer<EntryWords> words, ReaderFormat format) => field.Type switch
    {
        FieldType.Date when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => format.Date(date),
        FieldType.Choice when value.Length > 0 => EntryWords.Choice(value, words),
        FieldType.Text when field.Rule.Country && Countries.Name(value) is { } country => country.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName),
        _ => value,
    };
}
