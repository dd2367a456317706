using System.Buffers.Text;
using System.Globalization;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>
/// Counts the pages of a PDF without drawing one: the page objects, one written again by a later change once, or what a page tree says
/// of itself when that is more, because readers believe it.
/// </summary>
internal sealed class PdfPages
{
    // Before "/Type" in its object: more than the longest number and what writers put first; a page further in counts by its place.
    private const int LookBack = 256;

    private const int LookAhead = 1024;

    // So that a file of nothing but page objects costs no memory; far above any limit.
    private const int MostNumbers = 10_000;

    private readonly HashSet<long> _numbers = [];
    private long _packed;
    private long _said;

    public long Count => Math.Max(_numbers.Count + _packed, _said);

    /// <summary>A name that stands openly in the file.</summary>
    public void Found(ReadOnlySpan<char> name, long at, ReadOnlySpan<byte> after, FileWalker file)
    {
        Said(name, after);
        if (name.SequenceEqual("Type") && Is(after, "/Page"u8) && _numbers.Count < MostNumbers)
        {
            _numbers.Add(NumberBefore(at, file) ?? -at);
        }
    }

    /// <summary>A name in a compressed object stream. Its number is not looked up: written again there, a page counts again.</summary>
    public void Found(ReadOnlySpan<char> name, ReadOnlySpan<byte> after)
    {
        Said(name, after);
        if (name.SequenceEqual("Type") && Is(after, "/Page"u8))
        {
            _packed++;
        }
    }

    private void Said(ReadOnlySpan<char> name, ReadOnlySpan<byte> after)
    {
        if (name.SequenceEqual("Count"))
        {
            // Before its type, as writers that sort their names put it.
            var type = InDictionary(after).IndexOf("/Type"u8);
            if (type >= 0 && Is(after[(type + 5)..], "/Pages"u8))
            {
                _said = Math.Max(_said, Number(after));
            }
        }
        else if (name.SequenceEqual("Type") && Is(after, "/Pages"u8))
        {
            var rest = InDictionary(after);
            var count = rest.IndexOf("/Count"u8);
            if (count >= 0)
            {
                _said = Math.Max(_said, Number(rest[(count + 6)..]));
            }
        }
    }

    private static ReadOnlySpan<byte> InDictionary(ReadOnlySpan<byte> after)
    {
        // Of a file full of such names, each is looked behind a little and no more.
        after = after[..Math.Min(after.Length, LookAhead)];
        var end = after.IndexOf(">>"u8);
        return end < 0 ? after : after[..end];
    }

    private static bool Is(ReadOnlySpan<byte> after, ReadOnlySpan<byte> value)
    {
        after = after.TrimStart(" \t\r\n\f\0"u8);
        return after.StartsWith(value) && (after.Length == value.Length || !char.IsAsciiLetterOrDigit((char)after[value.Length]));
    }

    private static long Number(ReadOnlySpan<byte> after) =>
        Utf8Parser.TryParse(after.TrimStart(" \t\r\n\f\0"u8), out long number, out _) ? number : 0;

    /// <summary>The number in front of the nearest "0 obj" before a place.</summary>
    private static long? NumberBefore(long at, FileWalker file)
    {
        Span<byte> before = stackalloc byte[LookBack];
        var start = Math.Max(0, at - LookBack);
        before = before[..file.ReadAt(start, before[..(int)(at - start)])];
        var word = before.LastIndexOf(" obj"u8);
        if (word < 0)
        {
            return null;
        }
        var generation = before[..word].LastIndexOf((byte)' ');
        if (generation < 0)
        {
            return null;
        }
        var first = generation;
        while (first > 0 && char.IsAsciiDigit((char)before[first - 1]))
        {
            first--;
        }
        return long.TryParse(before[first..generation], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
