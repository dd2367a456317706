using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Web.Accounts;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Entries;

/// <summary>One field of the form as the view writes it. Posted under <c>f.</c> and the field's name.</summary>
public sealed record FieldInput(Field Field, string Label, string? Hint, string Value, string ValueEn, IReadOnlyList<(string Name, string Text)> Choices)
{
    public string Name => EntryForm.Prefix + Field.Name;
    public string NameEn => Name + ".en";
    public string Id => Name.Replace('.', '_');
    public string IdEn => NameEn.Replace('.', '_');
}

/// <summary>Carries the fields of an entry between the form and the Domain.</summary>
public static class EntryForm
{
    public const string Prefix = "f.";

    public static Dictionary<string, string> Posted(IFormCollection form) => form
        .Where(f => f.Key.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(f => f.Key[Prefix.Length..], f => f.Value.ToString(), StringComparer.Ordinal);

    /// <summary>What the student had typed when the session ended; null when nothing came back.</summary>
    public static Dictionary<string, string>? Restored(HttpContext http) => RestoredForms.In(http)?.Fields
        .Where(f => f.Key.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(f => f.Key[Prefix.Length..], f => string.Join('\n', f.Value), StringComparer.Ordinal);

    public static IReadOnlyList<FieldInput> Fields(EntryKind kind, IReadOnlyDictionary<string, string> values, IStringLocalizer<EntryWords> words) =>
        [.. EntrySchema.For(kind).Select(field => new FieldInput(
            field,
            EntryWords.Label(kind, field.Name, words),
            EntryWords.Hint(kind, field.Name, words),
            values.GetValueOrDefault(field.Name, ""),
            values.GetValueOrDefault(field.Name + ".en", ""),
            [.. field.Choices.Select(c => (c, EntryWords.Choice(c, words)))]))];

    /// <summary>Puts refusals beside their fields, the others on top.</summary>
    public static void Show(
        ModelStateDictionary state, EntryKind kind, IEnumerable<Error> errors, IStringLocalizer<ErrorWords> refusals, IStringLocalizer<EntryWords> words)
    {
        foreach (var error in errors)
        {
            var sentence = ErrorWords.Say(error, refusals);
            state.AddModelError(
                error.Field is null ? "" : error.Field == "files" ? "Files" : Prefix + error.Field,
                error.Field is null ? sentence : EntryWords.Refusal(kind, error.Field, sentence, words));
        }
    }
}
