using SmkPortfolio.Data;

namespace SmkPortfolio.Web.Uploads;

/// <summary>Keeps many uploads of one node from standing in each other's way.</summary>
public sealed class UploadGates : IDisposable
{
    private readonly SemaphoreSlim _writing = new(1);

    // Half of the time it is the disk that works; more at once would only hold more memory.
    private readonly SemaphoreSlim _looking = new(Math.Max(4, 2 * Environment.ProcessorCount));

    /// <summary>Before a short write; given back after it.</summary>
    public async Task<IDisposable?> WriteAsync(AppDb db) => db.HasOneWriter ? await Passed.ThroughAsync(_writing) : null;

    /// <summary>Before a whole file is looked at.</summary>
    public Task<IDisposable> LookAsync() => Passed.ThroughAsync(_looking);

    public void Dispose()
    {
        _writing.Dispose();
        _looking.Dispose();
    }

    private sealed class Passed(SemaphoreSlim gate) : IDisposable
    {
        public static async Task<IDisposable> ThroughAsync(SemaphoreSlim gate)
        {
            await gate.WaitAsync();
            return new Passed(gate);
        }

        public void Dispose() => gate.Release();
    }
}
