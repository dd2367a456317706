using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>Languages with levels and tests: the student's own statement, and said so.</summary>
internal sealed class LanguageTable(PaperKit kit)
{
    public Table Render() => new(
        [new TableColumn(Axis.Side + Axis.Gap), new TableColumn(1, IsShare: true), new TableColumn(2.1f, IsShare: true)],
        [Head(kit.Words.Language), Head(kit.Words.Level), Head(kit.Words.Tests)],
        [.. kit.Content.Languages.Select(l => (IReadOnlyList<Block>)[Cell(l.Language), Cell(kit.Cefr(l)), Cell(Test(l, kit.Dates.Short))])])
    {
        CellPadding = new Insets(0, 3, 8, 3),
        HeadLine = Look.Line,
        RowLine = Look.Line,
    };

    /// <summary>Test, result and day, or a dash.</summary>
    public static string Test(CvLanguage language, Func<DateOnly, string> day)
    {
        var result = string.Join(": ", new[] { language.Test, language.Result }.Where(t => !string.IsNullOrEmpty(t)));
        return result.Length == 0 ? "–" : language.TakenOn is { } taken ? $"{result}  ·  {day(taken)}" : result;
    }

    private Text Head(string title) => new(title, kit.Dress.Small);

    private Text Cell(string content) => new(content, kit.Dress.Body) { Field = "languages" };
}
