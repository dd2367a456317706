using System.Text;
using SmkPortfolio.Credentials.Log;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Issuing.Log;

/// <summary>
/// The last checkpoint that this node signed, kept in a file beside the database: strangers may hold it, so a database that was put back from
/// an older copy is noticed before it signs another history.
/// </summary>
public sealed class SignedCheckpoint(AllSettings settings)
{
    private string Place => Path.Combine(settings.Root, "log", "checkpoint");

    /// <summary>Refuses a database whose newest checkpoint is older than what was signed here.</summary>
    /// <param name="newest">Asked after the file was read: another run may publish in between.</param>
    /// <exception cref="LogBrokenException">It is.</exception>
    public async Task RefuseOlderAsync(Func<Task<LogCheckpoint?>> newest, CancellationToken cancel)
    {
        if (await ReadAsync(cancel) is { } note && Checkpoint.Peek(note) is var size && (size is null || size > ((await newest())?.Size ?? 0)))
        {
            throw Forked(size);
        }
    }

    /// <summary>Refuses a tree that does not continue what was signed here.</summary>
    /// <exception cref="LogBrokenException">It does not.</exception>
    public async Task RefuseForkAsync(LogTree tree, string origin, ReadOnlyMemory<byte> key, long size, CancellationToken cancel)
    {
        if (await ReadAsync(cancel) is not { } note)
        {
            return;
        }
        // Under another name or key it was another log, whose database is not this one.
        if (Checkpoint.Open(note, origin, key.Span) is not { } own || own.Size > size || !(await tree.RootAsync(own.Size, cancel)).AsSpan().SequenceEqual(own.Root))
        {
            throw Forked(Checkpoint.Peek(note));
        }
    }

    /// <summary>Keeps what was just published.</summary>
    public async Task RememberAsync(string note, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Place)!);
        var draft = Place + "." + Guid.NewGuid().ToString("N");
        await File.WriteAllTextAsync(draft, note, new UTF8Encoding(false), cancel);
        File.Move(draft, Place, overwrite: true);
    }

    private async Task<string?> ReadAsync(CancellationToken cancel) => File.Exists(Place) ? await File.ReadAllTextAsync(Place, cancel) : null;

    private LogBrokenException Forked(long? size) =>
        new($"this node signed a checkpoint of {size?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "unknown"} entries, kept in {Place}, that the database does not continue; was an older database put back?");
}
