using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Files;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Uploads;

/// <summary>
/// The verbs of tus 1.0 on uploads of the signed-in student. A file that is not taken is answered with 422: to the protocol's clients that is an end,
/// while 409 and 423 would make them try again.
/// </summary>
internal sealed class TusServer(
    AppDb db, Actor actor, LimitsSettings limits, UploadsSettings settings, IUploadParts parts, UploadTurns turns, UploadGates gates, UploadReceiving receiving, UploadFinishing finishing, UploadQuota quota, UploadWords words)
{
    /// <summary>Id of the evidence that the upload has become.</summary>
    public const string EvidenceHeader = "Smk-Evidence";

    /// <summary>The entry's version before and after the file came to it, as <c>3 4</c>: who knows the first may go on from the second.</summary>
    public const string VersionHeader = "Smk-Entry-Version";

    /// <summary>Why a whole file was not taken.</summary>
    public const string RefusalHeader = "Smk-Refusal";

    // Stores of blocks take fifty thousand of them for a file. A request may end with a shorter part than it must have as a whole, so that there are
    // at most twice as many, and room for the blocks of a file of 5 GB.
    private const int MostParts = 20_000;

    // Slower lines than any that still carry bytes; the server's own bound would end a phone's pause in a tunnel.
    private static readonly MinDataRate Slowest = new(1, TimeSpan.FromMinutes(2));

    public async Task<IResult> CreateAsync(HttpContext http)
    {
        var request = http.Request;
        if (request.Headers.ContainsKey(Tus.DeferLength) || Tus.Number(request.Headers[Tus.Length]) is not { } length)
        {
            return Refuse(StatusCodes.Status400BadRequest, "length-missing", words.BadLength);
        }
        var metadata = request.Headers[Tus.Metadata].ToString();
        if (Tus.ReadMetadata(metadata) is not { } read || !Guid.TryParse(read.GetValueOrDefault("entry"), out var entryId) || read.GetValueOrDefault("filename") is not { Length: > 0 } given)
        {
            return Refuse(StatusCodes.Status400BadRequest, "metadata-invalid", words.BadMetadata);
        }
        var brings = request.ContentType == Tus.ContentType;
        if (!brings && request.ContentLength > 0)
        {
            return Refuse(StatusCodes.Status415UnsupportedMediaType, "type-invalid", words.BadType);
        }
        if (!TryChecksum(request, out var checksum))
        {
            return Refuse(StatusCodes.Status400BadRequest, "checksum-invalid", words.BadChecksum);
        }
        var name = SafeFileName.Clean(given);
        if (await db.Entries.SingleOrDefaultAsync(e => e.Id == entryId && e.PersonId == actor.PersonId, http.RequestAborted) is not { } entry)
        {
            return Refuse(StatusCodes.Status404NotFound, "entry-unknown", words.NoEntry);
        }
        if (brings && request.ContentLength > length)
        {
            return Refuse(StatusCodes.Status413PayloadTooLarge, "too-long", words.TooMuch);
        }
        var upload = Upload.Begin(Guid.CreateVersion7(), entry, name, metadata, length, actor.Now, settings.Life);
        using (await gates.WriteAsync(db))
        {
            // Of many in the same moment each must see those before it.
            await using var held = await quota.HoldAsync(entry.SchoolId, http.RequestAborted);
            if (await RefusalAsync(entry, name, length, http.RequestAborted) is { } refusal)
            {
                return refusal;
            }
            db.Uploads.Add(upload);
            await db.SaveChangesAsync(http.RequestAborted);
            await held.CommitAsync(http.RequestAborted);
        }
        http.Response.Headers.Location = $"/uploads/{upload.Id:D}";
        if (!brings)
        {
            Describe(http.Response, upload);
            return Results.StatusCode(StatusCodes.Status201Created);
        }
        using var turn = await turns.TakeAsync(upload.Id, http.RequestAborted);
        return turn is null ? Busy(http) : await ReceiveAsync(http, upload, checksum, turn, StatusCodes.Status201Created);
    }

    public async Task<IResult> AppendAsync(HttpContext http, Guid id)
    {
        var request = http.Request;
        if (request.ContentType != Tus.ContentType)
        {
            return Refuse(StatusCodes.Status415UnsupportedMediaType, "type-invalid", words.BadType);
        }
        if (Tus.Number(request.Headers[Tus.Offset]) is not { } offset)
        {
            return Refuse(StatusCodes.Status400BadRequest, "offset-missing", words.BadOffset);
        }
        if (!TryChecksum(request, out var checksum))
        {
            return Refuse(StatusCodes.Status400BadRequest, "checksum-invalid", words.BadChecksum);
        }
        return await InTurnAsync(http, id, (upload, turn) => AppendAsync(http, upload, offset, checksum, turn));
    }

    private async Task<IResult> AppendAsync(HttpContext http, Upload upload, long offset, AnnouncedChecksum? checksum, UploadTurns.Turn turn)
    {
        var request = http.Request;
        if (Over(http, upload) is { } over)
        {
            return over;
        }
        if (offset != upload.Offset)
        {
            Describe(http.Response, upload);
            return Refuse(StatusCodes.Status409Conflict, "offset-passed", words.Moved);
        }
        if (upload.State == UploadState.Attached)
        {
            Describe(http.Response, upload);
            return Results.NoContent();
        }
        if (request.ContentLength > upload.Length - upload.Offset)
        {
            return Refuse(StatusCodes.Status413PayloadTooLarge, "too-long", words.TooMuch);
        }
        if (request.ContentLength is > 0 and var bytes && bytes < Least(upload) && offset + bytes < upload.Length)
        {
            return TooSmall(upload);
        }
        return await ReceiveAsync(http, upload, checksum, turn, StatusCodes.Status204NoContent);
    }

    private static long Least(Upload upload) => (upload.Length + MostParts - 1) / MostParts;

    private IResult TooSmall(Upload upload) => Refuse(StatusCodes.Status400BadRequest, "part-too-small", words.TooSmall(Least(upload)));

    public Task<IResult> LookAsync(HttpContext http, Guid id)
    {
        http.Response.Headers.CacheControl = "no-store";
        return InTurnAsync(http, id, (upload, _) => LookAsync(http, upload));
    }

    private async Task<IResult> LookAsync(HttpContext http, Upload upload)
    {
        if (upload is { State: UploadState.Open, IsComplete: true })
        {
            // Whoever received the last byte did not come to look at the whole.
            return await FinishAsync(http, upload, StatusCodes.Status200OK);
        }
        if (Over(http, upload) is { } over)
        {
            return over;
        }
        Describe(http.Response, upload);
        return Results.StatusCode(StatusCodes.Status200OK);
    }

    /// <summary>For the page, which says what became of the file.</summary>
    public async Task<IResult> TellAsync(HttpContext http, Guid id)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (await FindAsync(id, http.RequestAborted) is not { } upload)
        {
            return Refuse(StatusCodes.Status404NotFound, "upload-unknown", words.Unknown);
        }
        var isGone = IsGone(upload);
        var version = await db.Entries.Where(e => e.SchoolId == upload.SchoolId && e.Id == upload.EntryId).Select(e => (int?)e.Version).SingleOrDefaultAsync(http.RequestAborted);
        return Results.Json(new
        {
            state = isGone ? "gone" : upload.State == UploadState.Attached ? "attached" : upload.State == UploadState.Refused ? "refused" : upload.IsComplete ? "checking" : "open",
            entry = upload.EntryId,
            file = upload.FileName,
            offset = upload.Offset,
            length = upload.Length,
            expires = upload.ExpiresAt,
            evidence = upload.State == UploadState.Attached ? upload.Id : (Guid?)null,
            version,
            remarks = await RemarksAsync(upload, http.RequestAborted),
            code = isGone ? "gone" : upload.State == UploadState.Refused ? KeptRefusal.CodeOf(upload) : null,
            reason = isGone ? words.Gone : upload.State == UploadState.Refused ? words.Refused(upload) : null,
        });
    }

    /// <summary>What was changed in the name that came, and what not everybody can open; null when there is nothing to say.</summary>
    private async Task<string?> RemarksAsync(Upload upload, CancellationToken cancel)
    {
        if (upload.State != UploadState.Attached || await db.Evidence.AsNoTracking().SingleOrDefaultAsync(f => f.SchoolId == upload.SchoolId && f.Id == upload.Id, cancel) is not { } file)
        {
            return null;
        }
        var (_, change) = SafeFileName.For(Tus.ReadMetadata(upload.Metadata)!["filename"], file.MediaType);
        return words.Remarks(new Received(new EvidenceFile(file.FileName, file.MediaType, file.Size, file.Sha256, file.Width, file.Height), null, file.FileName, change));
    }

    public Task<IResult> TerminateAsync(HttpContext http, Guid id) => InTurnAsync(http, id, (upload, _) => TerminateAsync(http, upload));

    private async Task<IResult> TerminateAsync(HttpContext http, Upload upload)
    {
        if (upload.State == UploadState.Attached || upload.LeaseUntil > actor.Now)
        {
            return upload.State == UploadState.Attached ? Refuse(StatusCodes.Status410Gone, "upload-attached", words.Stands) : Busy(http);
        }
        if (IsGone(upload))
        {
            return Refuse(StatusCodes.Status410Gone, "upload-gone", words.Gone);
        }
        upload.Refused(UploadEnds.Cancelled, null);
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node has just received a part, or looks at the whole.
            return Busy(http);
        }
        await parts.DeleteAsync(upload.Id, CancellationToken.None);
        return Results.NoContent();
    }

    private async Task<IResult?> RefusalAsync(Entry entry, string name, long length, CancellationToken cancel)
    {
        if (entry.InBin || entry.IsLocked)
        {
            var code = entry.InBin ? "in-bin" : "entry-submitted";
            return Refuse(StatusCodes.Status409Conflict, code, words.Say(name, code));
        }
        if (length == 0)
        {
            return Refuse(StatusCodes.Status422UnprocessableEntity, "empty", words.Say(name, "empty"));
        }
        if (length > UploadEnds.MostBytes(limits))
        {
            return Refuse(StatusCodes.Status413PayloadTooLarge, "file-too-large", words.TooLarge(name, UploadEnds.MostBytes(limits)));
        }
        var open = db.Uploads.Where(u => u.PersonId == actor.PersonId && u.State == UploadState.Open);
        if (entry.Evidence.Count + await open.CountAsync(u => u.EntryId == entry.Id, cancel) >= limits.FilesPerEntry)
        {
            return Refuse(StatusCodes.Status422UnprocessableEntity, "too-many-files", words.Say(name, "too-many-files", limits.FilesPerEntry));
        }
        if (await open.CountAsync(cancel) >= limits.OpenUploads)
        {
            return Refuse(StatusCodes.Status422UnprocessableEntity, "too-many-open", words.TooManyOpen(limits.OpenUploads));
        }
        return await quota.RefusalAsync(entry.SchoolId, actor.PersonId, length, cancel) is { } full
            ? Refuse(StatusCodes.Status413PayloadTooLarge, full.Of == SpaceOf.School ? "school-full" : "person-full", words.Full(full))
            : null;
    }

    private async Task<IResult> ReceiveAsync(HttpContext http, Upload upload, AnnouncedChecksum? checksum, UploadTurns.Turn turn, int status)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            // One byte more than fits, so that it is our word that says so.
            size.MaxRequestBodySize = upload.Length - upload.Offset + 1;
        }
        if (http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = Slowest;
        }
        using var over = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, turn.Over);
        // What comes with the announcement comes once.
        var end = await receiving.ReceiveAsync(upload, http.Request.Body, checksum, status == StatusCodes.Status201Created ? 0 : Least(upload), over.Token);
        if (end == PartEnd.Lost)
        {
            upload.Refused(UploadEnds.Lost, null);
            await db.SaveChangesAsync(CancellationToken.None);
        }
        switch (end)
        {
            case PartEnd.Whole when upload.IsComplete:
                return await FinishAsync(http, upload, status);
            case PartEnd.Whole:
                Describe(http.Response, upload);
                return Results.StatusCode(status);
            case PartEnd.Interrupted:
                return Busy(http);
            case PartEnd.TooLong:
                return Refuse(StatusCodes.Status413PayloadTooLarge, "too-long", words.TooMuch);
            case PartEnd.TooSmall:
                Describe(http.Response, upload);
                return TooSmall(upload);
            case PartEnd.Altered:
                Describe(http.Response, upload);
                return Refuse(Tus.ChecksumMismatch, "checksum-mismatch", words.Altered);
            case PartEnd.MovedOn:
                return Refuse(StatusCodes.Status409Conflict, "offset-passed", words.Moved);
            case PartEnd.Lost:
                return Refuse(StatusCodes.Status410Gone, "upload-gone", words.Gone);
            default:
                throw new InvalidOperationException("A part that ended in an unknown way.");
        }
    }

    private async Task<IResult> FinishAsync(HttpContext http, Upload upload, int status)
    {
        var finished = await finishing.FinishAsync(upload.SchoolId, upload.Id);
        switch (finished.Upload.State)
        {
            case UploadState.Attached:
                Describe(http.Response, finished.Upload);
                if (finished is { Before: { } before, After: { } after })
                {
                    http.Response.Headers[VersionHeader] = FormattableString.Invariant($"{before} {after}");
                }
                return Results.StatusCode(status);
            case UploadState.Refused:
                return Over(http, finished.Upload)!;
            default:
                return Busy(http);
        }
    }

    /// <summary>The answer for an upload that takes no more bytes, other than one that has come to its entry.</summary>
    private IResult? Over(HttpContext http, Upload upload)
    {
        if (IsGone(upload))
        {
            return Refuse(StatusCodes.Status410Gone, "upload-gone", words.Gone);
        }
        if (upload.State != UploadState.Refused)
        {
            return null;
        }
        Describe(http.Response, upload);
        http.Response.Headers[RefusalHeader] = KeptRefusal.CodeOf(upload);
        return Refuse(StatusCodes.Status422UnprocessableEntity, KeptRefusal.CodeOf(upload), words.Refused(upload));
    }

    private bool IsGone(Upload upload) => UploadEnds.IsGone(upload) || (upload is { State: UploadState.Open, IsComplete: false } && upload.ExpiresAt <= actor.Now);

    private Task<Upload?> FindAsync(Guid id, CancellationToken cancel) => db.Uploads.SingleOrDefaultAsync(u => u.Id == id && u.PersonId == actor.PersonId, cancel);

    /// <summary>What is done with an upload of the signed-in student while nobody else of this node does anything with it.</summary>
    private async Task<IResult> InTurnAsync(HttpContext http, Guid id, Func<Upload, UploadTurns.Turn, Task<IResult>> work)
    {
        // Before the turn is asked for, because that ends whoever has it.
        if (!await db.Uploads.AnyAsync(u => u.Id == id && u.PersonId == actor.PersonId, http.RequestAborted))
        {
            return Refuse(StatusCodes.Status404NotFound, "upload-unknown", words.Unknown);
        }
        using var turn = await turns.TakeAsync(id, http.RequestAborted);
        if (turn is null)
        {
            return Busy(http);
        }
        return await FindAsync(id, http.RequestAborted) is { } upload ? await work(upload, turn) : Refuse(StatusCodes.Status404NotFound, "upload-unknown", words.Unknown);
    }

    private static bool TryChecksum(HttpRequest request, out AnnouncedChecksum? checksum)
    {
        checksum = null;
        return request.Headers[Tus.Checksum].ToString() is not { Length: > 0 } header || (checksum = Tus.ReadChecksum(header)) is not null;
    }

    private static void Describe(HttpResponse response, Upload upload)
    {
        var headers = response.Headers;
        headers[Tus.Offset] = upload.Offset.ToString(CultureInfo.InvariantCulture);
        headers[Tus.Length] = upload.Length.ToString(CultureInfo.InvariantCulture);
        headers[Tus.Metadata] = upload.Metadata;
        if (upload.State == UploadState.Open)
        {
            headers[Tus.Expires] = upload.ExpiresAt.ToString("R", CultureInfo.InvariantCulture);
        }
        if (upload.State == UploadState.Attached)
        {
            headers[EvidenceHeader] = upload.Id.ToString("D");
        }
    }

    private IResult Busy(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "1";
        return Refuse(StatusCodes.Status423Locked, "upload-busy", words.Busy);
    }

    private static IResult Refuse(int status, string code, string sentence) =>
        Results.Problem(statusCode: status, title: sentence, extensions: new Dictionary<string, object?> { ["code"] = code });
}
