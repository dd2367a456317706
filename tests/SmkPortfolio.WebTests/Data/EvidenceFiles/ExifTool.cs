using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace SmkPortfolio.WebTests.Data.EvidenceFiles;

/// <summary>Somebody else's eyes on metadata.</summary>
internal static class ExifTool
{
    /// <summary>Writes tags into a copy of a picture.</summary>
    public static byte[] Write(byte[] picture, string extension, params string[] tags)
    {
        var path = TemporaryPath(extension);
        try
        {
            File.WriteAllBytes(path, picture);
            Run([.. tags, "-q", "-m", "-overwrite_original", path]);
            return File.ReadAllBytes(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Every tag it can find, as "Group:Name" and value.</summary>
    public static IReadOnlyDictionary<string, string> Read(byte[] picture, string extension)
    {
        var path = TemporaryPath(extension);
        try
        {
            File.WriteAllBytes(path, picture);
            using var json = JsonDocument.Parse(Run("-j", "-G1", "-a", "-u", "-n", "-ee", path));
            return json.RootElement[0].EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ToString());
        }
        finally
        {
            File.Delete(path);
        }
    }

    public static string TemporaryPath(string extension) => Path.Combine(Path.GetTempPath(), $"smk-{Guid.NewGuid():N}.{extension}");

    private static string Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("exiftool", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, $"exiftool {string.Join(' ', arguments)}: {errors.Result}");
            return output;
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException("exiftool is not installed (Debian: libimage-exiftool-perl); tests/run.sh installs it.", e);
        }
    }
}
