using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Shapes;

/// <summary>Styles, lists and paragraphs of our Word files. Sizes are half points, distances twentieths of a point.</summary>
internal static class WordStyles
{
    private const string Teal = "0B5563";
    private const string Muted = "55666D";
    private const int RightEdge = 9638;
    private const int LabelWidth = 2600;

    public static Styles Make(string language) => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri", ComplexScript = "Calibri" },
                new FontSize { Val = "21" },
                new Languages { Val = language })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "60", Line = "259", LineRule = LineSpacingRuleValues.Auto }))),
        Style("Normal", "Normal", null, null, null, isDefault: true),
        Style("Title", "Title", new SpacingBetweenLines { After = "40" }, new FontSize { Val = "44" }, null, isBold: true),
        Style("Heading1", "heading 1", new SpacingBetweenLines { Before = "240", After = "80" }, new FontSize { Val = "26" }, Teal, isBold: true, level: 0),
        Style("Heading2", "heading 2", new SpacingBetweenLines { Before = "120", After = "20" }, new FontSize { Val = "22" }, null, isBold: true, level: 1, tab: (TabStopValues.Right, RightEdge)),
        Style("Where", "Where", null, null, Teal),
        Style("Quiet", "Quiet", null, new FontSize { Val = "18" }, Muted),
        Style("Row", "Row", new SpacingBetweenLines { After = "20" }, null, null, tab: (TabStopValues.Left, LabelWidth), hanging: LabelWidth),
        Style("ListBullet", "List Bullet", null, null, null, list: 1),
        Style("Foot", "footer", null, new FontSize { Val = "16" }, Muted));

    public static Numbering Bullets() => new(
        new AbstractNum(
            new MultiLevelType { Val = MultiLevelValues.SingleLevel },
            new Level(
                new StartNumberingValue { Val = 1 },
                new NumberingFormat { Val = NumberFormatValues.Bullet },
                new LevelText { Val = "•" },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = "284", Hanging = "284" }))
            { LevelIndex = 0 })
        { AbstractNumberId = 0 },
        new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = 1 });

    public static Paragraph Paragraph(string style, string text) => Paragraph(style, [new Span(text)]);

    public static Paragraph Paragraph(string style, Span text) => Paragraph(style, [text]);

    public static Paragraph Paragraph(string style, IReadOnlyList<Span> texts) => new([new ParagraphProperties(new ParagraphStyleId { Val = style }), .. texts.Where(t => t.Content.Length > 0).Select(Run)]);

    /// <summary>Label and value with a tab between them.</summary>
    public static Paragraph Row(string label, Span value) => Paragraph("Row", [new Span(label), new Span("\t"), value]);

    private static Run Run(Span span)
    {
        var run = new Run();
        if (span.Language is { } language)
        {
            run.Append(new RunProperties(new Languages { Val = language, EastAsia = language }));
        }

        foreach (var (piece, index) in span.Content.Split('\t').Select((p, i) => (p, i)))
        {
            if (index > 0)
            {
                run.Append(new TabChar());
            }

            run.Append(new DocumentFormat.OpenXml.Wordprocessing.Text(piece) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    private static Style Style(
        string id, string name, SpacingBetweenLines? spacing, FontSize? size, string? color, bool isDefault = false, bool isBold = false, int? level = null, (TabStopValues Kind, int At)? tab = null, int hanging = 0, int list = 0)
    {
        var paragraph = new StyleParagraphProperties();
        if (level is not null)
        {
            paragraph.Append(new KeepNext());
        }

        if (list > 0)
        {
            paragraph.Append(new NumberingProperties(new NumberingId { Val = list }));
        }

        if (tab is { } stop)
        {
            paragraph.Append(new Tabs(new TabStop { Val = stop.Kind, Position = stop.At }));
        }

        if (spacing is not null)
        {
            paragraph.Append(spacing);
        }

        if (hanging > 0)
        {
            paragraph.Append(new Indentation { Left = $"{hanging}", Hanging = $"{hanging}" });
        }

        if (level is { } depth)
        {
            paragraph.Append(new OutlineLevel { Val = depth });
        }

        var run = new StyleRunProperties();
        if (isBold)
        {
            run.Append(new Bold());
        }

        if (color is not null)
        {
            run.Append(new DocumentFormat.OpenXml.Wordprocessing.Color { Val = color });
        }

        if (size is not null)
        {
            run.Append(size);
        }

        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null };
        if (!isDefault)
        {
            style.Append(new BasedOn { Val = "Normal" });
        }

        style.Append(new PrimaryStyle(), paragraph, run);
        return style;
    }
}
