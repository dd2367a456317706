namespace SmkPortfolio.Cv.Formats;

/// <summary>Work to be named where there is room for little: internships first, then by the word they stand on, the newest first.</summary>
internal static class Strongest
{
    private static readonly string[] Steps = [CvWords.Certificate, CvWords.Company, CvWords.Teacher, CvWords.Self];

    public static IEnumerable<CvEntry> Of(CvContent content) => content.Entries
        .Where(e => e.Kind != CvKinds.Certification)
        .OrderBy(e => e is { Kind: CvKinds.Internship, Word: not CvWords.Self } ? 0 : 1)
        .ThenBy(e => Array.IndexOf(Steps, e.Word))
        .ThenByDescending(e => e.Until ?? e.From ?? DateOnly.MinValue);
}
