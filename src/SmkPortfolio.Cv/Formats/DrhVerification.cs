using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>The last block of the paper: how to check it, what the seal says, what the marks mean.</summary>
internal sealed class DrhVerification(DrhTexts texts, CvContent content)
{
    private const float QrMillimetres = 25;
    private const float QrPoints = QrMillimetres * 72 / 25.4f;

    public KeepTogether Render() => new(new Section(new Frame(new Row(
        18,
        RowCell.Fixed(QrPoints, QrFigure.Draw(content.Verification.Url, QrMillimetres, string.Format(null, texts.QrOf, content.Verification.Url))),
        RowCell.Share(new Column(
            7,
            How(),
            new Text(texts.Seal, Look.Small),
            Legend()))))
    {
        Fill = Look.Pale,
        Top = new Edge(1.6f, Look.Teal),
        Padding = new Insets(16, 15, 18, 14),
    }));

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
