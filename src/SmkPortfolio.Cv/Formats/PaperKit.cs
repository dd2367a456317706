using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>What all papers have in common: their foot and the file's own data, sections, the summary, texts marked with the language they stand in.</summary>
internal sealed class PaperKit(string format, CvContent content, CvOptions options)
{
    /// <summary>The level of a mother tongue.</summary>
    public const string NativeLevel = "native";

    private const int LongestFootName = 48;

    /// <summary>3 × 4 cm.</summary>
    public static readonly (float Width, float Height) SmallPhoto = (85.04f, 113.39f);

    public CvContent Content => content;

    /// <summary>Of the text on A4.</summary>
    public static float Width { get; } = PageFrame.A4.Width - PageFrame.A4.Left - PageFrame.A4.Right;

    public string Language => options.Language;

    public CvOptions Options => options;

    public CheckTexts Check { get; } = CheckTexts.For(options.Language);

    public LineTexts Words { get; } = LineTexts.For(options.Language);

    public CvDates Dates { get; } = new(options.Language);

    public Dress Dress { get; init; } = Dress.Usual;

    /// <summary>The lines that somebody stands for beside the holder.</summary>
    public IReadOnlyList<CvEntry> Confirmed { get; } = [.. content.Entries.Where(e => e.Word != CvWords.Self)];

    public IReadOnlyList<CvEntry> Own { get; } = [.. content.Entries.Where(e => e.Word == CvWords.Self)];

    public PdfDocument Document(string title, Block body, PageFrame? page = null) => new()
    {
        Title = $"{title} · {content.Person.Name}",
        Author = content.School.Name,
        Language = options.Language,
        Creator = "SmkPortfolio",
        Created = options.CreatedAt,
        Id = SHA256.HashData(Encoding.UTF8.GetBytes($"{content.Verification.Code} {format} {options.Language}"))[..16],
        Page = page ?? PageFrame.A4,
        Header = _ => new Drawing(36, 3, 36, 3, new Shape(new VectorPath().Rectangle(0, 0, 36, 3), Look.Teal)),
        Footer = Footer,
        Content = body,
    };

    /// <summary>A part of the paper under its title.</summary>
    /// <param name="title">Its heading.</param>
    /// <param name="body">What stands in it.</param>
    /// <param name="note">Stands quietly beside the title, for example on whose word all of it stands.</param>
    public Section Part(string title, Block body, string? note = null)
    {
        IReadOnlyList<Span> heading = note is null ? [new Span(title)] : [new Span(title), new Span("   " + note) { Bold = false, Color = Look.Muted }];
        return new Section(new Column(
            Dress.UnderHeading,
            new Frame(new Text(heading, Dress.Heading) { Role = TextRole.Heading2 }) { Bottom = Look.Line, Padding = new Insets(0, 0, 0, 3.5f) },
            body));
    }

    /// <summary>How many lines are confirmed, and that the holder is a minor.</summary>
    public Frame Summary()
    {
        var confirmed = Confirmed.Count;
        var lines = new List<Block>();
        if (content.Entries.Count > 0)
        {
            lines.Add(TrustMark.Line(confirmed > 0 ? CvWords.Company : CvWords.Self, [new Span(Format(Check.Summary, confirmed, content.Entries.Count)) { Bold = true }], "summary", Dress));
        }

        if (content.Person.Under18)
        {
            lines.Add(new Text([new Span(Check.Under18) { Bold = true, Color = Look.Warm }], Dress.Small));
        }

        return new Frame(new Column(2, lines)) { Fill = Look.Pale, Left = new Edge(2, Look.Teal), Padding = new Insets(11, 6, 10, 6) };
    }

    public bool HasSummary => content.Entries.Count > 0 || content.Person.Under18;

    /// <summary>A text of the content; marked with its language where that is not the paper's.</summary>
    public Text Say(string field, string text, TextStyle style) => new(text, style) { Field = field, Language = ForeignLanguage(field) };

    /// <inheritdoc cref="Say"/>
    public Span Span(string field, string text) => new(text) { Language = ForeignLanguage(field) };

    /// <summary>The language that a field's text stands in, or null for the paper's own.</summary>
    public string? ForeignLanguage(string field)
    {
        if (content.ForeignTexts.Count == 0)
        {
            return null;
        }

        // A list is named as a whole or by its items.
        return content.ForeignTexts.TryGetValue(field, out var tag) || (field.EndsWith(']') && content.ForeignTexts.TryGetValue(field[..field.LastIndexOf('[')], out tag)) ? tag : null;
    }

    /// <summary>Parts beside each other, those that are empty left out.</summary>
    public List<Span> Joined(string between, params IEnumerable<(string Field, string? Text)> parts)
    {
        var spans = new List<Span>();
        foreach (var (field, text) in parts.Where(p => !string.IsNullOrWhiteSpace(p.Text)))
        {
            if (spans.Count > 0)
            {
                spans.Add(new Span(between));
            }

            spans.Add(Span(field, text!));
        }

        return spans;
    }

    /// <summary>A CEFR level is what a test or the holder says, not what we measured.</summary>
    public string Cefr(CvLanguage language) => language.Level switch
    {
        "" => "–",
        NativeLevel => Words.Native,
        [>= 'A' and <= 'C', >= '1' and <= '2', ..] cefr => "≈ CEFR " + cefr,
        var words => words,
    };

    /// <summary>A line of a section as the dress sets it.</summary>
    public Block Whole(Block line) => Dress.Breaks ? line : new KeepTogether(line);

    public Image Portrait(byte[] jpeg, float width, float height) => new(jpeg, width, height, Format(Words.PhotoOf, content.Person.Name));

    /// <summary>The end of the paper with the check, together, so that the check never stands alone on a last page.</summary>
    public KeepTogether Last(params IEnumerable<Block> closing) => new(new Column(Dress.Gap, [.. closing, new CheckBlock(Check, content, Dress).Render()]));

    /// <summary>Place and date, room for the signature, the name under a line.</summary>
    public Row Signature(string placeAndDate) => new(
        0,
        RowCell.Share(new Space(0)),
        RowCell.Fixed(190, new Column(
            0,
            new Text(placeAndDate, Look.Body) { Field = "school.city" },
            new Space(40),
            new Frame(new Text(content.Person.Name, Look.Entry) { Field = "person.name" }) { Top = Look.Line, Padding = new Insets(0, 4, 0, 0) })));

    public static string Format(string pattern, params object[] values) => string.Format(CultureInfo.InvariantCulture, pattern, values);

    public static string Path(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]");

    public static string JoinedBy(string between, params ReadOnlySpan<string?> parts)
    {
        var kept = new List<string>(parts.Length);
        foreach (var part in parts)
        {
            if (!string.IsNullOrWhiteSpace(part))
            {
                kept.Add(part);
            }
        }

        return string.Join(between, kept);
    }

    /// <summary>The place of a line in the content: the very line, not an equal one, for two may say the same.</summary>
    public int IndexOf(CvEntry entry)
    {
        var index = 0;
        while (!ReferenceEquals(content.Entries[index], entry))
        {
            index++;
        }

        return index;
    }

    private Frame Footer(PageNumber page) => new(new Row(
        12,
        RowCell.Share(new Text($"{Shortened(content.Person.Name)}  ·  {content.Verification.Code}", Look.Small)),
        RowCell.Fixed(110, new Text(Format(Check.Page, page.Number, page.Count), Look.Small) { Align = TextAlign.End })))
    {
        Top = Look.Line,
        Padding = new Insets(0, 6, 0, 0),
    };

    /// <summary>The foot of the page has one line for the name.</summary>
    private static string Shortened(string name) => name.Length <= LongestFootName ? name : string.Concat(name.EnumerateRunes().Take(LongestFootName - 1)) + "…";
}
