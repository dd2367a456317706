using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>One skills transcript in the making.</summary>
internal sealed class TranscriptPaper
{
    private readonly PaperKit kit;
    private readonly CvContent content;
    private readonly TranscriptTexts texts;
    private readonly Periods periods;
    private readonly EntryLines entries;

    public TranscriptPaper(CvContent content, CvOptions options)
    {
        this.content = content;
        kit = new PaperKit("transcript", content, options);
        texts = TranscriptTexts.For(options.Language);
        periods = new Periods(kit.Dates.Short, from => $"{from} –", kit.Words.ValidUntil);
        entries = new EntryLines(kit, periods, LinePlace.OnAxis);
    }

    public PdfDocument Render() => kit.Document(texts.Title, new Column(kit.Dress.Gap, [.. Parts()]));

    private IEnumerable<Block> Parts()
    {
        var confirmed = Proven(kit.Confirmed);
        var own = Proven(kit.Own);
        yield return Head(confirmed.Count, confirmed.Select(c => c.Competency).Union(own.Select(c => c.Competency)).Count());
        if (confirmed.Count > 0)
        {
            yield return kit.Part(texts.Confirmed, Proofs(confirmed));
        }

        var certificates = kit.Confirmed.Where(e => e.Kind == CvKinds.Certification).ToList();
        if (certificates.Count > 0)
        {
            yield return kit.Part(texts.Certificates, new Column(kit.Dress.LineGap, [.. entries.Confirmed(certificates)]));
        }

        if (Unnamed(kit.Confirmed) is { Count: > 0 } others)
        {
            yield return kit.Part(texts.Others, new Column(kit.Dress.LineGap, [.. entries.Confirmed(others)]));
        }

        if (own.Count > 0)
        {
            yield return kit.Part(kit.Check.OwnWord, new Column(4, new Text(kit.Check.OwnWordNote, Look.Small) { KeepWithNext = true }, Proofs(own)));
        }

        if (kit.Own.Where(e => e.Kind == CvKinds.Certification).Concat(Unnamed(kit.Own)).ToList() is { Count: > 0 } claimed)
        {
            yield return kit.Part(own.Count > 0 ? texts.Others : kit.Check.OwnWord, entries.Own(claimed), own.Count > 0 ? kit.Check.OwnWordShort : null);
        }

        if (confirmed.Count + own.Count == 0)
        {
            yield return new Text(texts.None, Look.Body);
        }

        yield return kit.Last();
    }

    /// <summary>Works that name no competency; certificates have a part of their own.</summary>
    private static List<CvEntry> Unnamed(IReadOnlyList<CvEntry> lines) => [.. lines.Where(e => e.Competencies.Count == 0 && e.Kind != CvKinds.Certification)];

    private Section Head(int confirmed, int all)
    {
        var person = content.Person;
        var lines = new List<Block>
        {
            new Text(content.School.Name, Look.Kicker) { Field = "school.name" },
            new Text(texts.Title, Look.LongName) { Role = TextRole.Heading1 },
        };
        if (all > 0)
        {
            lines.Add(new Text(PaperKit.Format(texts.Summary, confirmed, all), Look.Headline));
        }

        if (kit.HasSummary)
        {
            lines.Add(new Space(3));
            lines.Add(kit.Summary());
        }

        lines.Add(new Space(8));
        lines.Add(PersonRows.Of(
            kit,
            (texts.Name, PaperKit.JoinedBy("  ·  ", person.Name, person.LocalName), "person.name"),
            (texts.PassportName, PersonRows.PassportName(person), "person.passportName"),
            (texts.Birth, PaperKit.JoinedBy(", ", person.BirthPlace, person.BirthDate is { } date ? kit.Dates.Long(date) : null), "person.birthPlace"),
            (texts.School, PaperKit.JoinedBy("  ·  ", content.School.Name, content.School.LocalName == content.School.Name ? null : content.School.LocalName, $"NPSN {content.School.Npsn}", content.School.City), "school.name"),
            (texts.Field, content.Education is [{ Field.Length: > 0 } school, ..] ? school.Field : null, "education[0].field")));
        return new Section(new Column(3, lines));
    }

    /// <summary>Each competency once, with the lines that prove it: coded ones first, by their codes.</summary>
    private static List<(CvCompetency Competency, List<CvEntry> Proofs)> Proven(IReadOnlyList<CvEntry> lines) =>
    [
        .. lines.SelectMany(e => e.Competencies.Distinct().Select(c => (c, e))).GroupBy(p => p.c)
            .OrderBy(g => g.Key.Code.Length == 0).ThenBy(g => g.Key.Code, StringComparer.Ordinal).ThenBy(g => g.Key.Name, StringComparer.Ordinal)
            .Select(g => (g.Key, g.Select(p => p.e).ToList())),
    ];

    private Table Proofs(List<(CvCompetency Competency, List<CvEntry> Proofs)> proven) => new(
        [new TableColumn(1, IsShare: true), new TableColumn(1.75f, IsShare: true)],
        [Head(texts.Competency), Head(texts.Proofs)],
        [.. proven.Select(p => (IReadOnlyList<Block>)[Competency(p.Competency, p.Proofs[0]), new Column(5, [.. p.Proofs.Select(Proof)])])])
    {
        CellPadding = new Insets(4, 4.5f, 8, 4.5f),
        HeadFill = Look.Pale,
        HeadLine = new Edge(0.8f, Look.Teal),
        RowLine = Look.Line,
    };

    private static Text Head(string title) => new(title, Look.Small with { Bold = true, Color = Look.Teal });

    private Column Competency(CvCompetency competency, CvEntry proof)
    {
        var name = kit.Say($"{PaperKit.Path("entries", kit.IndexOf(proof))}.competencies[{proof.Competencies.ToList().IndexOf(competency)}]", competency.Name, Look.Body with { Bold = proof.Word != CvWords.Self });
        return competency.Code.Length == 0 ? new Column(0, name) : new Column(0, name, new Text(competency.Code, Look.Small) { Field = "competencies" });
    }

    private Block Proof(CvEntry entry)
    {
        var field = PaperKit.Path("entries", kit.IndexOf(entry));
        var lines = new List<Block> { kit.Say(field + ".title", entry.Title, Look.Body) };
        var time = (periods with { Between = " – " }).Of(entry);
        if (kit.Joined("  ·  ", (field + ".organisation", entry.Organisation), (field + ".from", time)) is { Count: > 0 } details)
        {
            lines.Add(new Text(details, Look.Small) { Field = field + ".organisation" });
        }

        lines.Add(TrustMark.Line(entry.Word, entries.Confirmation(entry), field + ".confirmedBy"));
        return new KeepTogether(new Column(1, lines));
    }
}
