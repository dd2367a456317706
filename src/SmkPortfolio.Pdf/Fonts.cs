using SmkPortfolio.Pdf.Typesetting;

namespace SmkPortfolio.Pdf;

/// <summary>The fonts that travel inside this library.</summary>
public static class Fonts
{
    /// <summary>Reads all fonts, so that one that is missing stops the start and not the first paper that needs it.</summary>
    /// <exception cref="FontMissingException">A font file is missing; the message names it.</exception>
    public static void EnsureComplete() => FontSet.EnsureComplete();
}

/// <summary>A font file is not there; the message is one sentence that names it.</summary>
public sealed class FontMissingException(string name)
    : Exception($"The font file {name}.ttf is not inside the library SmkPortfolio.Pdf; it belongs into assets/fonts.");
