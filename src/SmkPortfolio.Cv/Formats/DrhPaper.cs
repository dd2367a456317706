using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>One Daftar Riwayat Hidup in the making. One axis runs through the page: labels and dates left of it, content right.</summary>
internal sealed class DrhPaper
{
    private const int LongName = 30;
    private const int FewPages = 2;
    private static readonly IReadOnlyList<Dress> Dresses =
        [Dress.Usual, Dress.Usual.Scaled(0.95f, 0.68f), Dress.Usual.Scaled(0.95f, 0.5f) with { Breaks = true, IsDense = true }];
    private readonly PaperKit kit;
    private readonly CvContent content;
    private readonly DrhTexts texts;
    private readonly EntryLines entries;
    private readonly PastLines past;

    private DrhPaper(CvContent content, CvOptions options, Dress dress)
    {
        this.content = content;
        kit = new PaperKit("drh", content, options) { Dress = dress };
        texts = DrhTexts.For(options.Language);
        var periods = new Periods(kit.Dates.Short, from => $"{from} –\n{kit.Words.Now}", kit.Words.ValidUntil);
        entries = new EntryLines(kit, periods, LinePlace.OnAxis);
        past = new PastLines(kit, periods, LinePlace.OnAxis);
    }

    /// <summary>As roomy as few pages allow.</summary>
    public static PdfDocument Fitting(CvContent content, CvOptions options) =>
        Formats.Fitting.Within(FewPages, Dresses, dress => new DrhPaper(content, options, dress).Render());

    private PdfDocument Render() => kit.Document(texts.Title, new Column(kit.Dress.Gap, [.. Parts()]));

    private IEnumerable<Block> Parts()
    {
        yield return Head();
        yield return PersonalData();
        if (content.Person.Summary is { Length: > 0 } summary)
        {
            yield return kit.Part(texts.Profile, kit.Say("person.summary", summary, kit.Dress.Body));
        }

        if (content.Education.Count > 0)
        {
            yield return kit.Part(texts.Education, new SchoolLines(kit, LinePlace.OnAxis, e => SchoolLines.Years(e, kit.Words.Now)).List());
        }

        if (past.Has("course"))
        {
            yield return kit.Part(texts.Courses, past.List("course"), kit.Check.OwnWordShort);
        }

        foreach (var (kind, title) in new[]
        {
            (CvKinds.Internship, texts.Internships), (CvKinds.Project, texts.Projects),
            (CvKinds.TeachingFactory, texts.TeachingFactory), (CvKinds.Certification, texts.Certificates),
        })
        {
            var confirmed = kit.Confirmed.Where(e => e.Kind == kind);
            List<Block> lines = [.. kind == CvKinds.Internship ? entries.Newest(confirmed, past, "job", "trainee") : entries.Confirmed(confirmed)];
            if (lines.Count > 0)
            {
                yield return kit.Part(title, new Column(kit.Dress.LineGap, lines));
            }
        }

        foreach (var part in OwnParts())
        {
            yield return part;
        }

        yield return kit.Last(Closing());
    }

    /// <summary>What nobody but the holder says.</summary>
    private IEnumerable<Block> OwnParts()
    {
        if (content.Skills.Count > 0)
        {
            yield return kit.Part(texts.Skills, kit.Say("skills", string.Join("  ·  ", content.Skills), kit.Dress.Body), kit.Check.OwnWordShort);
        }

        if (content.Languages.Count > 0)
        {
            yield return kit.Part(texts.Languages, new LanguageTable(kit).Render(), kit.Check.OwnWordShort);
        }

        foreach (var (kind, title) in new[] { ("activity", texts.Organisations), ("award", texts.Awards), ("licence", texts.Licences) })
        {
            if (past.Has(kind))
            {
                yield return kit.Part(title, past.List(kind), kit.Check.OwnWordShort);
            }
        }

        if (kit.Own.Count > 0)
        {
            yield return kit.Part(kit.Check.OwnWord, entries.Own(kit.Own));
        }
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
            lines.Add(kit.Say("person.headline", headline, Look.Headline));
        }

        lines.Add(new Text(PaperKit.JoinedBy("  ·  ", content.School.Name, content.School.City), Look.Small) { Field = "school" });
        if (kit.HasSummary)
        {
            lines.Add(new Space(4));
            lines.Add(kit.Summary());
        }

        var left = new Column(3, lines);
        return new Section(person.Photo is { } jpeg ? new Row(22, RowCell.Share(left), RowCell.Fixed(PaperKit.SmallPhoto.Width, kit.Portrait(jpeg, PaperKit.SmallPhoto.Width, PaperKit.SmallPhoto.Height))) : left);
    }

    private Section PersonalData()
    {
        var person = content.Person;
        return kit.Part(texts.PersonalData, PersonRows.Of(
            kit,
            (texts.Name, person.Name, "person.name"),
            (texts.PassportName, PersonRows.PassportName(person), "person.passportName"),
            (texts.Birth, PaperKit.JoinedBy(", ", person.BirthPlace, person.BirthDate is { } date ? kit.Dates.Long(date) : null), "person.birthPlace"),
            (texts.Gender, person.Gender switch { "male" => texts.Male, "female" => texts.Female, _ => null }, "person.gender"),
            (texts.Nationality, person.NationalityName ?? person.Nationality, "person.nationalityName"),
            (texts.Address, PersonRows.Address(person), "person.address"),
            (texts.Phone, person.Phone, "person.phone"),
            (texts.Email, person.Email, "person.email"),
            (texts.Link, person.Link, WebAddress.Field)));
    }

    private KeepTogether Closing() => new(new Column(
        4,
        new Text(texts.Closing, kit.Dress.Body),
        kit.Signature(PaperKit.JoinedBy(", ", content.School.City, kit.Dates.Long(content.Verification.IssuedOn)))));
}
