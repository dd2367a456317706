using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>One international CV in the making: a single column under plain headings, nothing that the reader may not ask for.</summary>
internal sealed class InternationalPaper
{
    private static readonly PageFrame A4 = PageFrame.A4 with { Top = 44, Bottom = 58 };
    private static readonly PageFrame Letter = A4 with { Width = 612, Height = 792, Left = 56, Right = 56 };

    /// <summary>The usual ones, and then close ones; roomy letters in close lines before small letters.</summary>
    private static readonly IReadOnlyList<Dress> Dresses =
        [.. Formats.Fitting.Dresses, .. new[] { Dress.Usual.Scaled(0.95f, 0.5f), Dress.Usual.Scaled(0.9f, 0.42f), Dress.Usual.Scaled(0.86f, 0.36f) }.Select(d => d with { Breaks = true, IsDense = true })];

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

    /// <summary>As roomy as so many pages allow.</summary>
    public static PdfDocument Fitting(CvContent content, CvOptions options, int pages) =>
        Formats.Fitting.Within(pages, Dresses, dress => new InternationalPaper(content, options, dress).Render());

    private PdfDocument Render()
    {
        var page = kit.Options.Letter ? Letter : A4;
        return kit.Document("Curriculum vitae", new Column(kit.Dress.Gap, [.. Parts()]), kit.Dress.IsDense ? page with { Top = 38, Bottom = 50, FooterAt = 38 } : page);
    }

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
            yield return kit.Part("Languages", Languages(), kit.Check.OwnWordShort);
        }

        // Where lines may run on over the foot of a page, the check alone stays whole.
        var last = OwnParts().ToList();
        var held = kit.Dress.Breaks ? 0 : 1;
        foreach (var part in last.SkipLast(held))
        {
            yield return part;
        }

        yield return kit.Last(last.TakeLast(held));
    }

    private IEnumerable<Block> OwnParts()
    {
        var others = new[] { (Kind: "course", Title: "Courses"), (Kind: "activity", Title: "Activities"), (Kind: "award", Title: "Awards"), (Kind: "licence", Title: "Licences") }.Where(o => past.Has(o.Kind)).ToList();
        if (kit.Dress.IsDense && others.Count > 1)
        {
            var titles = others.Select((o, i) => i == 0 ? o.Title : o.Title.ToLowerInvariant()).ToList();
            yield return kit.Part($"{string.Join(", ", titles.SkipLast(1))} and {titles[^1]}", new Column(kit.Dress.LineGap * 0.64f, [.. others.SelectMany(o => past.Lines(o.Kind))]), kit.Check.OwnWordShort);
        }
        else
        {
            foreach (var (kind, title) in others)
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

    private Block Languages()
    {
        var lines = content.Languages.Select((l, i) => (Field: PaperKit.Path("languages", i), Text: Language(l))).ToList();
        return kit.Dress.IsDense
            ? new Text(kit.Joined("  |  ", lines.Select(l => (l.Field, (string?)l.Text))), kit.Dress.Body) { Field = "languages" }
            : new Column(1.5f, [.. lines.Select(l => (Block)kit.Say(l.Field, l.Text, kit.Dress.Body))]);
    }

    /// <summary>English: ≈ CEFR B1  ·  TOEIC Listening &amp; Reading: 560</summary>
    private string Language(CvLanguage language)
    {
        var test = LanguageTable.Test(language, kit.Dates.Month);
        return $"{language.Language}: {kit.Cefr(language)}{(test == "–" ? "" : "  ·  " + test)}";
    }
}
