using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>年｜月｜… with a number of rows that is the form's, not the content's.</summary>
internal sealed class RirekishoTable(string title, int rows)
{
    public const string History = "学　歴・職　歴（各別にまとめて書く）";
    public const string Licences = "免　許・資　格";
    private const float HeadHeight = 21;
    private const float RowHeight = 25.3f;

    /// <summary>Two lines of the smallest letters.</summary>
    private const float RowEm = 84;

    /// <summary>Rows that are too long for one go on in the next.</summary>
    public static IReadOnlyList<HistoryRow> Fitted(IEnumerable<HistoryRow> all) => [.. all.SelectMany(r => r.Over(RowEm))];

    public Grid Render(IReadOnlyList<HistoryRow> filled) => new(
        [RirekishoLook.YearWidth, RirekishoLook.MonthWidth, RirekishoLook.Width - RirekishoLook.YearWidth - RirekishoLook.MonthWidth],
        [new GridRow(HeadHeight), .. Enumerable.Repeat(new GridRow(RowHeight), Math.Max(1, Math.Max(rows, filled.Count)))],
        [Head(0, "年"), Head(1, "月"), Head(2, title), .. filled.SelectMany((row, i) => Cells(row, i + 1))])
    {
        Outer = FormLook.Heavy,
        Inner = FormLook.Thin,
        HeadRows = 1,
        CellPadding = new Insets(7, 0.5f, 5, 0.5f),
    };

    private static GridCell Head(int column, string text) =>
        new(0, column, new Text(text, RirekishoLook.Label)) { Header = CellHeader.Column, Horizontal = TextAlign.Center, Padding = Insets.Of(1, 1) };

    private static IEnumerable<GridCell> Cells(HistoryRow row, int at)
    {
        foreach (var (column, text) in new[] { (0, row.Year), (1, row.Month) })
        {
            if (text.Length > 0)
            {
                yield return new GridCell(at, column, new Text(text, RirekishoLook.Value) { ShrinkTo = RirekishoLook.Smallest }) { Horizontal = TextAlign.Center, Padding = Insets.Of(1, 1) };
            }
        }

        if (row.Spans.Count > 0)
        {
            yield return new GridCell(at, 2, new Text(row.Spans, RirekishoLook.Value) { Field = row.Field, ShrinkTo = RirekishoLook.Smallest }) { Horizontal = row.Align };
        }
    }
}
