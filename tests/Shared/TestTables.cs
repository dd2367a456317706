using System.Text;

namespace SmkPortfolio.Tests;

/// <summary>
/// Tables that a test leaves behind for people to read. <c>tests/run.sh</c> names a folder in <c>SMK_TEST_TABLES</c> and prints
/// what lies in it; without the variable nothing is written.
/// </summary>
internal static class TestTables
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("SMK_TEST_TABLES");

    /// <summary>Writes a title and aligned columns; the first row is the heading.</summary>
    public static void Write(string name, string title, IReadOnlyList<string[]> rows)
    {
        if (string.IsNullOrEmpty(Folder)) return;
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, name + ".txt"), Layout(title, rows));
    }

    private static string Layout(string title, IReadOnlyList<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(i => rows.Max(row => row[i].Length)).ToArray();
        var text = new StringBuilder(title).Append('\n');
        foreach (var row in rows) text.Append(string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd()).Append('\n');
        return text.ToString();
    }
}
