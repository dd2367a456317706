using System.Globalization;
using System.Text;

namespace SmkPortfolio.Credentials.Statements;

/// <summary>Makes a statement small enough to print: titles are cut first, then lines left out from the weakest, and the name last of all.</summary>
internal static class StatementFit
{
    private const string Ellipsis = "…";
    private const int LongestTitle = 100;
    private const int ShortestTitle = 12;
    private const int LongestName = 100;

    public static PaperStatement? Into(int room, PaperStatement statement, Func<PaperStatement, int> size)
    {
        var name = Plain(statement.Name);
        var lines = statement.Lines.OrderByDescending(l => Array.IndexOf(PaperStatement.Words, l.Word))
            .Take(PaperStatement.MostLines).Select(l => l with { Title = Plain(l.Title) }).Where(l => l.Title.Length > 0).ToList();
        var candidates = Titles(lines).Select(some => statement with { Name = Cut(name, LongestName), Lines = some })
            .Concat(Enumerable.Range(1, LongestName - 1).Select(cut => statement with { Name = Cut(name, LongestName - cut), Lines = [] }));
        return candidates.FirstOrDefault(s => s.Name.Length > 0 && size(s) <= room);
    }

    private static IEnumerable<List<StatementLine>> Titles(List<StatementLine> lines)
    {
        for (var count = lines.Count; count > 0; count--)
            for (var length = LongestTitle; length >= ShortestTitle; length--)
                yield return [.. lines.Take(count).Select(l => l with { Title = Cut(l.Title, length) })];
        yield return [];
    }

    // Within 255 bytes whatever the script: what a reader sees as one sign is never cut apart.
    private static string Cut(string text, int length)
    {
        var bounded = Bounded(text, length, int.MaxValue);
        return Encoding.UTF8.GetByteCount(bounded) <= byte.MaxValue ? bounded : Bounded(text, length, byte.MaxValue);
    }

    private static string Bounded(string text, int length, int bytes)
    {
        var signs = new StringInfo(text);
        if (signs.LengthInTextElements <= length && Encoding.UTF8.GetByteCount(text) <= bytes) return text;
        var kept = Math.Min(length, signs.LengthInTextElements) - 1;
        for (; kept > 0; kept--)
        {
            var cut = signs.SubstringByTextElements(0, kept).TrimEnd() + Ellipsis;
            if (Encoding.UTF8.GetByteCount(cut) <= bytes) return cut.Normalize();
        }
        return Ellipsis;
    }

    private static string Plain(string text) =>
        string.Join(' ', new string([.. text.Normalize().Select(c => char.IsControl(c) ? ' ' : c)]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
