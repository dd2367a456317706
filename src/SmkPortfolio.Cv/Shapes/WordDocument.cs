using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SmkPortfolio.Cv.Formats;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Shapes;

/// <summary>
/// A curriculum vitae as a Word file, for portals that take nothing else and for holders who adapt it. Nobody can seal such a file: its
/// foot says so and names where the original is checked. The portrait stays out.
/// </summary>
public static class WordDocument
{
    private const string MainContent = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    /// <summary>Papers that consist of headings, lines and lists.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["drh", "international", "lebenslauf"];

    /// <summary>Writes the content in the order of the format; the same content and options give the same bytes.</summary>
    /// <exception cref="ArgumentException">The format has no Word file, has no labels in that language, or a line is of no known kind or word.</exception>
    public static byte[] Write(CvFormat format, CvContent content, CvOptions options)
    {
        if (!Formats.Contains(format.Name))
        {
            throw new ArgumentException($"There is no Word file of the format '{format.Name}'.", nameof(format));
        }

        KnownLanguage.Demand(format, options);
        var outline = new Outline(format.Name, content, options);
        using var bytes = new MemoryStream();
        using (var package = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            using (var properties = package.AddNewPart<CoreFilePropertiesPart>("properties").GetStream(FileMode.Create))
            {
                Properties($"{outline.Texts.Title} · {content.Person.Name}", content.Person.Name, options).Save(properties);
            }

            var main = package.AddNewPart<MainDocumentPart>(MainContent, "document");
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = WordStyles.Make(options.Language);
            main.AddNewPart<NumberingDefinitionsPart>("lists").Numbering = WordStyles.Bullets();
            main.AddNewPart<FooterPart>("foot").Footer = new Footer(WordStyles.Paragraph("Foot", outline.NotSealed));
            main.Document = new Document(new Body([.. Body(outline, content, format, options), Page(options, format)]));
        }

        return FixedZip.Of(bytes.ToArray());
    }

    /// <summary>What the file says of itself. The package's own way would give the part another name each time.</summary>
    private static XElement Properties(string title, string creator, CvOptions options)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace dublinCore = "http://purl.org/dc/elements/1.1/";
        XNamespace terms = "http://purl.org/dc/terms/";
        XNamespace instance = "http://www.w3.org/2001/XMLSchema-instance";
        XElement Time(string name) => new(terms + name, new XAttribute(instance + "type", "dcterms:W3CDTF"), options.CreatedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        return new XElement(
            core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "dc", dublinCore.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "dcterms", terms.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "xsi", instance.NamespaceName),
            new XElement(dublinCore + "title", title),
            new XElement(dublinCore + "creator", creator),
            new XElement(dublinCore + "language", options.Language),
            Time("created"),
            Time("modified"));
    }

    private static IEnumerable<OpenXmlElement> Body(Outline outline, CvContent content, CvFormat format, CvOptions options)
    {
        yield return WordStyles.Paragraph("Title", content.Person.Name);
        foreach (var line in new[] { outline.Headline, new Span(PaperKit.JoinedBy("  ·  ", content.School.Name, content.School.City)), new Span(outline.Summary), new Span(content.Person.Under18 ? outline.Check.Under18 : "") })
        {
            if (line.Content.Length > 0)
            {
                yield return WordStyles.Paragraph("Quiet", line);
            }
        }

        foreach (var part in outline.Parts)
        {
            yield return WordStyles.Paragraph("Heading1", part.Title);
            if (part.Note.Length > 0)
            {
                yield return WordStyles.Paragraph("Quiet", part.Note);
            }

            foreach (var block in part.Rows.Select(r => WordStyles.Row(r.Label, r.Value)).Concat(part.Texts.Select(t => WordStyles.Paragraph("Normal", t))).Concat(part.Items.SelectMany(Item)))
            {
                yield return block;
            }
        }

        if (format.Name != "international")
        {
            yield return WordStyles.Paragraph("Normal", "");
            yield return WordStyles.Paragraph("Normal", outline.PlaceAndDate);
            yield return WordStyles.Paragraph("Normal", "");
            yield return WordStyles.Paragraph("Normal", content.Person.Name);
        }

        yield return WordStyles.Paragraph("Heading1", outline.Check.Check);
        yield return WordStyles.Paragraph("Normal", $"{outline.Check.Code}: {content.Verification.Code}");
        yield return WordStyles.Paragraph("Normal", content.Verification.Url);
        yield return WordStyles.Paragraph("Quiet", $"{outline.Check.IssuedAt} {content.Verification.IssuedAt}  ·  {content.School.Name}, NPSN {content.School.Npsn}");
    }

    private static IEnumerable<Paragraph> Item(OutlineItem item)
    {
        yield return WordStyles.Paragraph("Heading2", item.Time.Length == 0 ? [item.Title] : [item.Title, new Span("\t" + item.Time)]);
        if (item.Where.Count > 0)
        {
            yield return WordStyles.Paragraph("Where", [.. item.Where.SelectMany((w, i) => i == 0 ? [w] : new[] { new Span("  ·  "), w })]);
        }

        foreach (var paragraph in item.Done.Select(d => WordStyles.Paragraph("ListBullet", d)).Concat(item.Facts.Select(f => WordStyles.Paragraph("Normal", f))))
        {
            yield return paragraph;
        }

        if (item.Standing.Length > 0)
        {
            yield return WordStyles.Paragraph("Quiet", item.Standing);
        }
    }

    /// <summary>A4, or Letter where the format allows it; twentieths of a point.</summary>
    private static SectionProperties Page(CvOptions options, CvFormat format)
    {
        var (width, height) = options.Letter && format.Name == "international" ? (12240u, 15840u) : (11906u, 16838u);
        return new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = "foot" },
            new PageSize { Width = width, Height = height },
            new PageMargin { Top = 1020, Right = 1134, Bottom = 1134, Left = 1134, Header = 567, Footer = 567, Gutter = 0 });
    }
}
