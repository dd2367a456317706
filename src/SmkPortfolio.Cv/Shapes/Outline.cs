using SmkPortfolio.Cv.Formats;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Shapes;

/// <summary>A paper as headings, lines and paragraphs, for programs that set it themselves. The same order and the same words as the sealed paper.</summary>
internal sealed class Outline
{
    private static readonly string[] Usual =
    [
        OutlinePart.Personal, OutlinePart.Profile, CvStatements.Motivation, OutlinePart.Education, OutlinePart.Courses, OutlinePart.Experience, OutlinePart.Projects, OutlinePart.TeachingFactory, OutlinePart.Certificates,
        OutlinePart.Skills, CvStatements.Computer, OutlinePart.Languages, OutlinePart.Activities, OutlinePart.Awards, OutlinePart.Licences,
    ];

    private static readonly string[] International =
    [
        OutlinePart.Personal, OutlinePart.Profile, OutlinePart.Skills, CvStatements.Computer, OutlinePart.Experience, OutlinePart.TeachingFactory, OutlinePart.Projects, OutlinePart.Education, OutlinePart.Certificates,
        OutlinePart.Languages, OutlinePart.Courses, OutlinePart.Activities, OutlinePart.Awards, OutlinePart.Licences,
    ];

    private static readonly string[] Lebenslauf =
    [
        OutlinePart.Personal, OutlinePart.Profile, CvStatements.Motivation, OutlinePart.Experience, OutlinePart.Education, OutlinePart.Projects, OutlinePart.TeachingFactory, OutlinePart.Certificates, OutlinePart.Courses,
        OutlinePart.Languages, CvStatements.Computer, OutlinePart.Skills, OutlinePart.Licences, OutlinePart.Awards, OutlinePart.Activities, CvStatements.Hobbies,
    ];

    private readonly PaperKit kit;
    private readonly CvContent content;
    private readonly Periods periods;

    /// <param name="format">Whose order it follows.</param>
    /// <param name="content">What it says.</param>
    /// <param name="options">In which language.</param>
    public Outline(string format, CvContent content, CvOptions options)
    {
        KnownLines.Demand(content);
        this.content = content;
        kit = new PaperKit(format, content, options);
        Texts = OutlineTexts.For(options.Language);
        Func<DateOnly, string> day = format is "drh" ? kit.Dates.Short : kit.Dates.Month;
        periods = new Periods(day, from => options.Language == "de" ? $"seit {from}" : $"{from} – {kit.Words.Now}", kit.Words.ValidUntil) { Between = " – ", Apart = ", " };
        var order = format switch { "international" => International, "lebenslauf" => Lebenslauf, _ => Usual };
        Parts = [.. order.Concat(CvStatements.All.Except(order)).Select(PartOf).Append(Own()).Where(p => !p.IsEmpty)];
    }

    public OutlineTexts Texts { get; }

    public IReadOnlyList<OutlinePart> Parts { get; }

    public CheckTexts Check => kit.Check;

    /// <summary>How many lines are confirmed; empty where there are none.</summary>
    public string Summary => content.Entries.Count == 0 ? "" : PaperKit.Format(kit.Check.Summary, kit.Confirmed.Count, content.Entries.Count);

    public Span Headline => kit.Span("person.headline", content.Person.Headline);

    public string NotSealed => PaperKit.Format(Texts.NotSealed, content.Verification.Url, content.Verification.Code);

    public string PlaceAndDate => PaperKit.JoinedBy(", ", content.School.City, kit.Dates.Long(content.Verification.IssuedOn));

    private OutlinePart PartOf(string key) => key switch
    {
        OutlinePart.Personal => new OutlinePart(key, Texts.Personal) { Rows = Person() },
        OutlinePart.Profile => Named(key) with { Texts = content.Person.Summary.Length == 0 ? [] : [kit.Span("person.summary", content.Person.Summary)] },
        OutlinePart.Education => Named(key) with { Items = [.. Schooling.Of(content).Reverse().Select(School)] },
        OutlinePart.Experience => Named(key) with { Items = [.. Of(CvKinds.Internship), .. Past(isMarked: true, "job", "trainee")] },
        OutlinePart.Projects => Named(key) with { Items = [.. Of(CvKinds.Project)] },
        OutlinePart.TeachingFactory => Named(key) with { Items = [.. Of(CvKinds.TeachingFactory)] },
        OutlinePart.Certificates => Named(key) with { Items = [.. Of(CvKinds.Certification)] },
        OutlinePart.Courses => OwnWord(key, "course"),
        OutlinePart.Activities => OwnWord(key, "activity"),
        OutlinePart.Awards => OwnWord(key, "award"),
        OutlinePart.Licences => OwnWord(key, "licence"),
        OutlinePart.Skills => Named(key) with { Texts = content.Skills.Count == 0 ? [] : [kit.Span("skills", string.Join(", ", content.Skills))], Note = kit.Check.OwnWordShort },
        OutlinePart.Languages => Named(key) with { Texts = [.. content.Languages.Select(Language)], Note = kit.Check.OwnWordShort },
        _ => new OutlinePart(key, Texts.Statements[key]) { Texts = content.Statements.GetValueOrDefault(key) is { Length: > 0 } text ? [kit.Span("statements." + key, text)] : [] },
    };

    private OutlinePart Named(string key) => new(key, Texts.Parts[key]);

    private OutlinePart OwnWord(string key, string kind) => Named(key) with { Items = [.. Past(isMarked: false, kind)], Note = kit.Check.OwnWordShort };

    private OutlinePart Own() => new(OutlinePart.Own, kit.Check.OwnWord) { Note = kit.Own.Count == 0 ? "" : kit.Check.OwnWordNote, Items = [.. kit.Own.Select(Entry)] };

    private List<(string, Span)> Person()
    {
        var person = content.Person;
        var labels = Texts.Labels;
        (string Label, string? Value, string Field)[] rows =
        [
            (labels["name"], PaperKit.JoinedBy("  ", person.Name, person.LocalName), "person.name"),
            (labels["passportName"], PersonRows.PassportName(person), "person.passportName"),
            (labels["birth"], PaperKit.JoinedBy(", ", person.BirthPlace, person.BirthDate is { } date ? kit.Dates.Long(date) : null), "person.birthPlace"),
            (labels["gender"], person.Gender is { } gender ? labels.GetValueOrDefault(gender) : null, "person.gender"),
            (labels["nationality"], person.NationalityName ?? person.Nationality, "person.nationalityName"),
            (labels["address"], PersonRows.Address(person), "person.address"),
            (labels["phone"], person.Phone, "person.phone"),
            (labels["email"], person.Email, "person.email"),
            (labels["link"], person.Link, "person.link"),
        ];
        return [.. rows.Where(r => !string.IsNullOrWhiteSpace(r.Value)).Select(r => (r.Label, kit.Span(r.Field, r.Value!)))];
    }

    private OutlineItem School(Schooling school)
    {
        var row = school.Last;
        var outcome = row.Outcome == "expected" ? PaperKit.Format(kit.Words.Outcomes["expected"], row.ExpectedOn is { } day ? kit.Dates.Month(day) : "").Trim() : kit.Words.Outcomes.GetValueOrDefault(row.Outcome);
        return new OutlineItem(new Span(row.Institution), periods.Lasting(school.From, school.Until), row.OwnWord ? kit.Check.OwnWordShort : "")
        {
            Where = Spans(row.Field, row.Place, kit.Words.Levels.GetValueOrDefault(row.Level), outcome),
        };
    }

    private IEnumerable<OutlineItem> Of(string kind) => kit.Confirmed.Where(e => e.Kind == kind).Select(Entry);

    private OutlineItem Entry(CvEntry entry)
    {
        var field = PaperKit.Path("entries", kit.IndexOf(entry));
        var isOwn = entry.Word == CvWords.Self;
        var facts = new List<Span>();
        if (entry.Result.Length > 0)
        {
            facts.Add(kit.Span(field + ".result", $"{kit.Words.Result}: {entry.Result}"));
        }

        facts.AddRange(entry.Facts.Where(f => !isOwn || !f.IsNumber).Select((f, i) => kit.Span($"{field}.facts[{i}]", $"{f.Label}: {f.Value}")));
        return new OutlineItem(kit.Span(field + ".title", entry.Title), periods.Of(entry), isOwn ? "" : PaperKit.JoinedBy(", ", kit.Check.Words[entry.Word], string.Join("; ", entry.ConfirmedBy), entry.ConfirmedOn is { } on ? kit.Dates.Short(on) : null))
        {
            Where = Spans(entry.Organisation, entry.Place, entry.Role),
            Done = [.. entry.Description.Select((d, i) => kit.Span($"{field}.description[{i}]", d))],
            Facts = facts,
        };
    }

    private IEnumerable<OutlineItem> Past(bool isMarked, params string[] kinds) => content.Past.Select((p, i) => (p, Field: PaperKit.Path("past", i))).Where(p => kinds.Contains(p.p.Kind)).Select(p =>
        new OutlineItem(kit.Span(p.Field + ".title", p.p.Title), periods.Of(p.p), isMarked ? kit.Check.Words[CvWords.Self] : "")
        {
            Where = Spans(p.p.Organisation, p.p.Place),
            Done = p.p.Detail.Length == 0 ? [] : [kit.Span(p.Field + ".detail", p.p.Detail)],
        });

    private Span Language(CvLanguage language)
    {
        var test = LanguageTable.Test(language, kit.Dates.Month);
        return new Span($"{language.Language}: {PaperKit.JoinedBy(", ", kit.Cefr(language), test == "–" ? null : test)}");
    }

    private static List<Span> Spans(params ReadOnlySpan<string?> texts)
    {
        var spans = new List<Span>();
        foreach (var text in texts)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                spans.Add(new Span(text));
            }
        }

        return spans;
    }
}
