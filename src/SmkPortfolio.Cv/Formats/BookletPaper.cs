using System.Globalization;
using SmkPortfolio.Cv.Shapes;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>One portfolio booklet in the making: cover, contents, a page for each work with pictures, the other works after them, the check.</summary>
internal sealed class BookletPaper
{
    private const int MostPages = 20;
    private static readonly Color Soft = Color.FromRgb(0xD5E6E8);
    private static readonly TextStyle CoverKicker = new(11, 16, Soft, Bold: true);
    private static readonly TextStyle CoverName = new(34, 42, Color.White, Bold: true);
    private static readonly TextStyle CoverLongName = new(23, 30, Color.White, Bold: true);
    private static readonly TextStyle CoverLine = new(12.5f, 18, Color.White);
    private static readonly TextStyle WorkTitle = new(18, 24, Look.Ink, Bold: true);
    private readonly PaperKit kit;
    private readonly CvContent content;
    private readonly BookletTexts texts;
    private readonly EntryLines lines;
    private readonly BookletPictures pictures;
    private readonly Periods periods;

    /// <summary>Works go on under each other rather than each on its own page.</summary>
    private readonly bool isDense;

    private BookletPaper(CvContent content, CvOptions options, bool isDense)
    {
        this.content = content;
        this.isDense = isDense;
        kit = new PaperKit("booklet", content, options);
        texts = BookletTexts.For(options.Language);
        periods = new Periods(kit.Dates.Short, from => $"{from} – {kit.Words.Now}", kit.Words.ValidUntil);
        lines = new EntryLines(kit, periods, LinePlace.OnAxis);
        pictures = new BookletPictures(kit, PaperKit.Width, isDense ? 0.55f : 1);
    }

    /// <summary>A page for each work while that stays within a booklet, smaller pictures and no page breaks where it does not.</summary>
    public static PdfDocument Fitting(CvContent content, CvOptions options)
    {
        var roomy = new BookletPaper(content, options, isDense: false).Render();
        return PdfWriter.CountPages(roomy) <= MostPages ? roomy : new BookletPaper(content, options, isDense: true).Render();
    }

    private PdfDocument Render()
    {
        var works = Works();
        var parts = new List<Block> { Cover(), new PageBreak(), Front(works) };
        parts.AddRange(works.Select(w => w.Content));
        parts.Add(new PageBreak());
        parts.Add(new CheckBlock(kit.Check, content).Render());
        return kit.Document(texts.Title, new Column(0, parts));
    }

    private Section Cover()
    {
        var person = content.Person;
        var band = new List<Block>
        {
            new Text(texts.Title.ToUpperInvariant(), CoverKicker),
            new Space(120),
            new Text(person.Name, person.Name.Length > 24 ? CoverLongName : CoverName) { Role = TextRole.Heading1, Field = "person.name" },
        };
        if (person.LocalName is { Length: > 0 } local && local != person.Name)
        {
            band.Add(new Text(local, CoverLine) { Field = "person.localName" });
        }

        if (person.Headline is { Length: > 0 } headline)
        {
            band.Add(kit.Say("person.headline", headline, CoverLine with { Color = Soft }));
        }

        band.Add(new Space(26));
        var school = PaperKit.JoinedBy("  ·  ", content.School.Name, content.School.LocalName == content.School.Name ? null : content.School.LocalName);
        List<Block> below =
        [
            new Text(school, Look.Headline with { Color = Look.Ink, Bold = true }) { Field = "school.name" },
            new Text(PaperKit.JoinedBy(", ", content.School.City, content.School.Province), Look.Headline) { Field = "school.city" },
        ];
        if (kit.HasSummary)
        {
            below.Add(new Space(10));
            below.Add(kit.Summary());
        }

        var contact = kit.Joined("  ·  ", ("person.city", person.City), ("person.phone", person.Phone), ("person.email", person.Email));
        if (person.Link is { } link)
        {
            contact = [.. contact, .. contact.Count == 0 ? Array.Empty<Span>() : [new Span("  ·  ")], WebAddress.Of(link, OutlineTexts.For(kit.Language).Labels["link"])];
        }

        if (contact.Count > 0)
        {
            below.Add(new Space(8));
            below.Add(new Text(contact, Look.Body) { Field = "person" });
        }

        var column = new Column(2, below);
        return new Section(new Column(
            26,
            new Frame(new Column(4, band)) { Fill = Look.Teal, Padding = new Insets(34, 30, 34, 10) },
            person.Photo is { } photo ? new Row(24, RowCell.Fixed(PaperKit.SmallPhoto.Width, kit.Portrait(photo, PaperKit.SmallPhoto.Width, PaperKit.SmallPhoto.Height)), RowCell.Share(column)) : column));
    }

    /// <summary>The contents list and the holder's own words.</summary>
    private Column Front(IReadOnlyList<Work> works)
    {
        var blocks = new List<Block>();
        if (works.Count > 0)
        {
            blocks.Add(kit.Part(texts.Contents, Contents(works)));
        }

        if (content.Person.Summary is { Length: > 0 } summary)
        {
            blocks.Add(kit.Part(texts.About, kit.Say("person.summary", summary, Look.Body)));
        }

        return new Column(kit.Dress.Gap, blocks);
    }

    private Column Contents(IReadOnlyList<Work> works)
    {
        var page = 2;
        var rows = new List<Block>();
        if (!isDense)
        {
            // The list has its own length, whatever the numbers in it.
            page += Pages(new Column(kit.Dress.Gap, kit.Part(texts.Contents, new Column(5, [.. works.SelectMany(w => w.Entries).Select(e => ContentsRow(e, 1))])), new Text(content.Person.Summary, Look.Body)));
        }

        foreach (var work in works)
        {
            rows.AddRange(work.Entries.Select(e => (Block)ContentsRow(e, isDense ? null : page)));
            page += isDense ? 0 : work.Pages;
        }

        return new Column(5, rows);
    }

    private Row ContentsRow(CvEntry entry, int? page) => new(
        10,
        RowCell.Fixed(Axis.Side, new Text(texts.Kinds[entry.Kind], Look.Side)),
        RowCell.Fixed(10, TrustMark.For(entry.Word)),
        RowCell.Share(kit.Say(PaperKit.Path("entries", kit.IndexOf(entry)) + ".title", entry.Title, Look.Body)),
        RowCell.Fixed(30, new Text(page?.ToString(CultureInfo.InvariantCulture) ?? "", Look.Side) { Align = TextAlign.End }));

    /// <summary>Confirmed works first: those with pictures each by itself, the others together; then, in the same way, what the holder alone says.</summary>
    private List<Work> Works()
    {
        var works = new List<Work>();
        works.AddRange(kit.Confirmed.Where(HasPictures).Select(e => Begun([e], Page(e))));
        if (kit.Confirmed.Where(e => !HasPictures(e)).ToList() is { Count: > 0 } further)
        {
            works.Add(Begun(further, kit.Part(works.Count == 0 ? texts.Title : texts.Further, new Column(kit.Dress.LineGap, [.. lines.Confirmed(further)]))));
        }

        works.AddRange(kit.Own.Where(HasPictures).Select(e => Begun([e], Page(e))));
        if (kit.Own.Where(e => !HasPictures(e)).ToList() is { Count: > 0 } own)
        {
            works.Add(Begun(own, kit.Part(kit.Check.OwnWord, lines.Own(own))));
        }

        return works;
    }

    private static bool HasPictures(CvEntry entry) => entry.Pictures.Any(p => p.Bytes is not null);

    /// <summary>A work with what stands before it: the next page, or only some room.</summary>
    private Work Begun(IReadOnlyList<CvEntry> entries, Block block) =>
        isDense ? new Work(entries, new Column(0, new Space(22), block), 0) : new Work(entries, new Column(0, new PageBreak(), block), Pages(block));

    private int Pages(Block block) => PdfWriter.CountPages(kit.Document(texts.Title, block));

    private Section Page(CvEntry entry)
    {
        var field = PaperKit.Path("entries", kit.IndexOf(entry));
        var isOwn = entry.Word == CvWords.Self;
        var shown = entry.Pictures.Select((p, i) => (Picture: p, Field: $"{field}.pictures[{i}]")).Where(p => p.Picture.Bytes is not null).ToList();
        var blocks = new List<Block>
        {
            new Column(
                2,
                new Text(PaperKit.JoinedBy("  ·  ", texts.Kinds[entry.Kind], (periods with { Between = " – " }).Of(entry)), Look.Kicker) { KeepWithNext = true },
                kit.Say(field + ".title", entry.Title, WorkTitle) with { Role = TextRole.Heading2 },
                lines.PlaceOf(entry, field, isOwn ? Look.Muted : Look.Teal) ?? (Block)new Space(0),
                Standing(entry, field)),
        };
        var words = new List<Block>(lines.Description(entry, field));
        if (lines.Facts(entry, field) is { } facts)
        {
            words.Add(facts);
        }

        var (cover, coverField) = shown[0];
        var picture = pictures.Cover(cover, coverField, shown.Count - 1);
        if (BookletPictures.IsTall(cover))
        {
            blocks.Add(new Row(18, RowCell.Fixed(pictures.CoverSize(cover, shown.Count - 1).Width, picture), RowCell.Share(new Column(6, words))));
        }
        else
        {
            blocks.Add(picture);
            blocks.Add(new Column(5, words));
        }

        blocks.AddRange(pictures.Others([.. shown.Skip(1)]));
        return new Section(new Column(12, blocks));
    }

    /// <summary>On whose word the work stands; for own word said in a sentence, for no heading of a group stands over it.</summary>
    private Block Standing(CvEntry entry, string field) => entry.Word == CvWords.Self
        ? new Frame(new Text([new Span(kit.Check.OwnWord + ": ") { Bold = true }, new Span(kit.Check.Meanings[CvWords.Self])], Look.Small)) { Left = new Edge(2, Look.Warm), Padding = new Insets(8, 2, 0, 2) }
        : TrustMark.Line(entry.Word, lines.Confirmation(entry), field + ".confirmedBy");

    private sealed record Work(IReadOnlyList<CvEntry> Entries, Block Content, int Pages);
}
