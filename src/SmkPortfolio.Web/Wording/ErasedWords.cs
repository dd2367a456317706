// A list: what is said of a file whose bytes were erased. Indonesian stands in ErasedWords.id.resx.
using System.Globalization;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Web.Localisation;

namespace SmkPortfolio.Web.Wording;

/// <summary>The note that an erased file leaves, in words.</summary>
public sealed class ErasedWords
{
    private ErasedWords()
    {
    }

    /// <param name="at">UTC.</param>
    /// <param name="why">As whoever erased it wrote it.</param>
    /// <param name="W">The reader's language.</param>
    public static string Say(DateTime at, string why, IStringLocalizer<ErasedWords> W) =>
        W["Erased on {0}: {1}", Format.Date(DateOnly.FromDateTime(at), CultureInfo.CurrentUICulture), why];
}
