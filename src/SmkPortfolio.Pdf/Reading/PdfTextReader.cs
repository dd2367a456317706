using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;
using PigDocument = UglyToad.PdfPig.PdfDocument;

namespace SmkPortfolio.Pdf.Reading;

/// <summary>Text, headings and language of a PDF through PdfPig.</summary>
internal sealed class PdfTextReader
{
    private const float LineTolerance = 0.3f;
    private const float BlankWidth = 0.2f;
    private const int MaxElements = 200_000;
    private const int MaxDepth = 200;
    private readonly PigDocument document;
    private readonly Dictionary<(int Page, int Mark), string> marks = [];
    private readonly Dictionary<IndirectReference, int> pageNumbers = [];
    private readonly List<PdfReadHeading> headings = [];
    private readonly List<string> paragraphs = [];
    private int elements;

    private PdfTextReader(PigDocument document) => this.document = document;

    public static PdfReading Read(byte[] pdf, int maxPages)
    {
        using var document = PigDocument.Open(pdf);
        return new PdfTextReader(document).Read(maxPages);
    }

    private PdfReading Read(int maxPages)
    {
        var catalog = document.Structure.Catalog.CatalogDictionary;
        var pages = new List<PdfReadPage>();
        FindPages(catalog);
        for (var number = 1; number <= Math.Min(document.NumberOfPages, maxPages); number++)
        {
            var page = document.GetPage(number);
            pages.Add(new PdfReadPage(number, [.. Lines(page.Letters).Select(line => line.TrimEnd())]));
            foreach (var content in page.GetMarkedContents())
            {
                Collect(number, content);
            }
        }

        var isTagged = Get(catalog, "StructTreeRoot") is DictionaryToken;
        if (Get(catalog, "StructTreeRoot") is DictionaryToken tree)
        {
            Walk(tree, 0, 0);
        }
        else if (document.TryGetBookmarks(out var bookmarks))
        {
            headings.AddRange(bookmarks.GetNodes().Select(n => new PdfReadHeading(Math.Clamp(n.Level + 1, 1, 6), n.Title, 0)));
        }

        return new PdfReading { Title = document.Information.Title ?? "", Language = TextOf(Get(catalog, "Lang")), IsTagged = isTagged, Pages = pages, Headings = headings, Paragraphs = paragraphs };
    }

    /// <summary>Letters as they come; a line ends where the next letter stands on another height.</summary>
    private static IEnumerable<string> Lines(IReadOnlyList<Letter> letters)
    {
        var line = new StringBuilder();
        Letter? last = null;
        foreach (var letter in letters)
        {
            if (last is not null)
            {
                var size = Math.Max(1, Math.Max(last.PointSize, letter.PointSize));
                var gap = letter.StartBaseLine.X - last.EndBaseLine.X;
                if (Math.Abs(letter.StartBaseLine.Y - last.StartBaseLine.Y) > LineTolerance * size || gap < -size)
                {
                    yield return line.ToString();
                    line.Clear();
                }
                else if (gap > BlankWidth * size && line.Length > 0 && line[^1] != ' ' && letter.Value != " ")
                {
                    line.Append(' ');
                }
            }

            line.Append(letter.Value == "\u200B" ? "" : letter.Value);
            last = letter;
        }

        if (line.Length > 0)
        {
            yield return line.ToString();
        }
    }

    private void Collect(int page, MarkedContentElement content)
    {
        if (content.MarkedContentIdentifier >= 0 && !content.IsArtifact)
        {
            marks[(page, content.MarkedContentIdentifier)] = string.Concat(Lines([.. Letters(content)]));
        }
    }

    /// <summary>The other reader joins a mark to its letter, and keeps the letter without it beside the joined one.</summary>
    private static IEnumerable<Letter> Letters(MarkedContentElement content)
    {
        List<Letter> all = [.. content.Letters, .. content.Children.SelectMany(Letters)];
        return all.Where((letter, i) => i + 1 == all.Count || all[i + 1].Value.Length <= letter.Value.Length
            || !all[i + 1].Value.StartsWith(letter.Value, StringComparison.Ordinal) || all[i + 1].StartBaseLine.X != letter.StartBaseLine.X);
    }

    private void FindPages(DictionaryToken catalog)
    {
        var number = 0;
        void Visit(IToken? node, IndirectReference? reference, int depth)
        {
            if (depth > MaxDepth || node is not DictionaryToken dictionary)
            {
                return;
            }

            if (Get(dictionary, "Kids") is ArrayToken kids)
            {
                foreach (var kid in kids.Data)
                {
                    Visit(Resolve(kid), (kid as IndirectReferenceToken)?.Data, depth + 1);
                }
            }
            else if (reference is { } known)
            {
                pageNumbers[known] = ++number;
            }
        }

        Visit(Get(catalog, "Pages"), null, 0);
    }

    private void Walk(DictionaryToken element, int page, int depth)
    {
        if (depth > MaxDepth || ++elements > MaxElements)
        {
            return;
        }

        page = PageOf(element, page);
        if (Get(element, "S") is NameToken { Data: "P" or "Lbl" or "LBody" or "Caption" or ['H', >= '1' and <= '6'] } name)
        {
            var text = new StringBuilder();
            var first = 0;
            Gather(element, page, depth, text, ref first);
            paragraphs.Add(text.ToString().Trim());
            if (name.Data is ['H', var level])
            {
                headings.Add(new PdfReadHeading(level - '0', paragraphs[^1], first));
            }

            return;
        }

        foreach (var child in Children(element))
        {
            if (child is DictionaryToken inner)
            {
                Walk(inner, page, depth + 1);
            }
        }
    }

    private void Gather(DictionaryToken element, int page, int depth, StringBuilder text, ref int first)
    {
        page = PageOf(element, page);
        if (depth > MaxDepth || ++elements > MaxElements)
        {
            return;
        }

        foreach (var child in Children(element))
        {
            var mark = child is NumericToken number ? number.Int : child is DictionaryToken d && Get(d, "MCID") is NumericToken inner ? inner.Int : -1;
            var markPage = child is DictionaryToken marked ? PageOf(marked, page) : page;
            if (mark >= 0)
            {
                first = first == 0 ? markPage : first;
                // A blank between two parts was drawn with the first of them.
                text.Append(marks.GetValueOrDefault((markPage, mark), ""));
            }
            else if (child is DictionaryToken dictionary)
            {
                Gather(dictionary, page, depth + 1, text, ref first);
            }
        }
    }

    private int PageOf(DictionaryToken element, int page) =>
        element.TryGet(NameToken.Create("Pg"), out var token) && token is IndirectReferenceToken reference && pageNumbers.TryGetValue(reference.Data, out var number) ? number : page;

    private IEnumerable<IToken> Children(DictionaryToken element) => Get(element, "K") switch
    {
        ArrayToken array => array.Data.Select(Resolve).OfType<IToken>(),
        { } single => [single],
        null => [],
    };

    private IToken? Get(DictionaryToken dictionary, string name) => dictionary.TryGet(NameToken.Create(name), out var token) ? Resolve(token) : null;

    private IToken? Resolve(IToken token) => token is IndirectReferenceToken reference ? document.Structure.GetObject(reference.Data)?.Data : token;

    private static string TextOf(IToken? token) => token switch { StringToken text => text.Data, HexToken hex => hex.Data, _ => "" };
}
