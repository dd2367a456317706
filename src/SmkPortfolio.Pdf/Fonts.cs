using SmkPortfolio.Pdf.Typesetting;

namespace SmkPortfolio.Pdf;

/// <summary>The fonts that travel inside this library.</summary>
public static class Fonts
{
    /// <summary>Reads all fonts, so that one that is missing stops the start and not the first paper that needs it.</summary>
    /// <exception cref="InvalidOperationException">A font file is missing; the message names it.</exception>
    public static void EnsureComplete() => FontSet.EnsureComplete();
}
