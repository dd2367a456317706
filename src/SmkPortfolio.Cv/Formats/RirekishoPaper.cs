using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>
/// One 履歴書 in the making: the two pages of the sample form, sheets in the same form where a table is longer, and at last a page of its
/// own that says what was confirmed.
/// </summary>
internal sealed class RirekishoPaper(CvContent content, CvOptions options)
{
    /// <summary>As many rows as a sheet holds beneath its head.</summary>
    private const int SheetRows = 27;
    private readonly JapaneseDates dates = new(options.EraDates);

    public PdfDocument Render()
    {
        var tables = new RirekishoHistory(content, dates, options.Today);
        var history = RirekishoTable.Fitted(tables.SchoolsAndWork());
        var licences = RirekishoTable.Fitted(tables.Licences());
        var rows = options.RirekishoRows;
        var later = history.Skip(rows.Front + rows.Back).ToList();
        var blocks = new List<Block>
        {
            new RirekishoFront(content, options, dates).Render(),
            new RirekishoTable(RirekishoTable.History, rows.Front).Render([.. history.Take(rows.Front)]),
            new Text("※「性別」欄：記載は任意です。未記載とすることも可能です。", RirekishoLook.Note),
            new PageBreak(),
            new RirekishoTable(RirekishoTable.History, rows.Back).Render([.. history.Skip(rows.Front).Take(rows.Back)]),
            new RirekishoTable(RirekishoTable.Licences, rows.Licences).Render([.. licences.Take(rows.Licences)]),
            new RirekishoAppeal(content, dates).Render(),
        };
        blocks.AddRange(Sheets(RirekishoTable.History, later));
        blocks.AddRange(Sheets(RirekishoTable.Licences, [.. licences.Skip(rows.Licences)]));
        blocks.AddRange([new PageBreak(), new CheckPage(content, options.Language, dates.Day, dates.Month).Render()]);
        return PaperFile.Of(content, options, "rirekisho", "履歴書", FormLook.Page, new Column(RirekishoLook.Gap, blocks));
    }

    private static IEnumerable<Block> Sheets(string title, IReadOnlyList<HistoryRow> rows) =>
        rows.Chunk(SheetRows).SelectMany(sheet => (Block[])[new PageBreak(), new Text(title + "（続き）", RirekishoLook.Label), new RirekishoTable(title, SheetRows).Render(sheet)]);
}
