using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>One international CV in the making: a single column under plain headings, nothing that the reader may not ask for.</summary>
internal sealed class InternationalPaper
{
    private const int MostPages = 2;
    private static readonly PageFrame A4 = PageFrame.A4 with { Top = 44, Bottom = 58 };
    private static readonly PageFrame Letter = A4 with { Width = 612, Height = 792, Left = 56, Right = 56 };

    private readonly PaperKit kit;
    private readonly CvContent content;
    private readonly EntryLines entries;
    private readonly PastLines past;
    private readonly Periods periods;

    private InternationalPaper(CvContent content, CvOptions options, Dress dress)
    {
        this.content = content;
        kit = new PaperKit("international", content, options) { Dress = dress };
        periods = new Periods(kit.Dates.Month, from => $"{from} – present", kit.Words.ValidUntil) { Between = " – ", Apart = ", " };
        entries = new EntryLines(kit, periods, LinePlace.InColumn);
        past = new PastLines(kit, periods, LinePlace.InColumn);
    }

    /// <summary>As roomy as two pages allow.</summary>
    public static PdfDocument Fitting(CvContent content, CvOptions options) =>
        Formats.Fitting.Within(MostPages, Formats.Fitting.Dresses, dress => new InternationalPaper(content, options, dress).Render());

    private PdfDocument Render() => kit.Document("Curriculum vitae", new Column(kit.Dress.Gap, [.. Parts()]), kit.Options.Letter ? Letter : A4);

    private IEnumerable<Block> Parts()
    {
        yield return Head();
        if (content.Person.Summary is { Length: > 0 } summary)
        {
            yield return kit.Part("Profile", kit.Say("person.summary", summary, kit.Dress.Body));
        }

        var computer = content.Statements.GetValueOrDefault(CvStatements.Computer, "");
        if (content.Skills.Count > 0 || computer.Length > 0)
        {
            List<Block> skills = [];
            if (content.Skills.Count > 0)
            {
                skills.Add(kit.Say("skills", string.Join(", ", content.Skills), kit.Dress.Body));
            }

            if (computer.Length > 0)
            {
                skills.Add(new Text([new Span("Computer skills: ") { Bold = true }, kit.Span("statements.computer", computer)], kit.Dress.Body) { Field = "statements.computer" });
            }

            yield return kit.Part("Key skills", new Column(2, skills), kit.Check.OwnWordShort);
        }

        var experience = entries.Newest(kit.Confirmed.Where(e => e.Kind is CvKinds.Internship or CvKinds.TeachingFactory), past, "job", "trainee").ToList();
        foreach (var (title, lines) in new (string, List<Block>)[]
        {
            ("Experience", experience),
            ("Projects", [.. entries.Newest(kit.Confirmed.Where(e => e.Kind == CvKinds.Project), past)]),
            ("Education", content.Education.Count == 0 ? [] : [new SchoolLines(kit, LinePlace.InColumn, e => periods.Lasting(e.From, e.Until)).List()]),
            ("Certifications", [.. entries.Newest(kit.Confirmed.Where(e => e.Kind == CvKinds.Certification), past)]),
        })
        {
            if (lines.Count > 0)
            {
                yield return kit.Part(title, new Column(kit.Dress.LineGap, lines));
            }
        }

        if (content.Languages.Count > 0)
        {
            yield return kit.Part("Languages", new Column(1.5f, [.. content.Languages.Select((l, i) => (Block)kit.Say(PaperKit.Path("languages", i), Language(l), kit.Dress.Body))]), kit.Check.OwnWordShort);
        }

        var last = OwnParts().ToList();
        foreach (var part in last.SkipLast(1))
        {
            yield return part;
        }

        yield return kit.Last(last.TakeLast(1));
    }

    private IEnumerable<Block> OwnParts()
    {
        foreach (var (kind, title) in new[] { ("course", "Courses"), ("activity", "Activities"), ("award", "Awards"), ("licence", "Licences") })
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
        var size = person.Name.Length > 30 ? Look.LongName : Look.Name;
        var lines = new List<Block> { new Text(person.Name, size) { Role = TextRole.Heading1, Field = "person.name" } };
        if (person.Headline is { Length: > 0 } headline)
        {
            lines.Add(kit.Say("person.headline", headline, Look.Headline));
        }

        var contact = kit.Joined("  |  ", ("person.city", City()), ("person.phone", person.Phone), ("person.email", person.Email));
        if (person.Link is { Length: > 0 } link)
        {
            contact = [.. contact, .. contact.Count == 0 ? Array.Empty<Span>() : [new Span("  |  ")], WebAddress.Of(link, "Portfolio")];
        }

        if (contact.Count > 0)
        {
            lines.Add(new Text(contact, kit.Dress.Body) { Field = "person" });
        }

        if (PersonRows.PassportName(person) is { } passport)
        {
            lines.Add(new Text("Name in passport: " + passport, kit.Dress.Small) { Field = "person.passportName" });
        }

        if (kit.HasSummary)
        {
            lines.Add(new Space(2));
            lines.Add(kit.Summary());
        }

        return new Section(new Column(3, lines));
    }

    /// <summary>The country is known where the holder lives in the school's town.</summary>
    private string? City() => content.Person.City is { Length: > 0 } city && city == content.School.City ? city + ", Indonesia" : content.Person.City;

    /// <summary>English: ≈ CEFR B1  ·  TOEIC Listening &amp; Reading: 560</summary>
    private string Language(CvLanguage language)
    {
        var test = LanguageTable.Test(language, kit.Dates.Month);
        return $"{language.Language}: {kit.Cefr(language)}{(test == "–" ? "" : "  ·  " + test)}";
    }
}
