using System.Globalization;
using SmkPortfolio.Pdf;
using SmkPortfolio.Tests;
using UglyToad.PdfPig.Content;
using PigDocument = UglyToad.PdfPig.PdfDocument;

namespace SmkPortfolio.UnitTests.Pdf;

/// <summary>What holds for every document, tried with many that nobody thought of.</summary>
[Trait(Campaign.Category, Campaign.Name)]
public class RandomContentTests
{
    private static IEnumerable<int> Seeds => Enumerable.Range(1, Campaign.Count(60, 3000));

    [Fact]
    public void Nothing_is_lost_nothing_overlaps_and_nothing_leaves_the_page()
    {
        foreach (var seed in Seeds)
        {
            var (document, texts) = RandomContent.Make(seed);
            var bytes = PdfWriter.Write(document, null);

            using var read = PigDocument.Open(bytes);
            foreach (var page in read.GetPages())
            {
                var letters = page.Letters.Where(l => l.Value.Trim().Length > 0).ToList();
                Assert.True(letters.All(l => IsWithin(l, document.Page)), Message(seed, page.Number, letters.FirstOrDefault(l => !IsWithin(l, document.Page))));
                var overlap = Overlap(letters);
                Assert.True(overlap is null, Message(seed, page.Number, overlap));
            }

            var found = PdfReadBack.Read(bytes).Paragraphs.Select(RandomContent.WithoutBlanks).Where(t => t.Length > 0).ToList();
            Assert.True(texts.SequenceEqual(found), string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {texts.Except(found).FirstOrDefault()} is not {found.Except(texts).FirstOrDefault()}"));
        }
    }

    [Fact]
    public void The_same_content_gives_the_same_bytes_on_one_thread_and_on_four()
    {
        var seeds = Seeds.ToArray();
        var expected = Array.ConvertAll(seeds, seed => PdfWriter.Write(RandomContent.Make(seed).Document, null));
        var actual = new byte[seeds.Length][];

        Parallel.For(0, seeds.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => actual[i] = PdfWriter.Write(RandomContent.Make(seeds[i]).Document, null));

        Assert.Equal(expected, actual);
    }

    [Fact]
    public void The_preview_has_the_pages_of_the_paper_and_its_form_is_sound()
    {
        foreach (var seed in Seeds.Take(Campaign.Count(8, 300)))
        {
            var document = RandomContent.Make(seed).Document;

            Assert.Equal(PdfWriter.CountPages(document), PdfPreview.Pages(document).Count);
            // Headings stand where the dice put them, and the texts hold a radical and a ligature.
            Assert.DoesNotContain(Conformance.Conformance.Check(PdfWriter.Write(document, null)), finding => finding.Rule is not ("heading-levels" or "to-unicode-radicals" or "to-unicode-ligatures"));
        }
    }

    private static bool IsWithin(Letter letter, PageFrame page) =>
        letter.StartBaseLine.X >= page.Left - 1 && letter.EndBaseLine.X <= page.Width - page.Right + 1.5
        && letter.StartBaseLine.Y >= page.Bottom - 1 && letter.StartBaseLine.Y + letter.FontSize * 0.8 <= page.Height - page.Top + 3;

    /// <summary>Two letters in one place; marks stand over their letters and do not count.</summary>
    private static Letter? Overlap(List<Letter> letters)
    {
        var solid = letters.Where(l => l.EndBaseLine.X - l.StartBaseLine.X > 0.5).OrderBy(l => l.StartBaseLine.Y).ToList();
        for (var i = 0; i < solid.Count; i++)
        {
            for (var j = i + 1; j < solid.Count && solid[j].StartBaseLine.Y - solid[i].StartBaseLine.Y < 0.6 * Math.Min(solid[i].FontSize, solid[j].FontSize); j++)
            {
                var shared = Math.Min(solid[i].EndBaseLine.X, solid[j].EndBaseLine.X) - Math.Max(solid[i].StartBaseLine.X, solid[j].StartBaseLine.X);
                if (shared > 0.3 * Math.Min(solid[i].FontSize, solid[j].FontSize))
                {
                    return solid[j];
                }
            }
        }

        return null;
    }

    private static string Message(int seed, int page, Letter? letter) =>
        string.Create(CultureInfo.InvariantCulture, $"seed {seed}, page {page}: '{letter?.Value}' of {letter?.FontSize} points at {letter?.StartBaseLine.X:F1}-{letter?.EndBaseLine.X:F1}, {letter?.StartBaseLine.Y:F1}");
}
