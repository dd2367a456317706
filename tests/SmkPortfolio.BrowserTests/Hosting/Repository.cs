namespace SmkPortfolio.BrowserTests.Hosting;

/// <summary>The working copy that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SmkPortfolio.sln")))
            {
                return folder.FullName;
            }
        }
        throw new InvalidOperationException($"No SmkPortfolio.sln above {AppContext.BaseDirectory}: the tests run from inside the repository.");
    }
}
