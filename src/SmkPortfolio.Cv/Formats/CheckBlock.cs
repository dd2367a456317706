using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>The last block of every paper: how to check it, what the seal says, what the marks mean.</summary>
internal sealed class CheckBlock(CheckTexts texts, CvContent content)
{
    private const float QrMillimetres = 25;

    // It holds some 300 signs, and its modules must survive a photocopier.
    private const float StatementMillimetres = 39;

    public KeepTogether Render() => new(new Section(new Frame(content.Verification.Statement is { } statement ? Both(statement) : Small(How(), new Text(texts.Seal, Look.Small), Legend()))
    {
        Fill = Look.Pale,
        Top = new Edge(1.6f, Look.Teal),
        Padding = new Insets(16, 15, 18, 14),
    }));

    private Column Both(string statement) => new(
        9,
        Small(How()),
        Beside(
            QrFigure.Draw(statement, StatementMillimetres, string.Format(null, texts.StatementQr, content.Verification.Url)),
            new Text(texts.Statement, Look.Small), new Text(texts.Seal, Look.Small), Legend()));

    private Row Small(params Block[] beside) =>
        Beside(QrFigure.Draw(content.Verification.Url, QrMillimetres, string.Format(null, texts.QrOf, content.Verification.Url)), beside);

    private static Row Beside(Bitmap code, params Block[] texts) => new(18, RowCell.Fixed(code.Width, code), RowCell.Share(new Column(7, texts)));

    private Column How()
    {
        var check = content.Verification;
        return new Column(
            2,
            new Text(texts.Check, Look.Heading) { Role = TextRole.Heading2 },
            new Text([new Span(texts.CheckHow + " "), new Span(check.Url) { Link = check.Url, LinkDescription = texts.Check, Color = Look.Teal }], Look.Small),
            new Text(check.Code, Look.Code),
            new Text(
                [
                    new Span(texts.IssuedAt + " "), new Span(check.IssuedAt) { Color = Look.Ink },
                    new Span("  ·  "), new Span($"{content.School.Name}, NPSN {content.School.Npsn}") { Color = Look.Ink },
                ],
                Look.Small)
            { Field = "school.name" },
            new Text([new Span(texts.KeyFingerprint + " "), new Span(check.RegisterKey) { Color = Look.Ink }], Look.Small));
    }

    private Column Legend() => new(
        2,
        [
            new Text(texts.Legend, Look.Small with { Bold = true }),
            .. new[] { CvWords.Certificate, CvWords.Company, CvWords.Teacher, CvWords.Self }
                .Select(word => TrustMark.Line(word, [new Span(texts.Words[word]) { Bold = true }, new Span(": " + texts.Meanings[word]) { Color = Look.Muted }], "legend")),
        ]);
}
