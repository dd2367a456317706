using System.Globalization;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>A row of a form's table: year, month and what happened.</summary>
internal sealed record HistoryRow(string Year, string Month, IReadOnlyList<Span> Spans, string Field = "")
{
    private const float LatinEm = 0.58f;
    private const int FirstWideLetter = 0x2E80;

    /// <summary>So near the end of a row a blank or a comma is a better place to go on than the middle of a word.</summary>
    private const float BreakEm = 14;

    public static readonly HistoryRow Blank = new("", "", []);

    public TextAlign Align { get; init; }

    public string Text => string.Concat(Spans.Select(s => s.Content));

    public static HistoryRow Centred(string text) => new("", "", [new Span(text)]) { Align = TextAlign.Center };

    public static HistoryRow AtEnd(string text) => new("", "", [new Span(text)]) { Align = TextAlign.End };

    /// <summary>
    /// The row in as many rows of the form as its words need, as someone who writes by hand goes on in the next row. Widths are estimated
    /// generously; not a letter is lost.
    /// </summary>
    public IEnumerable<HistoryRow> Over(float widthInEm)
    {
        var letters = Spans.SelectMany(s => Elements(s.Content).Select(e => (Span: s, Letter: e, Width: WidthOf(e)))).ToList();
        if (letters.Sum(l => l.Width) <= widthInEm)
        {
            yield return this;
            yield break;
        }

        for (var start = 0; start < letters.Count;)
        {
            var end = start;
            for (var width = 0f; end < letters.Count && width + letters[end].Width <= widthInEm; end++)
            {
                width += letters[end].Width;
            }

            end = Math.Max(end, start + 1);
            end = end < letters.Count ? GoodBreak(letters.Select(l => l.Letter).ToList(), start, end) : end;
            var part = letters.GetRange(start, end - start).Select(l => (l.Span, l.Letter)).ToList();
            yield return this with { Year = start == 0 ? Year : "", Month = start == 0 ? Month : "", Spans = Joined(part) };
            start = end;
        }
    }

    private static int GoodBreak(List<string> letters, int start, int end)
    {
        var width = 0f;
        for (var at = end; at > start && width < BreakEm; at--)
        {
            if (letters[at - 1] is " " or "　" or "、" or "。" or "," or "；")
            {
                return at;
            }

            width += WidthOf(letters[at - 1]);
        }

        return end;
    }

    private static List<Span> Joined(List<(Span Span, string Letter)> letters)
    {
        var spans = new List<Span>();
        for (var i = 0; i < letters.Count;)
        {
            var source = letters[i].Span;
            var same = letters.Skip(i).TakeWhile(l => ReferenceEquals(l.Span, source)).Select(l => l.Letter).ToList();
            spans.Add(source with { Content = string.Concat(same) });
            i += same.Count;
        }

        return spans;
    }

    private static IEnumerable<string> Elements(string text)
    {
        for (var all = StringInfo.GetTextElementEnumerator(text.ReplaceLineEndings(" ")); all.MoveNext();)
        {
            yield return all.GetTextElement();
        }
    }

    private static float WidthOf(string letter) => letter[0] >= FirstWideLetter ? 1 : LatinEm;
}
