using System.Globalization;
using System.Text;
using SmkPortfolio.Cv.Formats;

namespace SmkPortfolio.Cv.Shapes;

/// <summary>A paper as plain text for forms and mails: UTF-8, lines of at most 76 columns, every word of it.</summary>
public static class PlainText
{
    private const int Columns = 76;

    /// <summary>Writes the content; the same content and options give the same bytes.</summary>
    /// <exception cref="ArgumentException">There are no headings in that language, or a line is of no known kind or word.</exception>
    public static byte[] Write(CvContent content, CvOptions options)
    {
        var outline = new Outline("", content, options);
        var text = new StringBuilder();
        Heading(text, content.Person.Name, '=');
        foreach (var line in new[] { outline.Headline.Content, PaperKit.JoinedBy(", ", content.School.Name, content.School.City), outline.Summary, content.Person.Under18 ? outline.Check.Under18 : "" })
        {
            Paragraph(text, line);
        }

        foreach (var part in outline.Parts)
        {
            text.Append('\n');
            Heading(text, part.Title, '-');
            Paragraph(text, part.Note.Length == 0 ? "" : $"({part.Note})");
            foreach (var (label, value) in part.Rows)
            {
                Paragraph(text, $"{label}: {value.Content}", "", "  ");
            }

            foreach (var said in part.Texts)
            {
                Paragraph(text, said.Content);
            }

            foreach (var (item, index) in part.Items.Select((item, i) => (item, i)))
            {
                text.Append(index == 0 ? "" : "\n");
                Item(text, item);
            }
        }

        text.Append('\n');
        Heading(text, outline.Check.Check, '-');
        Paragraph(text, outline.NotSealed);
        Paragraph(text, $"{outline.Check.IssuedAt} {content.Verification.IssuedAt}, {content.School.Name}, NPSN {content.School.Npsn}");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Item(StringBuilder text, OutlineItem item)
    {
        Paragraph(text, item.Time.Length == 0 ? item.Title.Content : $"{item.Title.Content} ({item.Time})", "", "  ");
        Paragraph(text, string.Join(", ", item.Where.Select(w => w.Content)), "  ", "  ");
        foreach (var done in item.Done)
        {
            Paragraph(text, done.Content, "  - ", "    ");
        }

        foreach (var fact in item.Facts)
        {
            Paragraph(text, fact.Content, "  ", "    ");
        }

        Paragraph(text, item.Standing.Length == 0 ? "" : $"[{item.Standing}]", "  ", "  ");
    }

    private static void Heading(StringBuilder text, string title, char line)
    {
        Paragraph(text, title);
        text.Append(line, Math.Clamp(Width(title), 3, Columns)).Append('\n');
    }

    /// <summary>Words on lines, nothing for no words; what is wider than a line is broken, as kanji and syllables always may be.</summary>
    private static void Paragraph(StringBuilder text, string content, string first = "", string next = "")
    {
        var line = new StringBuilder();
        var width = 0;
        void Break()
        {
            text.Append(line).Append('\n');
            line.Clear().Append(next);
            width = next.Length;
        }

        foreach (var (word, index) in content.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select((w, i) => (w, i)))
        {
            line.Append(index == 0 ? first : " ");
            width += index == 0 ? first.Length : 1;
            var needed = Width(word);
            if (index > 0 && width + needed > Columns && needed <= Columns - next.Length)
            {
                line.Length--;
                Break();
            }

            foreach (var rune in word.EnumerateRunes())
            {
                if (width + Width(rune) > Columns)
                {
                    Break();
                }

                line.Append(rune);
                width += Width(rune);
            }
        }

        if (line.Length > 0)
        {
            text.Append(line).Append('\n');
        }
    }

    private static int Width(string text) => text.EnumerateRunes().Sum(Width);

    /// <summary>Kana, kanji and syllables take two columns.</summary>
    private static int Width(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark ? 0 : rune.Value is >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xD7FB or >= 0xF900 and <= 0xFAFF or >= 0xFF01 and <= 0xFF60 or >= 0x20000 ? 2 : 1;
}
