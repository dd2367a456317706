using SmkPortfolio.Data.EvidenceFiles;

namespace SmkPortfolio.WebTests.Data.EvidenceFiles;

/// <summary>Small pictures drawn for these tests, without any metadata, and the way through the intake.</summary>
internal static class Fixtures
{
    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(RepositoryRoot(), "tests/SmkPortfolio.WebTests/Data/EvidenceFiles/Files", name));

    public static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SmkPortfolio.sln")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }

    public static Task<IntakeResult> TakeIn(byte[] content, EvidenceLimits? limits = null) =>
        EvidenceIntake.CleanAsync(new ForwardOnlyStream(content), limits ?? new EvidenceLimits(), TestContext.Current.CancellationToken);

    public static async Task<(CleanedEvidence Info, byte[] Bytes)> Clean(byte[] content, EvidenceLimits? limits = null)
    {
        var result = await TakeIn(content, limits);
        await using var cleaned = Assert.IsType<CleanedEvidence>(result);
        using var copy = new MemoryStream();
        await cleaned.Content.CopyToAsync(copy, TestContext.Current.CancellationToken);
        return (cleaned, copy.ToArray());
    }

    public static async Task IsRefused(string code, string kind, byte[] content, EvidenceLimits? limits = null)
    {
        var result = await TakeIn(content, limits);
        (result as IDisposable)?.Dispose();
        var refusal = Assert.IsType<EvidenceRefusal>(result);
        Assert.Equal((code, kind), (refusal.Code, refusal.DetectedKind));
    }
}
