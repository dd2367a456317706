using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Credentials.Log;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Issuing;

namespace SmkPortfolio.Web.Issuing.Log;

/// <summary>What the log has published: checkpoint, tiles, and proofs for who holds a signed file.</summary>
public sealed class LogReader(AppDb db)
{
    /// <summary>The newest checkpoint, or null before the first.</summary>
    public Task<LogCheckpoint?> LatestAsync(CancellationToken cancel) =>
        db.LogCheckpoints.AsNoTracking().OrderByDescending(c => c.Size).FirstOrDefaultAsync(cancel);

    /// <summary>A tile's bytes; null when the published log does not have it.</summary>
    public async Task<byte[]?> TileAsync(TileAddress address, CancellationToken cancel)
    {
        var size = (await LatestAsync(cancel))?.Size ?? 0;
        if (LogTiles.WidthAt(address.Level, address.Number, size) < address.Width)
        {
            return null;
        }
        if (address.Level is { } level)
        {
            return (await new LogTree(db).TileAsync(level, address.Number, address.Width, cancel)).ToArray();
        }
        var from = address.Number * LogTiles.Full;
        return LogTiles.Entries(await db.LogEntries.AsNoTracking().Where(e => e.Sequence >= from && e.Sequence < from + address.Width).OrderBy(e => e.Sequence).Select(e => e.Bytes).ToListAsync(cancel));
    }

    /// <summary>Shows that a credential was entered; null until the next checkpoint is published.</summary>
    public async Task<LogProof?> ProofAsync(IssuedCredential credential, CancellationToken cancel)
    {
        var kind = credential.Kind == CredentialKind.Endorsement ? LogKind.Endorsement : LogKind.Credential;
        var bytes = LogEntry.Published(kind, new DateTimeOffset(credential.IssuedAt, TimeSpan.Zero), credential.LogSalt, credential.Bytes);
        var place = await db.LogEntries.AsNoTracking().Where(e => e.Bytes == bytes).Select(e => e.Sequence).FirstOrDefaultAsync(cancel);
        return place is { } index && await LatestAsync(cancel) is { } latest && index < latest.Size
            ? new LogProof(bytes, credential.LogSalt, index, await new LogTree(db).PathAsync(index, latest.Size, cancel), latest.Note)
            : null;
    }
}
