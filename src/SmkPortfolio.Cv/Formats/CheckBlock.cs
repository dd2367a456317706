using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>The last block of every paper: how to check it, what the seal says, what the marks mean.</summary>
internal sealed class CheckBlock(CheckTexts texts, CvContent content, Dress? dress = null)
{
    private const float QrMillimetres = 25;

    // It holds some 300 signs, and its modules must survive a photocopier.
    private const float StatementMillimetres = 39;

    private bool IsDense => dress is { IsDense: true };

    private TextStyle Letters => IsDense ? dress!.Small : Look.Small;

    public KeepTogether Render() => new(new Section(new Frame(content.Verification.Statement is { } statement ? Both(statement) : Beside(Address(), How(), new Text(texts.Seal, Letters), Legend()))
    {
        Fill = Look.Pale,
        Top = new Edge(1.6f, Look.Teal),
        Padding = IsDense ? new Insets(12, 8, 12, 8) : new Insets(16, 15, 18, 14),
    }));

    private Column Both(string statement)
    {
        var large = QrFigure.Draw(statement, StatementMillimetres, string.Format(null, texts.StatementQr, content.Verification.Url));
        Block[] meaning = [new Text(texts.Statement, Letters), new Text(texts.Seal, Letters)];
        if (!IsDense)
        {
            return new Column(9, Beside(Address(), How()), Beside(large, [.. meaning, Legend()]));
        }

        // Both codes in one row, with the words beneath in two columns.
        var small = Address();
        return new Column(
            5,
            new Row(12, RowCell.Fixed(small.Width, small), RowCell.Share(How()), RowCell.Fixed(large.Width, large)),
            new Row(16, RowCell.Share(new Column(5, meaning)), RowCell.Share(Legend())));
    }

    private Bitmap Address() => QrFigure.Draw(content.Verification.Url, QrMillimetres, string.Format(null, texts.QrOf, content.Verification.Url));

    private static Row Beside(Bitmap code, params Block[] texts) => new(18, RowCell.Fixed(code.Width, code), RowCell.Share(new Column(7, texts)));

    private Column How()
    {
        var check = content.Verification;
        return new Column(
            2,
            new Text(texts.Check, Look.Heading) { Role = TextRole.Heading2 },
            new Text([new Span(texts.CheckHow + " "), new Span(check.Url) { Link = check.Url, LinkDescription = texts.Check, Color = Look.Teal }], Letters),
            new Text(check.Code, Look.Code),
            new Text(
                [
                    new Span(texts.IssuedAt + " "), new Span(check.IssuedAt) { Color = Look.Ink },
                    new Span("  ·  "), new Span($"{content.School.Name}, NPSN {content.School.Npsn}") { Color = Look.Ink },
                ],
                Letters)
            { Field = "school.name" },
            new Text([new Span(texts.KeyFingerprint + " "), new Span(check.RegisterKey) { Color = Look.Ink }], Letters));
    }

    private Column Legend() => new(
        2,
        [
            new Text(texts.Legend, Letters with { Bold = true }),
            .. new[] { CvWords.Certificate, CvWords.Company, CvWords.Teacher, CvWords.Self }
                .Select(word => TrustMark.Line(word, [new Span(texts.Words[word]) { Bold = true }, new Span(": " + texts.Meanings[word]) { Color = Look.Muted }], "legend", IsDense ? dress : null)),
        ]);
}
