using System.Buffers;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain.Files;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Uploads;

/// <summary>How receiving a part ended.</summary>
internal enum PartEnd
{
    /// <summary>The request's body is here to its end.</summary>
    Whole,

    /// <summary>The connection broke off, or somebody else took the turn. What came is kept.</summary>
    Interrupted,

    /// <summary>It goes on beyond the announced length.</summary>
    TooLong,

    /// <summary>It has too few bytes and is not the last one; nothing of it is kept.</summary>
    TooSmall,

    /// <summary>Its bytes have another checksum; nothing of it is kept.</summary>
    Altered,

    /// <summary>Another node stored a part meanwhile.</summary>
    MovedOn,

    /// <summary>The store has lost what came before.</summary>
    Lost,
}

/// <summary>Takes bytes from a request into the parts of an upload. The offset of its row moves only over what is safely stored.</summary>
internal sealed class UploadReceiving(AppDb db, IUploadParts parts, UploadGates gates, UploadsSettings settings, TimeProvider clock)
{
    private const int BufferBytes = 64 * 1024;

    // What a crash costs at most, on a fast and on a slow line.
    private const int PartBytes = 4 * 1024 * 1024;
    private static readonly TimeSpan PartTime = TimeSpan.FromSeconds(5);

    /// <param name="upload">Tracked; its offset says where the body begins.</param>
    /// <param name="least">Fewer bytes are kept only where they are the file's last ones: stores bound the number of parts.</param>
    /// <param name="over">The connection is gone, or somebody waits for the turn.</param>
    public async Task<PartEnd> ReceiveAsync(Upload upload, Stream body, AnnouncedChecksum? checksum, long least, CancellationToken over)
    {
        var begun = upload.Offset;
        UploadWriter? opened;
        try
        {
            opened = await parts.OpenAsync(upload.Id, upload.Offset, CancellationToken.None);
        }
        catch (UploadInUseException)
        {
            return PartEnd.Interrupted;
        }
        if (opened is null)
        {
            return PartEnd.Lost;
        }
        await using var writer = opened;
        using var hash = checksum is null ? null : IncrementalHash.CreateHash(checksum.Algorithm);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            var part = new Part(upload.Offset, clock.GetTimestamp());
            var end = PartEnd.Interrupted;
            while (await ReadAsync(body, buffer, over) is { } read)
            {
                if (read == 0)
                {
                    end = PartEnd.Whole;
                    break;
                }
                if (part.From + part.Bytes + read > upload.Length)
                {
                    end = PartEnd.TooLong;
                    break;
                }
                hash?.AppendData(buffer, 0, read);
                await writer.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None);
                part = part with { Bytes = part.Bytes + read };
                // What has a checksum counts as a whole or not at all.
                if (hash is null && (part.Bytes >= PartBytes || (part.Bytes >= least && clock.GetElapsedTime(part.Since) >= PartTime)))
                {
                    if (!await KeepAsync(upload, writer, part))
                    {
                        return PartEnd.MovedOn;
                    }
                    part = new Part(upload.Offset, clock.GetTimestamp());
                }
            }
            if (hash is not null && (end != PartEnd.Whole || !hash.GetHashAndReset().AsSpan().SequenceEqual(checksum!.Digest)))
            {
                await writer.DropAsync(CancellationToken.None);
                return end == PartEnd.Whole ? PartEnd.Altered : end;
            }
            var to = part.From + part.Bytes;
            if (to - begun < least && to < upload.Length)
            {
                return end == PartEnd.Whole && to > begun ? PartEnd.TooSmall : end;
            }
            return part.Bytes > 0 && !await KeepAsync(upload, writer, part) ? PartEnd.MovedOn : end;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>What the next piece of the body is long; null when there will be no next one.</summary>
    private static async Task<int?> ReadAsync(Stream body, byte[] buffer, CancellationToken over)
    {
        try
        {
            return await body.ReadAsync(buffer.AsMemory(0, BufferBytes), over);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            return null;
        }
    }

    private async Task<bool> KeepAsync(Upload upload, UploadWriter writer, Part part)
    {
        await writer.FlushAsync(CancellationToken.None);
        if (upload.Arrived(part.From, part.Bytes, clock.GetUtcNow().UtcDateTime, settings.Life) is not null)
        {
            return false;
        }
        using var gate = await gates.WriteAsync(db);
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private readonly record struct Part(long From, long Since)
    {
        public long Bytes { get; init; }
    }
}
