using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>One Europass CV in the making. No level of the European Qualifications Framework stands on it: nobody has compared the Indonesian one with it.</summary>
internal sealed class EuropassPaper
{
    private const int FewPages = 2;
    private static readonly Dress[] Dresses = [Dress.Usual, Dress.Usual.Scaled(0.97f, 0.75f), Dress.Usual.Scaled(0.94f, 0.6f)];
    private readonly PaperKit kit;
    private readonly CvContent content;
    private readonly EuropassTexts texts;
    private readonly Periods periods;
    private readonly EntryLines entries;
    private readonly PastLines past;

    private EuropassPaper(CvContent content, CvOptions options, Dress dress)
    {
        this.content = content;
        kit = new PaperKit("europass", content, options) { Dress = dress };
        texts = EuropassTexts.For(options.Language);
        periods = new Periods(CvDates.Slashed, from => $"{from} –\n{kit.Words.Now}", kit.Words.ValidUntil);
        entries = new EntryLines(kit, periods, LinePlace.OnAxis);
        past = new PastLines(kit, periods, LinePlace.OnAxis);
    }

    /// <summary>A little tighter where that saves a page.</summary>
    public static PdfDocument Fitting(CvContent content, CvOptions options) =>
        Formats.Fitting.Within(FewPages, Dresses, dress => new EuropassPaper(content, options, dress).Render());

    private PdfDocument Render() => kit.Document(texts.Title, new Column(kit.Dress.Gap, [.. Parts()]));

    private IEnumerable<Block> Parts()
    {
        yield return Head();
        if (content.Person.Summary is { Length: > 0 } summary)
        {
            yield return kit.Part(texts.About, kit.Say("person.summary", summary, kit.Dress.Body));
        }

        List<Block> parts = [.. Sections().Where(s => s.Lines.Count > 0).Select(s => (Block)kit.Part(s.Title, new Column(kit.Dress.LineGap, s.Lines), s.Note))];
        if (kit.Own.Count > 0)
        {
            parts.Add(kit.Part(kit.Check.OwnWord, entries.Own(kit.Own)));
        }

        foreach (var part in parts.SkipLast(1))
        {
            yield return part;
        }

        yield return kit.Last(parts.TakeLast(1));
    }

    /// <summary>Whoever has hardly worked yet shows schooling and placements first.</summary>
    private IEnumerable<(string Title, List<Block> Lines, string? Note)> Sections()
    {
        var own = kit.Check.OwnWordShort;
        (string, List<Block>, string?) placements = (past.Has("job") ? texts.Work : texts.Placements,
            [.. entries.Newest(Of(CvKinds.Internship).Concat(Of(CvKinds.TeachingFactory)), past, "job", "trainee")], null);
        (string, List<Block>, string?) education = (texts.Education,
            content.Education.Count == 0 ? [] : [new SchoolLines(kit, LinePlace.OnAxis, e => periods.Lasting(e.From, e.Until)).List()], null);
        yield return past.Has("job") ? placements : education;
        yield return past.Has("job") ? education : placements;
        yield return (texts.Training, [.. past.Lines("course")], own);
        yield return (texts.Certificates, [.. entries.Newest(Of(CvKinds.Certification), past)], null);
        yield return (texts.Languages, content.Languages.Count == 0 ? [] : [new CefrGrid(kit, texts, PaperKit.Width).Render()], own);
        yield return (texts.Digital, Statement(CvStatements.Computer), own);
        yield return (texts.Projects, [.. entries.Newest(Of(CvKinds.Project), past)], null);
        yield return (texts.JobRelated, content.Skills.Count == 0 ? [] : [kit.Say("skills", string.Join("  ·  ", content.Skills), kit.Dress.Body)], own);
        yield return (texts.Volunteering, [.. past.Lines("activity")], own);
        yield return (texts.Awards, [.. past.Lines("award")], own);
        yield return (texts.Hobbies, Statement(CvStatements.Hobbies), own);
        yield return (texts.Driving, [.. past.Lines("licence")], own);
    }

    private IEnumerable<CvEntry> Of(string kind) => kit.Confirmed.Where(e => e.Kind == kind);

    private List<Block> Statement(string key) =>
        content.Statements.GetValueOrDefault(key) is { Length: > 0 } text ? [kit.Say("statements." + key, text, kit.Dress.Body)] : [];

    private Section Head()
    {
        var person = content.Person;
        var lines = new List<Block>
        {
            new Text(texts.Title.ToUpperInvariant(), Look.Kicker),
            new Text(person.Name, person.Name.Length > 30 ? Look.LongName : Look.Name) { Role = TextRole.Heading1, Field = "person.name" },
        };
        if (person.Headline is { Length: > 0 } headline)
        {
            lines.Add(kit.Say("person.headline", headline, Look.Headline));
        }

        if (kit.HasSummary)
        {
            lines.Add(new Space(3));
            lines.Add(kit.Summary());
        }

        lines.Add(new Space(8));
        lines.Add(kit.Part(texts.Personal, PersonRows.Of(
            kit,
            (texts.Name, person.Name, "person.name"),
            (texts.PassportName, PersonRows.PassportName(person), "person.passportName"),
            (texts.Birth, person.BirthDate is { } date ? CvDates.Slashed(date) + (person.BirthPlace is { Length: > 0 } place ? $", {place}" : "") : person.BirthPlace, "person.birthPlace"),
            (texts.Nationality, person.NationalityName ?? person.Nationality, "person.nationalityName"),
            (texts.Gender, person.Gender switch { "male" => texts.Male, "female" => texts.Female, _ => null }, "person.gender"),
            (texts.Address, PersonRows.Address(person), "person.address"),
            (texts.Phone, person.Phone, "person.phone"),
            (texts.Email, person.Email, "person.email"),
            (texts.Website, person.Link, WebAddress.Field))));
        var left = new Column(3, lines);
        return new Section(person.Photo is { } jpeg ? new Row(22, RowCell.Share(left), RowCell.Fixed(PaperKit.SmallPhoto.Width, kit.Portrait(jpeg, PaperKit.SmallPhoto.Width, PaperKit.SmallPhoto.Height))) : left);
    }
}
