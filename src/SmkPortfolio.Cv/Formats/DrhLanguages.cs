using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>Languages with levels and tests: the student's own statement, and said so.</summary>
internal sealed class DrhLanguages(DrhTexts texts, CvDates dates)
{
    private const string NativeLevel = "native";

    public Table Render(IReadOnlyList<CvLanguage> languages) => new(
        [new TableColumn(Axis.Side + Axis.Gap), new TableColumn(1, IsShare: true), new TableColumn(2.1f, IsShare: true)],
        [Head(texts.Language), Head(texts.Level), Head(texts.Tests)],
        [.. languages.Select(l => (IReadOnlyList<Block>)[Cell(l.Language), Cell(Level(l)), Cell(Test(l))])])
    {
        CellPadding = new Insets(0, 3, 8, 3),
        HeadLine = Look.Line,
        RowLine = Look.Line,
    };

    private static Text Head(string title) => new(title, Look.Small);

    private static Text Cell(string content) => new(content, Look.Body) { Field = "languages" };

    private string Level(CvLanguage language) => language.Level switch
    {
        "" => "–",
        NativeLevel => texts.Native,
        [>= 'A' and <= 'C', >= '1' and <= '2', ..] cefr => "≈ CEFR " + cefr,
        var words => words,
    };

    private string Test(CvLanguage language)
    {
        var result = string.Join(": ", new[] { language.Test, language.Result }.Where(t => !string.IsNullOrEmpty(t)));
        var day = language.TakenOn is { } taken ? dates.Short(taken) : "";
        return result.Length == 0 ? "–" : day.Length == 0 ? result : $"{result}  ·  {day}";
    }
}
