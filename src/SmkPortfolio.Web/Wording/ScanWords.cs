// A list: what is said of a file in which the virus scanner found something. Indonesian stands in ScanWords.id.resx.
using Microsoft.Extensions.Localization;

namespace SmkPortfolio.Web.Wording;

/// <summary>Why nobody gets a file, in words.</summary>
public sealed class ScanWords
{
    private ScanWords()
    {
    }

    /// <param name="W">The reader's language.</param>
    public static string Say(IStringLocalizer<ScanWords> W) => W["The virus scanner found something in it, so nobody can open it. Take it off the entry and add a clean copy."];
}
