using System.Diagnostics;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Derived;

/// <summary>
/// Programs that may be installed beside ours, each run as a process of its own with little time and bounded memory: poppler for the first page of a
/// PDF, libheif for HEIC. Found once, at the start. Without them there is no such picture, and all else goes on.
/// </summary>
public sealed class PictureTools(ToolsSettings settings)
{
    /// <summary>More than such a program may write of one picture.</summary>
    public const long MostBytes = 64 * 1024 * 1024;

    /// <summary>Addresses that such a program may take, in bytes: several times what 100 megapixels need. A small file can ask for far more.</summary>
    public const long MostMemory = 1024 * 1024 * 1024;

    /// <summary>How long such a program may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // It sets bounds for itself and then becomes the tool: $0 is the program, "$@" its arguments. Systems that know no such bound go on without;
    // what is written is counted in blocks of 512 bytes.
    private static readonly string Bounds = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"ulimit -v {MostMemory / 1024}; ulimit -f {MostBytes / 512}; exec \"$0\" \"$@\"");

    private static readonly string? Shell = OperatingSystem.IsWindows() ? null : "/bin/sh";

    /// <summary>Where it is; null when it is not installed.</summary>
    public string? PdfToPpm { get; } = Find(settings.PdfToPpm, "pdftoppm");

    public string? HeifConvert { get; } = Find(settings.HeifConvert, "heif-convert", "heif-dec");

    /// <param name="tool">The program.</param>
    /// <param name="arguments">Given to it as they are; the shell that sets its bounds reads none of them.</param>
    /// <param name="folder">Where it works.</param>
    /// <param name="most">Then it is ended.</param>
    /// <param name="cancel">Ends it too.</param>
    /// <returns>Whether the program says that all went well.</returns>
    /// <exception cref="IOException">It did not come to an end in time, and was ended; or it could not be started.</exception>
    public static async Task<bool> IsDoneAsync(string tool, string[] arguments, string folder, TimeSpan most, CancellationToken cancel)
    {
        // What it says goes nowhere: it may quote the file, and nobody reads it.
        var start = new ProcessStartInfo(Shell ?? tool, Shell is null ? arguments : ["-c", Bounds, tool, .. arguments]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        using var process = Start(start);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(most);
        process.StandardInput.Close();
        try
        {
            await Task.WhenAll(process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, patience.Token), process.StandardError.BaseStream.CopyToAsync(Stream.Null, patience.Token), process.WaitForExitAsync(patience.Token));
            return process.ExitCode == 0;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new IOException("The program that reads it did not come to an end.");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                // Until it is gone it may still write into the folder, which is deleted next.
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new IOException("The program that reads it cannot be started.", e);
        }
    }

    private static string? Find(string named, params string[] names) => named.Length > 0 ? named
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))).FirstOrDefault(File.Exists);
}
