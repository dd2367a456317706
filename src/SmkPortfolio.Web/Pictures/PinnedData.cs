using System.Runtime.InteropServices;
using SkiaSharp;

namespace SmkPortfolio.Web.Pictures;

/// <summary>A file in memory lent to the library without a copy of it.</summary>
internal sealed class PinnedData : IDisposable
{
    private GCHandle _pin;

    private PinnedData(byte[] file)
    {
        _pin = GCHandle.Alloc(file, GCHandleType.Pinned);
        Data = SKData.Create(_pin.AddrOfPinnedObject(), file.Length);
    }

    public SKData Data { get; }

    public static PinnedData Of(byte[] file) => new(file);

    /// <summary>Whatever reads from <see cref="Data"/> must have been disposed before.</summary>
    public void Dispose()
    {
        Data.Dispose();
        _pin.Free();
    }
}
