using System.Text;
using SmkPortfolio.Pdf;
using SmkPortfolio.Pdf.Typesetting;

namespace SmkPortfolio.UnitTests.Pdf;

/// <summary>Documents that follow from a number: scripts, marks, long words, empty strings, all kinds of blocks within each other.</summary>
internal sealed class RandomContent
{
    private const float Narrowest = 70;
    private static readonly PageFrame Paper = new(420, 595, 30, 30, 30, 40, 12, 24);
    private static readonly string[] Words =
    [
        "las", "Kusumaningrum", "1.250,50", "e\u0301le\u0300ve", "x\u0323\u0302y", "Đặng", "½", "→", "naïve", "AVATAR", "https://smk.example/a/b?c=d&e=f", "e-mail", "—", "(NPSN)", "",
        "機械加工を学び、", "「溶接」", "きゃっきゃと笑う。", "コンピューター・システム", "髙﨑𠮷", "葛󠄀城", "ﾔﾏﾀﾞ", "か\u309A", "……", "①㈱℃", "々々ゝ", "ＪＬＰＴ", "神", "⼭",
        "홍길동", "저는", "기계를", "배우고있습니다뷁", "「학교」", "A\uD800B", "a\u200Bb", "tab\there", "\n", "\n\n", "  ", "\u00A0", "g\u0308\u0323", "Ωμέγα", "Москва", "ﬁ",
    ];

    private readonly Random random;
    private readonly List<string> expected = [];

    private RandomContent(int seed) => random = new Random(seed);

    /// <summary>A document, and its texts in the order in which they are read, without blanks.</summary>
    public static (PdfDocument Document, IReadOnlyList<string> Texts) Make(int seed)
    {
        var content = new RandomContent(seed);
        var width = Paper.Width - Paper.Left - Paper.Right;
        List<Block> blocks = [];
        for (var i = content.random.Next(3, 14); i > 0; i--)
        {
            blocks.Add(content.random.Next(12) == 0 ? new PageBreak() : content.Any(width, 0));
        }

        var document = Samples.Document(1) with { Page = Paper, Footer = null, Content = new Column(content.random.Next(12), blocks) };
        return (document, [.. content.expected.Select(WithoutBlanks).Where(t => t.Length > 0)]);
    }

    public static string WithoutBlanks(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private Block Any(float width, int depth) => random.Next(depth > 2 || width < Narrowest * 2 ? 4 : 12) switch
    {
        0 or 1 => Paragraph(random.Next(60)),
        2 => Paragraph(random.Next(4)),
        3 => random.Next(3) switch
        {
            0 => new Image(TestPicture.Jpeg, random.Next(10, (int)Narrowest), random.Next(10, 90), "Foto"),
            1 => new Drawing(random.Next(10, (int)Narrowest), 20, 10, 10, new Shape(new VectorPath().Circle(5, 5, 4), Color.Black)),
            _ => new Space(random.Next(30)),
        },
        4 => new Column(random.Next(10), Several(random.Next(1, 5), () => Any(width, depth + 1))),
        5 => new Row(10, Several(2, () => RowCell.Share(Any((width - 10) / 2, depth + 1)))),
        6 => new Section(new Column(4, Heading(), Any(width, depth + 1))),
        7 => new KeepTogether(Any(width, depth + 1)),
        8 => new Frame(Any(width - 12, depth + 1)) { Padding = Insets.All(6), Fill = Color.FromRgb(0xEEEEEE), Left = new Edge(1, Color.Black) },
        9 => List(),
        10 => Table(),
        _ => Grid(width),
    };

    private Text Paragraph(int words) => new(Say(words), Style())
    {
        Align = (TextAlign)random.Next(4),
        ShrinkTo = random.Next(2) == 0 ? 6 : null,
    };

    private Text Heading()
    {
        var text = Say(random.Next(1, 6));
        return new Text(text, Style()) { Role = TextRole.Heading2 };
    }

    private BulletList List()
    {
        var items = Several(random.Next(1, 6), () => Say(random.Next(1, 12), first: "•"));
        return new BulletList([.. items.Select(item => (IReadOnlyList<Span>)[new Span(item)])], Style());
    }

    private Table Table()
    {
        IReadOnlyList<Block> Line() => [new Text(Say(random.Next(1, 3)), Style()), new Text(Say(random.Next(12)), Style())];
        var head = Line();
        return new Table([new TableColumn(60), new TableColumn(1, IsShare: true)], head, Several(random.Next(1, 14), Line)) { RowLine = new Edge(0.4f, Color.Black) };
    }

    private Grid Grid(float width)
    {
        var columns = Several(random.Next(1, (int)(width / Narrowest) + 1), () => Narrowest * 0.8f);
        var rows = Several(random.Next(1, 9), () => new GridRow(random.Next(14, 60), random.Next(2) == 0));
        var taken = new bool[rows.Length, columns.Length];
        List<GridCell> cells = [];
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < columns.Length; column++)
            {
                if (taken[row, column] || random.Next(6) == 0)
                {
                    continue;
                }

                var (down, across) = (Free(row, rows.Length), 1);
                while (column + across < columns.Length && random.Next(3) == 0 && !taken[row, column + across])
                {
                    across++;
                }

                down = Enumerable.Range(0, across).All(c => Enumerable.Range(0, down).All(r => !taken[row + r, column + c])) ? down : 1;
                for (var i = 0; i < down * across; i++)
                {
                    taken[row + i / across, column + i % across] = true;
                }

                cells.Add(new GridCell(row, column, Paragraph(random.Next(10))) { RowSpan = down, ColumnSpan = across, Vertical = (VerticalAlign)random.Next(3), Header = (CellHeader)random.Next(4) });
            }
        }

        return new Grid(columns, rows, cells) { Outer = new Edge(1, Color.Black), Inner = new Edge(0.4f, Color.Black) { Kind = (EdgeKind)random.Next(3) } };
    }

    private int Free(int row, int rows) => Math.Min(rows - row, random.Next(4) == 0 ? random.Next(1, 4) : 1);

    private TextStyle Style() => new(random.Next(7, 13), 16, Color.Black, random.Next(4) == 0, (Typeface)random.Next(2));

    private string Say(int words, string? first = null)
    {
        var text = new StringBuilder();
        for (var i = 0; i < words; i++)
        {
            text.Append(random.Next(25) == 0 ? new string((char)random.Next('A', 'Z'), random.Next(20, 160)) : Words[random.Next(Words.Length)]).Append(random.Next(3) == 0 ? "" : " ");
        }

        if (first is not null)
        {
            expected.Add(first);
        }

        expected.Add(CleanText.Of(text.ToString()));
        return text.ToString();
    }

    private static T[] Several<T>(int count, Func<T> make) => [.. Enumerable.Range(0, count).Select(_ => make())];
}
