using System.Globalization;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>One internship certificate in the making: landscape, framed, with places for two signatures; the check on the page behind it.</summary>
internal sealed class CertificatePaper
{
    private const int MostPages = 2;
    private static readonly PageFrame Landscape = new(841.89f, 595.28f, 74, 50, 74, 66, 24, 54);
    private static readonly Dress[] Dresses = [Dress.Usual with { Gap = 30 }, Dress.Usual with { Gap = 22 }, Dress.Usual, Dress.Usual.Scaled(0.93f, 0.7f), Dress.Usual.Scaled(0.86f, 0.5f), Dress.Usual.Scaled(0.8f, 0.3f)];
    private static readonly TextStyle School = new(12, 16, Look.Ink, Bold: true);
    private static readonly TextStyle Title = new(27, 33, Look.Teal, Bold: true);
    private static readonly TextStyle Name = new(23, 29, Look.Ink, Bold: true);
    private static readonly TextStyle LongName = new(16, 21, Look.Ink, Bold: true);
    private static readonly TextStyle Company = new(11.5f, 16, Look.Ink);
    private readonly PaperKit kit;
    private readonly CvContent content;
    private readonly CvEntry entry;
    private readonly string field;
    private readonly CertificateTexts texts;

    private CertificatePaper(CvContent content, CvEntry internship, CvOptions options, Dress dress)
    {
        this.content = content;
        entry = internship;
        kit = new PaperKit("pkl-certificate", content, options) { Dress = dress };
        field = PaperKit.Path("entries", kit.IndexOf(internship));
        texts = CertificateTexts.For(options.Language);
    }

    private bool IsOwn => entry.Word == CvWords.Self;

    /// <summary>As roomy as one sheet and the page behind it allow.</summary>
    public static PdfDocument Fitting(CvContent content, CvEntry internship, CvOptions options) =>
        Formats.Fitting.Within(MostPages, Dresses, dress => new CertificatePaper(content, internship, options, dress).Render());

    private PdfDocument Render() => kit.Document(
        IsOwn ? texts.OwnTitle : texts.Title,
        new Column(0, new Section(new Column(kit.Dress.Gap * 0.55f, [.. Sheet()])), new PageBreak(), new CheckBlock(kit.Check, content).Render()),
        Landscape) with
    {
        Header = page => page.Number == 1 ? Border() : new Space(0),
    };

    private IEnumerable<Block> Sheet()
    {
        yield return new Column(
            1,
            Centred(content.School.Name, School, "school.name"),
            Centred($"NPSN {content.School.Npsn}  ·  {PaperKit.JoinedBy(", ", content.School.City, content.School.Province)}", Look.Small, "school.city"));
        yield return new Column(
            2,
            Centred(IsOwn ? texts.OwnTitle : texts.Title, Title, "") with { Role = TextRole.Heading1 },
            Centred($"{texts.Number}: {content.Verification.Code}", Look.Small, "verification.code"));
        yield return Person();
        yield return new Row(26, RowCell.Share(Facts(), 0.82f), RowCell.Share(Done()));
        yield return new KeepTogether(new Column(kit.Dress.Gap * 0.55f, Stands(), Signatures()));
    }

    private Column Person()
    {
        var person = content.Person;
        var birth = PaperKit.JoinedBy(", ", person.BirthPlace, person.BirthDate is { } date ? kit.Dates.Long(date) : null);
        var field = content.Education is [{ Field.Length: > 0 } school, ..] ? PaperKit.Format(texts.Student, school.Institution, school.Field) : null;
        var about = PaperKit.JoinedBy("  ·  ", birth.Length > 0 ? PaperKit.Format(texts.Born, birth) : null, field);
        var lines = new List<Block>
        {
            Centred(texts.GivenTo, Look.Small, ""),
            Centred(person.Name, person.Name.Length > 36 ? LongName : Name, "person.name"),
        };
        if (about.Length > 0)
        {
            lines.Add(Centred(about, kit.Dress.Body, "person.birthPlace"));
        }

        if (person.Under18)
        {
            lines.Add(Centred(kit.Check.Under18, Look.Small with { Color = Look.Warm, Bold = true }, ""));
        }

        lines.Add(new Space(2));
        var did = PaperKit.Format(IsOwn ? texts.OwnDid : texts.Did, "\0").Split('\0');
        lines.Add(new Text([new Span(did[0]), kit.Span(this.field + ".organisation", PaperKit.JoinedBy(", ", entry.Organisation, entry.Place, entry.Values.GetValueOrDefault("country"))) with { Bold = !IsOwn }, new Span(did[1])], Company)
        {
            Align = TextAlign.Center,
            Field = this.field + ".organisation",
        });
        return new Column(1.5f, lines);
    }

    /// <summary>When, how long, how well: from the fields of the line, or from its printed facts where it has no fields.</summary>
    private Column Facts()
    {
        var values = entry.Values;
        var hours = values.GetValueOrDefault("hours");
        var perDay = values.GetValueOrDefault("hoursPerDay");
        List<(string Label, string? Value, string Field)> rows =
        [
            (texts.Role, PaperKit.JoinedBy("; ", entry.Title, entry.Role), ".title"),
            (texts.Department, values.GetValueOrDefault("department") is { } department && department != entry.Role ? department : null, ".department"),
            (texts.Period, Period(), ".from"),
            (texts.Hours, hours is not null && perDay is not null ? PaperKit.Format(texts.PerDay, hours, perDay) : hours ?? perDay, ".hours"),
            (texts.Score, values.GetValueOrDefault("score"), ".score"),
            (texts.Predicate, values.GetValueOrDefault("predicate"), ".predicate"),
            (texts.Mentor, values.GetValueOrDefault("mentor"), ".mentor"),
            .. values.Count > 0 ? [] : entry.Facts.Where(f => !IsOwn || !f.IsNumber).Select((f, i) => (f.Label, (string?)f.Value, $".facts[{i}]")),
            (kit.Words.Result, entry.Result, ".result"),
        ];
        return new Column(
            1.5f,
            [
                .. rows.Where(r => !string.IsNullOrWhiteSpace(r.Value)).Select(r => (Block)new Row(
                    8,
                    RowCell.Fixed(78, new Text(r.Label, kit.Dress.Side)),
                    RowCell.Share(kit.Say(field + r.Field, r.Value!, kit.Dress.Body with { Bold = r.Field is ".score" or ".predicate" })))),
            ]);
    }

    private string Period() => (entry.From, entry.Until) switch
    {
        ({ } from, { } until) => PaperKit.Format(texts.Until, kit.Dates.Long(from), kit.Dates.Long(until)),
        ({ } from, null) => kit.Dates.Long(from) + " –",
        (null, { } until) => kit.Dates.Long(until),
        _ => "",
    };

    /// <summary>What was learned and done, numbered.</summary>
    private Block Done()
    {
        var rows = entry.Competencies.Select((c, i) => (c.Code, What: (Block)kit.Say($"{field}.competencies[{i}]", c.Name, kit.Dress.Body)))
            .Concat(entry.Description.Select((d, i) => (Code: "", What: (Block)kit.Say($"{field}.description[{i}]", d, kit.Dress.Body)))).ToList();
        if (rows.Count == 0)
        {
            return new Space(0);
        }

        var hasCodes = rows.Exists(r => r.Code.Length > 0);
        var head = kit.Dress.Small with { Bold = true, Color = Look.Teal };
        return new Table(
            [new TableColumn(20), new TableColumn(1, IsShare: true), .. hasCodes ? [new TableColumn(92)] : Array.Empty<TableColumn>()],
            [new Text("No", head), new Text(texts.Done, head), .. hasCodes ? [new Text(texts.Code, head)] : Array.Empty<Block>()],
            [.. rows.Select((r, i) => (IReadOnlyList<Block>)[new Text((i + 1).ToString(CultureInfo.InvariantCulture), kit.Dress.Small), r.What, .. hasCodes ? [new Text(r.Code, kit.Dress.Small)] : Array.Empty<Block>()])])
        {
            CellPadding = new Insets(3, 2, 3, 2),
            HeadFill = Look.Pale,
            HeadLine = new Edge(0.8f, Look.Teal),
            RowLine = Look.Line,
        };
    }

    private Frame Stands() => new(new Row(
        10,
        RowCell.Fixed(86, new Text(texts.Stands, Look.Small)),
        RowCell.Share(TrustMark.Line(entry.Word, new EntryLines(kit, new Periods(kit.Dates.Short, from => from, ""), LinePlace.InColumn).Confirmation(entry), field + ".confirmedBy"))))
    {
        Fill = Look.Pale,
        Padding = new Insets(10, 5, 10, 5),
        Left = new Edge(2, IsOwn ? Look.Warm : Look.Teal),
    };

    private Row Signatures()
    {
        var mentor = entry.Values.GetValueOrDefault("mentor") ?? (entry.ConfirmedBy.Count > 0 && entry.Word == CvWords.Company ? entry.ConfirmedBy[0] : "");
        var day = PaperKit.JoinedBy(", ", content.School.City, kit.Dates.Long(content.Verification.IssuedOn));
        return new Row(
            40,
            RowCell.Share(new Space(0), 0.1f),
            RowCell.Share(Place("\u00A0", texts.CompanyMentor, mentor, entry.Organisation)),
            RowCell.Share(new Space(0), 0.35f),
            RowCell.Share(Place(day, texts.Principal, content.School.Principal ?? "", content.School.Name)),
            RowCell.Share(new Space(0), 0.1f));
    }

    private Column Place(string day, string office, string name, string house) => new(
        0,
        new Text(day, kit.Dress.Small with { Color = Look.Ink }),
        new Text(office, kit.Dress.Small),
        new Space(Math.Max(24, 34 * kit.Dress.Gap / Dress.Usual.Gap)),
        new Frame(new Text(name.Length == 0 ? "\u00A0" : name, kit.Dress.Title)) { Top = new Edge(0.6f, Look.Muted), Padding = new Insets(0, 3, 0, 0) },
        new Text(house, kit.Dress.Small));

    /// <summary>Two lines around the sheet; decoration.</summary>
    private static Drawing Border()
    {
        var (left, top) = (-Landscape.Left, -Landscape.HeaderAt);
        Shape Line(float inset, Color color, float stroke) =>
            new(new VectorPath().Rectangle(left + inset, top + inset, Landscape.Width - 2 * inset, Landscape.Height - 2 * inset), color, stroke);
        return new Drawing(1, 1, 1, 1, Line(20, Look.Teal, 2.4f), Line(25.5f, Look.Warm, 0.7f));
    }

    private Text Centred(string text, TextStyle style, string of) => kit.Say(of, text, style) with { Align = TextAlign.Center };
}
