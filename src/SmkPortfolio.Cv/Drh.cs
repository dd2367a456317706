using SmkPortfolio.Cv.Formats;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv;

/// <summary>Daftar Riwayat Hidup: the Indonesian curriculum vitae on A4, with Indonesian or English labels.</summary>
public static class Drh
{
    private static readonly string[] Kinds = [CvKinds.Project, CvKinds.Certification, CvKinds.Internship, CvKinds.TeachingFactory];
    private static readonly string[] Words = [CvWords.Self, CvWords.Teacher, CvWords.Company, CvWords.Certificate];

    /// <summary>Makes the document; the same content and options give the same document.</summary>
    /// <exception cref="ArgumentException">There are no labels in that language, or a line is of no known kind or word.</exception>
    public static PdfDocument Render(CvContent content, CvOptions options)
    {
        // A line of unknown kind would silently be left out, one of unknown word would stand without its mark.
        if (content.Entries.FirstOrDefault(e => !Kinds.Contains(e.Kind) || !Words.Contains(e.Word)) is { } stranger)
        {
            throw new ArgumentException($"A line has the kind '{stranger.Kind}' and the word '{stranger.Word}'.", nameof(content));
        }

        return new DrhPaper(content, options).Render();
    }
}
