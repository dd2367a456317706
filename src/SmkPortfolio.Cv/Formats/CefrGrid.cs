using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>The European language grid: each language with its levels of understanding, speaking and writing, as a real table.</summary>
internal sealed class CefrGrid(PaperKit kit, EuropassTexts texts, float width)
{
    private const int Skills = 5;

    // As wide as the longest words of their heads ask for.
    private static readonly float[] Shares = [0.2f, 0.135f, 0.135f, 0.19f, 0.2f, 0.14f];
    private static readonly Edge Line = new(0.6f, Look.Hairline);

    public Column Render()
    {
        var mother = kit.Content.Languages.Where(l => l.Level == PaperKit.NativeLevel).Select(l => l.Language).ToList();
        var others = kit.Content.Languages.Where(l => l.Level != PaperKit.NativeLevel).ToList();
        var blocks = new List<Block>();
        if (mother.Count > 0)
        {
            blocks.Add(Axis.Row(texts.MotherTongues, new Text(string.Join(", ", mother), kit.Dress.Body) { Field = "languages" }, kit.Dress.Side));
        }

        if (others.Count > 0)
        {
            blocks.Add(Table(others));
            blocks.Add(new Text(texts.Levels, kit.Dress.Small));
        }

        return new Column(5, blocks);
    }

    private Grid Table(List<CvLanguage> languages)
    {
        List<GridCell> cells =
        [
            Head(0, 0, texts.OtherLanguages) with { RowSpan = 2 },
            Head(0, 1, texts.Understanding) with { ColumnSpan = 2 },
            Head(0, 3, texts.Speaking) with { ColumnSpan = 2 },
            Head(0, 5, texts.Writing) with { RowSpan = 2 },
            Head(1, 1, texts.Listening), Head(1, 2, texts.Reading), Head(1, 3, texts.Interaction), Head(1, 4, texts.Production),
            .. languages.SelectMany((language, i) => Row(language, i + 2)),
        ];
        return new Grid([.. Shares.Select(s => s * width)], [.. Enumerable.Repeat(new GridRow(17, Grows: true), languages.Count + 2)], cells)
        {
            HeadRows = 2,
            Outer = Line,
            Inner = Line,
            CellPadding = Insets.Of(5, 3),
        };
    }

    private IEnumerable<GridCell> Row(CvLanguage language, int row)
    {
        var test = LanguageTable.Test(language, CvDates.Slashed);
        yield return new GridCell(row, 0, new Column(
            0,
            [new Text(language.Language, kit.Dress.Body with { Bold = true }) { Field = "languages" }, .. test == "–" ? Array.Empty<Block>() : [new Text(test, kit.Dress.Small) { Field = "languages" }]]))
        {
            Header = CellHeader.Row,
        };
        if (language.Grid.Count != Skills)
        {
            // The holder gave one level for all.
            yield return new GridCell(row, 1, new Text(language.Level.Length == 0 ? "–" : $"{language.Level} ({texts.Overall})", kit.Dress.Body) { Field = "languages" }) { ColumnSpan = Skills, Horizontal = TextAlign.Center };
            yield break;
        }

        for (var i = 0; i < Skills; i++)
        {
            yield return new GridCell(row, i + 1, new Text(language.Grid[i], kit.Dress.Body) { Field = "languages" }) { Horizontal = TextAlign.Center };
        }
    }

    private GridCell Head(int row, int column, string title) =>
        new(row, column, new Text(title, kit.Dress.Small with { Bold = true, Color = Look.Teal })) { Header = CellHeader.Column, Fill = Look.Pale, Horizontal = column == 0 ? TextAlign.Start : TextAlign.Center };
}
