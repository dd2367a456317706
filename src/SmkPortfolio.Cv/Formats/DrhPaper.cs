using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>One Daftar Riwayat Hidup in the making. One axis runs through the page: labels and dates left of it, content right.</summary>
internal sealed class DrhPaper
{
    private const int LongName = 30;
    private const int LongestFootName = 48;
    private const float Gap = 16;
    private const float PhotoWidth = 85.04f;
    private const float PhotoHeight = 113.39f;
    private readonly CvContent content;
    private readonly string language;
    private readonly DateTimeOffset created;
    private readonly DrhTexts texts;
    private readonly CheckTexts check;
    private readonly CvDates dates;
    private readonly DrhEntries entries;

    public DrhPaper(CvContent content, CvOptions options)
    {
        this.content = content;
        created = options.CreatedAt;
        language = options.Language;
        texts = DrhTexts.For(language);
        check = CheckTexts.For(language);
        dates = new CvDates(language);
        entries = new DrhEntries(texts, check, dates, content.Entries);
    }

    public PdfDocument Render() => new()
    {
        Title = $"{texts.Title} · {content.Person.Name}",
        Author = content.School.Name,
        Language = language,
        Creator = "SmkPortfolio",
        Created = created,
        Id = SHA256.HashData(Encoding.UTF8.GetBytes($"{content.Verification.Code} drh {language}"))[..16],
        Header = _ => new Drawing(36, 3, 36, 3, new Shape(new VectorPath().Rectangle(0, 0, 36, 3), Look.Teal)),
        Footer = Footer,
        Content = new Column(Gap, [.. Parts()]),
    };

    private IEnumerable<Block> Parts()
    {
        yield return Head();
        yield return PersonalData();
        if (content.Person.Summary is { Length: > 0 } summary)
        {
            yield return Section(texts.Profile, new Text(summary, Look.Body) { Field = "person.summary" });
        }

        if (content.Education.Count > 0)
        {
            yield return Education();
        }

        foreach (var (kind, title) in new[]
        {
            (CvKinds.Internship, texts.Internships), (CvKinds.Project, texts.Projects),
            (CvKinds.TeachingFactory, texts.TeachingFactory), (CvKinds.Certification, texts.Certificates),
        })
        {
            var confirmed = content.Entries.Where(e => e.Kind == kind && e.Word != CvWords.Self).ToList();
            if (confirmed.Count > 0)
            {
                yield return Section(title, entries.Confirmed(confirmed));
            }
        }

        if (content.Skills.Count > 0)
        {
            yield return Section(texts.Skills, Skills(), check.OwnWordShort);
        }

        if (content.Languages.Count > 0)
        {
            yield return Section(texts.Languages, new DrhLanguages(texts, dates).Render(content.Languages), check.OwnWordShort);
        }

        var own = content.Entries.Where(e => e.Word == CvWords.Self).ToList();
        if (own.Count > 0)
        {
            yield return Section(check.OwnWord, entries.Own(own));
        }

        // Together, so that the check never stands alone on a last page.
        yield return new KeepTogether(new Column(Gap, Closing(), new CheckBlock(check, content).Render()));
    }

    private Section Head()
    {
        var person = content.Person;
        var lines = new List<Block>
        {
            new Text(texts.Title.ToUpperInvariant(), Look.Kicker),
            new Text(person.Name, person.Name.Length > LongName ? Look.LongName : Look.Name) { Role = TextRole.Heading1, Field = "person.name" },
        };
        if (person.Headline is { Length: > 0 } headline)
        {
            lines.Add(new Text(headline, Look.Headline) { Field = "person.headline" });
        }

        lines.Add(new Text(Joined(content.School.Name, content.School.City), Look.Small) { Field = "school" });
        if (content.Entries.Count > 0 || person.Under18)
        {
            lines.Add(new Space(4));
            lines.Add(Summary());
        }

        var left = new Column(3, lines);
        return new Section(person.Photo is { } jpeg
            ? new Row(22, RowCell.Share(left), RowCell.Fixed(PhotoWidth, new Image(jpeg, PhotoWidth, PhotoHeight, Format(texts.PhotoOf, person.Name))))
            : left);
    }

    private Frame Summary()
    {
        var confirmed = content.Entries.Count(e => e.Word != CvWords.Self);
        var lines = new List<Block>
        {
            TrustMark.Line(confirmed > 0 ? CvWords.Company : CvWords.Self, [new Span(Format(check.Summary, confirmed, content.Entries.Count)) { Bold = true }], "summary"),
        };
        if (content.Person.Under18)
        {
            lines.Add(new Text([new Span(check.Under18) { Bold = true, Color = Look.Warm }], Look.Small));
        }

        return new Frame(new Column(2, lines)) { Fill = Look.Pale, Left = new Edge(2, Look.Teal), Padding = new Insets(11, 6, 10, 6) };
    }

    private Section PersonalData()
    {
        var person = content.Person;
        var birth = JoinedBy(", ", person.BirthPlace, person.BirthDate is { } date ? dates.Long(date) : null);
        (string Label, string? Value, string Field)[] rows =
        [
            (texts.Name, person.Name, "person.name"),
            (texts.Birth, birth, "person.birthPlace"),
            (texts.Address, JoinedBy(", ", person.Address, person.City), "person.address"),
            (texts.Phone, person.Phone, "person.phone"),
            (texts.Email, person.Email, "person.email"),
        ];
        return Section(texts.PersonalData, new Column(2.5f, [.. rows.Where(r => !string.IsNullOrEmpty(r.Value)).Select(r => (Block)Axis.Row(r.Label, new Text(r.Value!, Look.Body) { Field = r.Field }))]));
    }

    private Section Education() => Section(texts.Education, new Column(7, [.. content.Education.Select((e, i) => (Block)new KeepTogether(Axis.Row(Years(e), EducationText(e, i))))]));

    private static Column EducationText(CvEducation education, int index)
    {
        var field = string.Create(CultureInfo.InvariantCulture, $"education[{index}]");
        var title = new Text(education.Institution, Look.Entry) { Role = TextRole.Heading3, Field = field };
        var details = Joined(education.Field, education.Place);
        return details.Length == 0 ? new Column(1, title) : new Column(1, title, new Text(details, Look.Body) { Field = field });
    }

    private string Years(CvEducation education)
    {
        var until = education.Until is { } day ? Number(day.Year) : texts.Now;
        return until == Number(education.From.Year) ? until : $"{Number(education.From.Year)} – {until}";
    }

    private Text Skills() => new(string.Join("  ·  ", content.Skills), Look.Body) { Field = "skills" };

    private KeepTogether Closing()
    {
        var day = dates.Long(content.Verification.IssuedOn);
        return new KeepTogether(new Column(
            4,
            new Text(texts.Closing, Look.Body),
            new Row(
                0,
                RowCell.Share(new Space(0)),
                RowCell.Fixed(190, new Column(
                    0,
                    new Text(JoinedBy(", ", content.School.City, day), Look.Body) { Field = "school.city" },
                    new Space(40),
                    new Frame(new Text(content.Person.Name, Look.Entry) { Field = "person.name" }) { Top = Look.Line, Padding = new Insets(0, 4, 0, 0) })))));
    }

    private Frame Footer(PageNumber page) => new(new Row(
        12,
        RowCell.Share(new Text($"{Shortened(content.Person.Name)}  ·  {content.Verification.Code}", Look.Small)),
        RowCell.Fixed(110, new Text(Format(check.Page, page.Number, page.Count), Look.Small) { Align = TextAlign.End })))
    {
        Top = Look.Line,
        Padding = new Insets(0, 6, 0, 0),
    };

    private static Section Section(string title, Block body, string? note = null)
    {
        IReadOnlyList<Span> heading = note is null ? [new Span(title)] : [new Span(title), new Span("   " + note) { Bold = false, Color = Look.Muted }];
        return new Section(new Column(
            7,
            new Frame(new Text(heading, Look.Heading) { Role = TextRole.Heading2 }) { Bottom = Look.Line, Padding = new Insets(0, 0, 0, 3.5f) },
            body));
    }

    private static string Joined(params ReadOnlySpan<string?> parts) => JoinedBy("  ·  ", parts);

    private static string JoinedBy(string between, params ReadOnlySpan<string?> parts)
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

    /// <summary>The foot of the page has one line for the name.</summary>
    private static string Shortened(string name) => name.Length <= LongestFootName ? name : string.Concat(name.EnumerateRunes().Take(LongestFootName - 1)) + "…";

    private static string Format(string pattern, params object[] values) => string.Format(CultureInfo.InvariantCulture, pattern, values);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
