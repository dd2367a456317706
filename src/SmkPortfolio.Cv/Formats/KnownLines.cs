namespace SmkPortfolio.Cv.Formats;

/// <summary>A line of unknown kind would silently be left out, one of unknown word would stand without its mark.</summary>
internal static class KnownLines
{
    private static readonly string[] Kinds = [CvKinds.Project, CvKinds.Certification, CvKinds.Internship, CvKinds.TeachingFactory];
    private static readonly string[] Words = [CvWords.Self, CvWords.Teacher, CvWords.Company, CvWords.Certificate];

    /// <exception cref="ArgumentException">There is such a line.</exception>
    public static void Demand(CvContent content)
    {
        if (content.Entries.FirstOrDefault(e => !Kinds.Contains(e.Kind) || !Words.Contains(e.Word)) is { } stranger)
        {
            throw new ArgumentException($"A line has the kind '{stranger.Kind}' and the word '{stranger.Word}'.", nameof(content));
        }
    }
}
