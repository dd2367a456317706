using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>One tabellarischer Lebenslauf in the making: months left of the axis, stations right of it, the newest first.</summary>
internal sealed class LebenslaufPaper
{
    private const int MostPages = 2;

    /// <summary>45 × 60 mm, as German employers know it.</summary>
    private const float PhotoWidth = 127.56f;
    private const float PhotoHeight = 170.08f;
    private static readonly TextStyle Title = new(22, 28, Look.Teal, Bold: true);
    private static readonly TextStyle Name = new(14, 19, Look.Ink, Bold: true);
    private readonly PaperKit kit;
    private readonly CvContent content;
    private readonly Periods periods;
    private readonly EntryLines entries;
    private readonly PastLines past;

    private LebenslaufPaper(CvContent content, CvOptions options, Dress dress)
    {
        this.content = content;
        kit = new PaperKit("lebenslauf", content, options) { Dress = dress };
        periods = new Periods(kit.Dates.Month, from => $"seit {from}", kit.Words.ValidUntil) { Between = " – " };
        entries = new EntryLines(kit, periods, LinePlace.OnAxis);
        past = new PastLines(kit, periods, LinePlace.OnAxis);
    }

    /// <summary>As roomy as two pages allow.</summary>
    public static PdfDocument Fitting(CvContent content, CvOptions options) =>
        Formats.Fitting.Within(MostPages, Formats.Fitting.Dresses, dress => new LebenslaufPaper(content, options, dress).Render());

    private PdfDocument Render() => kit.Document("Lebenslauf", new Column(kit.Dress.Gap, [.. Parts()]));

    private IEnumerable<Block> Parts()
    {
        yield return Head();
        foreach (var (title, lines, note) in Sections())
        {
            if (lines.Count > 0)
            {
                yield return kit.Part(title, new Column(kit.Dress.LineGap, lines), note);
            }
        }

        if (kit.Own.Count > 0)
        {
            yield return kit.Part(kit.Check.OwnWord, entries.Own(kit.Own));
        }

        yield return kit.Last(kit.Signature(PaperKit.JoinedBy(", ", content.Person.City ?? content.School.City, kit.Dates.Short(content.Verification.IssuedOn))));
    }

    private IEnumerable<(string Title, List<Block> Lines, string? Note)> Sections()
    {
        var own = kit.Check.OwnWordShort;
        yield return ("Kurzprofil", content.Person.Summary.Length == 0 ? [] : [kit.Say("person.summary", content.Person.Summary, kit.Dress.Body)], null);
        yield return ("Berufsziel", Statement(CvStatements.Motivation), null);
        yield return (past.Has("job") ? "Praktika und Berufserfahrung" : "Praktika",
            [.. entries.Newest(Of(CvKinds.Internship), past, "job", "trainee")], null);
        yield return ("Schulbildung", content.Education.Count == 0 ? [] : [new SchoolLines(kit, LinePlace.OnAxis, e => periods.Lasting(e.From, e.Until)).List()], null);
        yield return ("Projekte", [.. entries.Newest(Of(CvKinds.Project), past)], null);
        yield return ("Arbeiten in der Produktionsschule (Teaching Factory)", [.. entries.Newest(Of(CvKinds.TeachingFactory), past)], null);
        yield return ("Zertifikate und Weiterbildungen", [.. entries.Newest(Of(CvKinds.Certification), past, "course")], null);
        yield return ("Sprachkenntnisse", content.Languages.Count == 0 ? [] : [new Column(2, [.. content.Languages.Select(Language)])], own);
        yield return ("EDV- und Fachkenntnisse", [.. Skills()], own);
        yield return ("Führerschein", [.. past.Lines("licence")], own);
        yield return ("Auszeichnungen", [.. past.Lines("award")], own);
        yield return ("Ehrenamt und Interessen", [.. past.Lines("activity"), .. Statement(CvStatements.Hobbies).Select(s => (Block)Axis.Row("Interessen", s, kit.Dress.Side))], own);
    }

    private IEnumerable<CvEntry> Of(string kind) => kit.Confirmed.Where(e => e.Kind == kind);

    private List<Block> Statement(string key) =>
        content.Statements.GetValueOrDefault(key) is { Length: > 0 } text ? [kit.Say("statements." + key, text, kit.Dress.Body)] : [];

    private IEnumerable<Block> Skills()
    {
        foreach (var computer in Statement(CvStatements.Computer))
        {
            yield return Axis.Row("EDV", computer, kit.Dress.Side);
        }

        if (content.Skills.Count > 0)
        {
            yield return Axis.Row("Fachkenntnisse", kit.Say("skills", string.Join("  ·  ", content.Skills), kit.Dress.Body), kit.Dress.Side);
        }
    }

    private Block Language(CvLanguage language)
    {
        var level = language.Level switch { PaperKit.NativeLevel => kit.Words.Native, "" => "", var given => $"Niveau {given} (GER)" };
        var test = LanguageTable.Test(language, kit.Dates.Month);
        return Axis.Row(language.Language, new Text(PaperKit.JoinedBy("  ·  ", level, test == "–" ? null : test), kit.Dress.Body) { Field = "languages" }, kit.Dress.Side);
    }

    private Section Head()
    {
        var person = content.Person;
        var lines = new List<Block>
        {
            new Text("Lebenslauf", Title) { Role = TextRole.Heading1 },
            new Text(person.Name, Name) { Field = "person.name" },
        };
        if (person.Headline is { Length: > 0 } headline)
        {
            lines.Add(kit.Say("person.headline", headline, kit.Dress.Body with { Color = Look.Muted }));
        }

        if (kit.HasSummary)
        {
            lines.Add(new Space(3));
            lines.Add(kit.Summary());
        }

        lines.Add(new Space(kit.Dress.UnderHeading));
        lines.Add(kit.Part("Persönliche Daten", PersonRows.Of(
            kit,
            ("Name", person.Name, "person.name"),
            ("Name laut Reisepass", PersonRows.PassportName(person), "person.passportName"),
            ("Anschrift", PersonRows.Address(person), "person.address"),
            ("Telefon", person.Phone, "person.phone"),
            ("E-Mail", person.Email, "person.email"),
            ("Portfolio", person.Link, WebAddress.Field),
            ("Geburtsdatum, -ort", PaperKit.JoinedBy(" in ", person.BirthDate is { } date ? kit.Dates.Short(date) : null, person.BirthPlace), "person.birthPlace"),
            ("Staatsangehörigkeit", person.NationalityName ?? person.Nationality, "person.nationalityName"))));
        var left = new Column(3, lines);
        return new Section(person.Photo is { } jpeg ? new Row(22, RowCell.Share(left), RowCell.Fixed(PhotoWidth, kit.Portrait(jpeg, PhotoWidth, PhotoHeight))) : left);
    }
}
