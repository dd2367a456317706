using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Credentials.Log;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Issuing;

namespace SmkPortfolio.Web.Issuing.Log;

/// <summary>What the log has published: checkpoint, tiles, registers, and proofs for who holds a signed file.</summary>
public sealed class LogReader(AppDb db, LogTileCache cache)
{
    /// <summary>The newest checkpoint, or null before the first.</summary>
    public Task<LogCheckpoint?> LatestAsync(CancellationToken cancel) =>
        db.LogCheckpoints.AsNoTracking().OrderByDescending(c => c.Size).FirstOrDefaultAsync(cancel);

    /// <summary>Reads what every proof against the newest checkpoint needs, so that the next one who looks need not wait for it.</summary>
    public async Task WarmAsync(CancellationToken cancel)
    {
        if (await LatestAsync(cancel) is { } latest)
        {
            await new LogTree(db, latest.Size, cache).PathAsync(latest.Size - 1, latest.Size, cancel);
        }
    }

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
            return (await new LogTree(db, size, cache).TileAsync(level, address.Number, address.Width, cancel)).ToArray();
        }
        var from = address.Number * LogTiles.Full;
        return LogTiles.Entries(await db.LogEntries.AsNoTracking().Where(e => e.Sequence >= from && e.Sequence < from + address.Width).OrderBy(e => e.Sequence).Select(e => e.Bytes).ToListAsync(cancel));
    }

    /// <summary>A register as it was entered; null when there was none of that number.</summary>
    public Task<LoggedRegister?> RegisterAsync(int number, CancellationToken cancel) => db.LoggedRegisters.AsNoTracking().SingleOrDefaultAsync(r => r.Number == number, cancel);

    /// <inheritdoc cref="ProofAsync(LoggedFile, CancellationToken)"/>
    public Task<LogProof?> ProofAsync(IssuedCredential credential, CancellationToken cancel) => ProofAsync(LoggedFile.Of(credential), cancel);

    /// <summary>Shows that a register was entered.</summary>
    public Task<LogProof?> ProofAsync(LoggedRegister register, CancellationToken cancel) => ProofAsync(LoggedFile.Of(register), cancel);

    /// <summary>Shows that a file was entered; null until the next checkpoint is published.</summary>
    public async Task<LogProof?> ProofAsync(LoggedFile file, CancellationToken cancel)
    {
        var bytes = file.Entry();
        var found = await db.LogEntries.Where(e => e.Bytes == bytes && e.Sequence != null).OrderBy(e => e.Sequence)
            .Select(e => new { e.Sequence, Size = db.LogCheckpoints.Max(c => c.Size), Note = db.LogCheckpoints.OrderByDescending(c => c.Size).Select(c => c.Note).First() }).FirstOrDefaultAsync(cancel);
        return found is { Sequence: { } index }
            ? new LogProof(bytes, file.Salt, index, await new LogTree(db, found.Size, cache).PathAsync(index, found.Size, cancel), found.Note)
            : null;
    }
}
