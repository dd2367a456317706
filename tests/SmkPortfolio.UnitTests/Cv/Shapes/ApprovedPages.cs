using System.Globalization;
using SmkPortfolio.Tests;
using SmkPortfolio.UnitTests.Pdf;

namespace SmkPortfolio.UnitTests.Cv.Shapes;

/// <summary>
/// Pictures of pages that somebody has looked at and found good, in <c>tests/approved</c>. A change of look is approved anew by
/// running the tests with <c>SMK_APPROVE=1</c>, looking at the pictures, and keeping them.
/// </summary>
internal static class ApprovedPages
{
    private const string Dpi = "60";

    public static bool IsApproving => Environment.GetEnvironmentVariable("SMK_APPROVE") == "1";

    /// <summary>What differs from the approved pages, by page; empty when every page is made as approved.</summary>
    public static IReadOnlyList<string> Compare(string name, byte[] pdf)
    {
        using var folder = new WorkFolder();
        var pages = Rendered(folder, pdf);
        var approved = Path.Combine(Repository.Root, "tests", "approved");
        if (IsApproving)
        {
            Directory.CreateDirectory(approved);
            foreach (var old in Directory.GetFiles(approved, name + "-p*.png")) File.Delete(old);
            for (var i = 0; i < pages.Count; i++) File.WriteAllBytes(Path.Combine(approved, FileName(name, i)), pages[i].ToPng());
        }
        var known = Directory.Exists(approved) ? Directory.GetFiles(approved, name + "-p*.png").Length : 0;
        if (known != pages.Count) return [$"{name} has {pages.Count} pages, approved are {known}"];
        return
        [
            .. pages.SelectMany((page, i) => PageShape.Of(page)
                .Differences(PageShape.Of(GreyPng.Read(File.ReadAllBytes(Path.Combine(approved, FileName(name, i))))))
                .Select(difference => string.Create(CultureInfo.InvariantCulture, $"{name}, page {i + 1}: {difference}"))),
        ];
    }

    public static IReadOnlyList<GreyPng> Rendered(WorkFolder folder, byte[] pdf)
    {
        var file = folder.Write("paper.pdf", pdf);
        Tool.Run("pdftoppm", "-r", Dpi, "-gray", file, folder["page"]);
        return [.. Directory.GetFiles(Path.GetDirectoryName(file)!, "page-*.pgm").Order(StringComparer.Ordinal).Select(f => GreyPng.OfPgm(File.ReadAllBytes(f)))];
    }

    private static string FileName(string name, int index) => string.Create(CultureInfo.InvariantCulture, $"{name}-p{index + 1:00}.png");
}
