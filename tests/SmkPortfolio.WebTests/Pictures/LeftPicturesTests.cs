using System.Diagnostics;
using SmkPortfolio.Web.Pictures;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pictures;

/// <summary>Pictures that lay in the temporary folder when their process was killed.</summary>
public sealed class LeftPicturesTests
{
    [Fact]
    public async Task A_start_sweeps_what_a_killed_process_left()
    {
        var left = Directory.CreateTempSubdirectory("smk-picture-");
        var copy = Path.Combine(Path.GetTempPath(), $"smk-{Guid.NewGuid():N}.picture");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(left.FullName, "file.pdf"), [1, 2, 3], TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync(copy, [1, 2, 3], TestContext.Current.CancellationToken);
            Directory.SetLastWriteTimeUtc(left.FullName, DateTime.UtcNow.AddHours(-1));
            File.SetLastWriteTimeUtc(copy, DateTime.UtcNow.AddHours(-1));

            await using var app = await WebApps.EmptyAsync(Engine.Sqlite);

            Assert.Equal((false, false), (Directory.Exists(left.FullName), File.Exists(copy)));
        }
        finally
        {
            File.Delete(copy);
            if (Directory.Exists(left.FullName))
            {
                left.Delete(recursive: true);
            }
        }
    }

    [Fact]
    public async Task What_another_process_reads_stays_until_that_is_killed()
    {
        var read = Directory.CreateTempSubdirectory("smk-picture-");
        var held = Path.Combine(read.FullName, ".held");
        await File.WriteAllBytesAsync(held, [], TestContext.Current.CancellationToken);
        using var reader = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec 9<>\"$0\"; flock -x 9; echo held; exec sleep 600", held]) { RedirectStandardOutput = true })!;
        try
        {
            Assert.Equal("held", await reader.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
            Directory.SetLastWriteTimeUtc(read.FullName, DateTime.UtcNow.AddHours(-1));

            PictureFolder.Sweep(DateTime.UtcNow);
            Assert.True(Directory.Exists(read.FullName));

            reader.Kill();
            await reader.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.InRange(PictureFolder.Sweep(DateTime.UtcNow), 1, int.MaxValue);
            Assert.False(Directory.Exists(read.FullName));
        }
        finally
        {
            if (!reader.HasExited)
            {
                reader.Kill();
            }
        }
    }

    [Fact]
    public void What_is_read_here_stays_however_old_it_is_and_goes_with_its_reader()
    {
        string path;
        using (var read = PictureFolder.Create())
        {
            path = read.Folder.FullName;
            File.WriteAllBytes(read.PathOf("file.pdf"), [1, 2, 3]);
            Directory.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddDays(-1));

            PictureFolder.Sweep(DateTime.UtcNow);

            Assert.True(File.Exists(read.PathOf("file.pdf")));
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(path));
            }
        }
        Assert.False(Directory.Exists(path));
    }

    [Fact]
    public void What_was_made_in_this_instant_and_is_not_held_yet_stays()
    {
        var young = Directory.CreateTempSubdirectory("smk-picture-");
        try
        {
            PictureFolder.Sweep(DateTime.UtcNow);

            Assert.True(Directory.Exists(young.FullName));
        }
        finally
        {
            young.Delete(recursive: true);
        }
    }
}
