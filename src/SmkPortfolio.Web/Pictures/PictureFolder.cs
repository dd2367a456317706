namespace SmkPortfolio.Web.Pictures;

/// <summary>
/// A folder of this machine for a picture while it is read. Whoever made it holds a lock in it that ends with the process, however that ends: so what a killed
/// process left, perhaps of a minor, is told from what another is just reading.
/// </summary>
public sealed class PictureFolder : IDisposable
{
    private const string Beginning = "smk-picture-";
    private const string Held = ".held";

    // Longer than a picture is read. Only what an earlier version left has no lock, and what was made in this instant.
    private static readonly TimeSpan Unheld = TimeSpan.FromMinutes(10);

    // Between making a lock's file and holding it lies less.
    private static readonly TimeSpan Instant = TimeSpan.FromSeconds(1);

    private static readonly EnumerationOptions Reachable = new() { IgnoreInaccessible = true };

    private readonly DirectoryInfo folder;
    private readonly FileStream held;

    private PictureFolder(DirectoryInfo folder)
    {
        this.folder = folder;
        held = new FileStream(PathOf(Held), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
    }

    public DirectoryInfo Folder => folder;

    /// <summary>In the temporary folder, for nobody else's eyes.</summary>
    public static PictureFolder Create() => new(Directory.CreateTempSubdirectory(Beginning));

    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    /// <summary>Deletes it with all that is in it.</summary>
    public void Dispose()
    {
        held.Dispose();
        try
        {
            folder.Delete(recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Another process swept it, once nobody held it any more.
        }
    }

    /// <summary>Deletes what killed processes of this machine left in the temporary folder; how much there was.</summary>
    /// <param name="now">UTC, by the clock that dates files.</param>
    public static int Sweep(DateTime now)
    {
        var temporary = new DirectoryInfo(Path.GetTempPath());
        return !temporary.Exists
            ? 0
            : temporary.EnumerateDirectories(Beginning + "*", Reachable).Count(left => IsSwept(left, now))
            // So an earlier version called its copies.
            + temporary.EnumerateFiles("smk-*.picture", Reachable).Count(left => IsGone(() => left.LastWriteTimeUtc < now - Unheld, left.Delete));
    }

    private static bool IsSwept(DirectoryInfo left, DateTime now) =>
        left.LinkTarget is null && IsGone(() => IsDead(left, now), () => left.Delete(recursive: true));

    private static bool IsDead(DirectoryInfo left, DateTime now)
    {
        try
        {
            using var free = new FileStream(Path.Combine(left.FullName, Held), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return left.LastWriteTimeUtc < now - Instant;
        }
        catch (FileNotFoundException)
        {
            return left.LastWriteTimeUtc < now - Unheld;
        }
    }

    private static bool IsGone(Func<bool> isDead, Action delete)
    {
        try
        {
            if (!isDead())
            {
                return false;
            }
            delete();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody holds it, or it is another user's, or another sweeps too.
            return false;
        }
    }
}
