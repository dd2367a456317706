namespace SmkPortfolio.Pdf.Typesetting;

/// <summary>A line: characters from <paramref name="Start"/> to <paramref name="End"/> (the blank at its end too, so that copied text keeps it), and its visible width in em.</summary>
internal readonly record struct Line(int Start, int End, float Width);

/// <summary>Fills lines greedily over measured text. A word that is wider than the line is cut; nothing ever overflows.</summary>
internal static class LineBreaker
{
    private const float Tolerance = 1e-4f;

    public static List<Line> Break(ShapedText shaped, float width)
    {
        var text = shaped.Text;
        var isUrl = text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.Ordinal);
        var lines = new List<Line>();
        for (var start = 0; start < text.Length;)
        {
            var end = FindEnd(shaped, start, width, isUrl);
            var visible = end;
            while (visible > start && text[visible - 1] == ' ')
            {
                visible--;
            }

            lines.Add(new Line(start, end, shaped.Position[visible] - shaped.Position[start]));
            start = end;
            if (start < text.Length && text[start] == '\n')
            {
                start++;
                continue;
            }

            while (start < text.Length && text[start] == ' ')
            {
                start++;
            }
        }

        return lines;
    }

    private static int FindEnd(ShapedText shaped, int start, float width, bool isUrl)
    {
        var text = shaped.Text;
        var last = -1;
        var fitting = start + 1;
        while (!shaped.StartsCluster(fitting))
        {
            fitting++;
        }

        for (var i = start; ; i++)
        {
            if (i == text.Length || text[i] == '\n')
            {
                return i;
            }

            var next = i + 1;
            var isBlank = text[i] == ' ';
            if (!isBlank && shaped.Position[next] - shaped.Position[start] > width + Tolerance && next > fitting)
            {
                return last > start ? last : fitting;
            }

            if (!shaped.StartsCluster(next))
            {
                continue;
            }

            fitting = next;
            if (next < text.Length && MayBreak(text, next, isUrl))
            {
                last = next;
            }
        }
    }

    /// <summary>May a line end before the character at <paramref name="at"/>?</summary>
    private static bool MayBreak(string text, int at, bool isUrl)
    {
        var (before, after) = (text[at - 1], text[at]);
        if (after is ' ' or '\n' || before == '\u00A0' || after == '\u00A0')
        {
            return false;
        }

        var (first, second) = (Scripts.CodePointBefore(text, at), Scripts.CodePointAt(text, at));
        if (before != ' ' && (Scripts.Of(first) == Script.Japanese || Scripts.Of(second) == Script.Japanese))
        {
            return Kinsoku.MayBreak(first, second);
        }

        return before switch
        {
            ' ' => true,
            '-' => char.IsLetter(after) && at > 1 && char.IsLetter(text[at - 2]),
            '–' or '—' => true,
            '/' or '?' or '&' or '=' or '#' => isUrl && after != '/',
            _ => false,
        };
    }
}
