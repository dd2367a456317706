namespace SmkPortfolio.Cv.Formats;

internal static class KnownLanguage
{
    /// <exception cref="ArgumentException">The format has no labels in the language asked for.</exception>
    public static void Demand(CvFormat format, CvOptions options)
    {
        if (!format.Languages.Contains(options.Language))
        {
            throw new ArgumentException($"The format '{format.Name}' has no labels in '{options.Language}'.", nameof(options));
        }
    }
}
