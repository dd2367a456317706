namespace SmkPortfolio.Web.Pictures;

/// <summary>What became of a picture that was to be read: the work's result, or why there is none.</summary>
/// <param name="Fault">One of <see cref="PictureFaults"/>; null when it was read.</param>
public sealed record PictureOutcome<T>(T? Value, string? Fault)
    where T : class;

/// <summary>Why a picture is not read; the codes have sentences in the pages' words.</summary>
public static class PictureFaults
{
    public const string Broken = "broken";
    public const string TooHeavy = "picture-too-heavy";
}

/// <summary>
/// The one place where pictures are decoded. Each is shrunk while it is read, only so many are read at once, and damage is an answer and
/// no exception.
/// </summary>
public sealed class PictureCodec(int atOnce) : IDisposable
{
    /// <summary>Below this a picture is read beside others; above it waits until it is the only such one.</summary>
    public const long LightBytes = 64L * 1024 * 1024;

    /// <summary>What needs more than this to be read is not read: above all progressive JPEGs, which are held whole.</summary>
    public const long HeaviestBytes = 160L * 1024 * 1024;

    private readonly SemaphoreSlim _all = new(atOnce, atOnce);
    private readonly SemaphoreSlim _heavy = new(1, 1);

    /// <summary>
    /// Reads a picture upright, in sRGB, its longer side at most <paramref name="longest"/> pixels, and hands it to <paramref name="work"/>.
    /// The place among those that are read is held until the work is done, so that its memory is counted too.
    /// </summary>
    /// <param name="path">A file that is there until the work is done.</param>
    /// <exception cref="IOException">It is not there, or cannot be opened.</exception>
    public async Task<PictureOutcome<T>> ReadAsync<T>(string path, int longest, Func<Picture, T> work, CancellationToken cancel)
        where T : class
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, PictureDecoder.LeastLongest);
        if (PictureHead.Read(path) is not { } head)
        {
            return new PictureOutcome<T>(null, PictureFaults.Broken);
        }
        var bytes = head.BytesFor(longest);
        if (bytes > HeaviestBytes)
        {
            return new PictureOutcome<T>(null, PictureFaults.TooHeavy);
        }
        if (bytes <= LightBytes)
        {
            return await DecodeAsync(path, head, longest, work, cancel);
        }
        await _heavy.WaitAsync(cancel);
        try
        {
            return await DecodeAsync(path, head, longest, work, cancel);
        }
        finally
        {
            _heavy.Release();
        }
    }

    public void Dispose()
    {
        _all.Dispose();
        _heavy.Dispose();
    }

    private async Task<PictureOutcome<T>> DecodeAsync<T>(string path, PictureHead head, int longest, Func<Picture, T> work, CancellationToken cancel)
        where T : class
    {
        await _all.WaitAsync(cancel);
        try
        {
            using var picture = PictureDecoder.Decode(path, head, longest);
            return picture is null ? new PictureOutcome<T>(null, PictureFaults.Broken) : new PictureOutcome<T>(work(picture), null);
        }
        finally
        {
            _all.Release();
        }
    }
}
