using System.Runtime.InteropServices;

namespace SmkPortfolio.Web.Startup;

/// <summary>
/// Keeps the memory of native libraries small. The C library of most Linux systems learns from each large block that is given back to keep the next ones: after a few
/// pictures every thread that drew one holds tens of megabytes for ever.
/// </summary>
internal static class NativeMemory
{
    private const int MmapThreshold = -3;
    private const int ArenaMax = -8;

    /// <summary>From this size on a block is memory of its own, which goes back to the system at once: pixels are, a database's pages are not.</summary>
    private const int BlockBytes = 256 * 1024;

    /// <summary>Threads share their small blocks: each place of its own keeps what was once needed there.</summary>
    private const int Arenas = 2;

    /// <summary>Once, before the first picture. Other C libraries have no such setting, nor the need of it.</summary>
    public static void KeepSmall()
    {
        if (OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libc.so.6", out var library) && NativeLibrary.TryGetExport(library, "mallopt", out _))
        {
            _ = MallOpt(MmapThreshold, BlockBytes);
            _ = MallOpt(ArenaMax, Arenas);
        }
    }

    [DllImport("libc.so.6", EntryPoint = "mallopt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MallOpt(int parameter, int value);
}
