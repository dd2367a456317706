namespace SmkPortfolio.Web.Pictures;

/// <summary>
/// A picture in a file of this machine, for as long as it is held. The library reads it from there piece by piece: twenty megabytes in memory for each
/// photo that arrives would stay until the collector sees a reason to look, and a managed stream that fails under the library ends the process.
/// </summary>
public sealed class PictureFile : IDisposable
{
    private readonly Action _putAway;

    private PictureFile(string path, Action putAway)
    {
        Path = path;
        _putAway = putAway;
    }

    public string Path { get; }

    /// <summary>A file that somebody else made, and what is to be done when it was read.</summary>
    public static PictureFile At(string path, Action putAway) => new(path, putAway);

    /// <summary>What a stream holds from where it stands: its own file when it is the whole of one that has a name, else a copy that is gone afterwards. The stream is closed with it.</summary>
    public static async Task<PictureFile> OfAsync(Stream content, CancellationToken cancel)
    {
        if (content is FileStream { Position: 0 } file && File.Exists(file.Name))
        {
            return new PictureFile(file.Name, file.Dispose);
        }
        await using var closed = content;
        var folder = PictureFolder.Create();
        try
        {
            var path = folder.PathOf("picture");
            await using (var copy = File.Create(path, bufferSize: 0))
            {
                await content.CopyToAsync(copy, cancel);
            }
            return new PictureFile(path, folder.Dispose);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public void Dispose() => _putAway();
}
