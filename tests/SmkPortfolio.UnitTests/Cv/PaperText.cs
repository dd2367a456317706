using System.Globalization;
using System.Text;
using SmkPortfolio.Cv;
using SmkPortfolio.Pdf;
using SmkPortfolio.UnitTests.Pdf;

namespace SmkPortfolio.UnitTests.Cv;

/// <summary>What another program reads out of a paper. Blanks do not count: lines break where they must.</summary>
internal static class PaperText
{
    public static string Of(PdfDocument document)
    {
        using var folder = new WorkFolder();
        return Squeezed(Tool.Run("pdftotext", "-raw", folder.Write("a.pdf", PdfWriter.Write(document, null)), "-").Output);
    }

    public static string Squeezed(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));

    public static void AssertContains(string squeezed, IReadOnlyList<string> parts) => Assert.All(parts, part => Assert.Contains(Squeezed(part), squeezed, StringComparison.Ordinal));

    public static void AssertInOrder(string squeezed, params string[] parts)
    {
        var at = 0;
        foreach (var part in parts)
        {
            var next = squeezed.IndexOf(Squeezed(part), at, StringComparison.Ordinal);
            Assert.True(next >= at, $"'{part}' is not after what should stand before it in:\n{squeezed}");
            at = next;
        }
    }

    /// <summary>Every text of the content but numbers of own word.</summary>
    public static IEnumerable<string> WordsOf(CvContent content)
    {
        var person = content.Person;
        IEnumerable<string?> all =
        [
            person.Name, person.Headline, person.Summary, person.PassportName, person.NationalityName, person.PostalCode, person.BirthPlace, person.Address, person.City, person.Phone, person.Email, person.Link?.Replace("https://", "", StringComparison.Ordinal),
            content.School.City, .. content.Education.SelectMany(e => new[] { e.Institution, e.Field, e.Place }), .. content.Skills, .. content.Languages.SelectMany(l => new[] { l.Language, l.Test, l.Result }),
            .. content.Past.SelectMany(p => new[] { p.Title, p.Organisation, p.Place, p.Detail }), .. content.Statements.Values,
            .. content.Entries.SelectMany(e => new[] { e.Title, e.Organisation, e.Place, e.Role, e.Result }.Concat(e.Description).Concat(e.ConfirmedBy).Concat(e.Facts.Where(f => e.Word != "self" || !f.IsNumber).SelectMany(f => new[] { f.Label, f.Value }))),
        ];
        return all.OfType<string>().Where(t => t.Length > 0);
    }

    /// <summary>No letter stands outside the paper.</summary>
    public static void AssertWithin(PageFrame page, string file)
    {
        var words = Tool.Run("pdftotext", "-bbox", file, "-").Output.Split('\n').Where(l => l.Contains("<word", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(words);
        Assert.All(words, line =>
        {
            Assert.InRange(Value(line, "xMin"), 0, page.Width);
            Assert.InRange(Value(line, "xMax"), 0, page.Width - 10);
            Assert.InRange(Value(line, "yMax"), 0, page.Height - 5);
        });
    }

    private static double Value(string line, string name)
    {
        var start = line.IndexOf(name + "=\"", StringComparison.Ordinal) + name.Length + 2;
        return double.Parse(line[start..line.IndexOf('"', start)], CultureInfo.InvariantCulture);
    }
}
