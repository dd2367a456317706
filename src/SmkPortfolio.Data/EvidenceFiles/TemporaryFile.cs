namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>A file that only this process can open and that is gone when it is closed: it may hold a minor's photo with its place.</summary>
internal static class TemporaryFile
{
    public static FileStream Create(string? folder)
    {
        var path = Path.Combine(folder ?? Path.GetTempPath(), $"smk-{Guid.NewGuid():N}.part");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        var file = new FileStream(path, options);
        if (!OperatingSystem.IsWindows())
        {
            // Its name goes at once, so that nothing is left even of a process that is killed.
            File.Delete(path);
        }
        return file;
    }
}
