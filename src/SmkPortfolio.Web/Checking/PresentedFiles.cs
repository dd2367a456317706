using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Verifier.Checking;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Checking;

/// <summary>One of the files handed in for checking.</summary>
/// <param name="Name">Without folders and without anything that hides or turns letters.</param>
/// <param name="Bytes">Null when it was not read.</param>
/// <param name="Problem">Why it was not read: a code of <c>FileWords</c>.</param>
/// <param name="FromZip">It came out of an archive.</param>
public sealed record PresentedDocument(string Name, byte[]? Bytes, string? Problem, bool FromZip = false);

/// <summary>
/// The files of a form, one after another as they arrive, archives opened. Only one is held at a time, nothing touches a disk, and whoever sends
/// more than the limits hears which files were not read.
/// </summary>
public sealed class PresentedFiles(LimitsSettings limits)
{
    private const string Field = "file";
    private const int MostBoundary = 200;
    private const int MostSections = 1000;

    private long room = limits.VerifyTotalBytes;
    private int taken;

    public async IAsyncEnumerable<PresentedDocument> ReadAsync(HttpRequest request, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).ToString() is not { Length: > 0 and <= MostBoundary } boundary)
        {
            yield break;
        }
        var reader = new MultipartReader(boundary, request.Body) { HeadersCountLimit = 16 };
        for (var n = 0; n < MostSections; n++)
        {
            var (section, isBroken) = await NextAsync(reader, cancel);
            if (isBroken)
            {
                yield return new PresentedDocument("", null, "upload-broken");
            }
            if (section is null)
            {
                yield break;
            }
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) || !HeaderUtilities.RemoveQuotes(disposition.Name).Equals(Field, StringComparison.Ordinal))
            {
                continue;
            }
            var name = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();
            var file = await FileAsync(name, section.Body, cancel);
            // A form whose file field was left alone still sends the field.
            if (file.Problem == "empty" && name.Length == 0)
            {
                continue;
            }
            if (file.Bytes is { } bytes && FileKinds.Of(bytes) == FileKind.Zip)
            {
                var hasMore = false;
                foreach (var inside in ArchiveFiles.Open(bytes, new ArchiveBounds(limits.VerifyBytes, Take, Hold) { LeavesOut = path => BundleNames.IsBeside(path) && (hasMore = true) }))
                {
                    yield return new PresentedDocument(inside.Path.Length == 0 ? file.Name : SafeFileName.Clean(inside.Path), inside.Bytes, inside.Problem, FromZip: true);
                }
                if (hasMore)
                {
                    yield return new PresentedDocument(file.Name, null, "zip-beside", FromZip: true);
                }
                continue;
            }
            yield return file;
            if (file.Problem is "too-much" or "upload-broken")
            {
                yield break;
            }
        }
    }

    private async Task<PresentedDocument> FileAsync(string given, Stream from, CancellationToken cancel)
    {
        var name = SafeFileName.Clean(given);
        using var kept = new MemoryStream();
        var buffer = new byte[64 * 1024];
        var isTooLarge = false;
        try
        {
            int read;
            while ((read = await from.ReadAsync(buffer, cancel)) > 0)
            {
                if (!Hold(read))
                {
                    return new PresentedDocument(name, null, "too-much");
                }
                isTooLarge |= kept.Length + read > limits.VerifyBytes;
                if (!isTooLarge)
                {
                    kept.Write(buffer, 0, read);
                }
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return new PresentedDocument(name, null, e is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } ? "too-much" : "upload-broken");
        }
        if (kept.Length == 0 && !isTooLarge)
        {
            return new PresentedDocument(name, null, "empty");
        }
        if (isTooLarge)
        {
            return new PresentedDocument(name, null, "too-large");
        }
        var bytes = kept.ToArray();
        // An archive counts by what is in it.
        return FileKinds.Of(bytes) == FileKind.Zip || Take() is not { } problem ? new PresentedDocument(name, bytes, null) : new PresentedDocument(name, null, problem);
    }

    /// <summary>Counts one more file; null when it may be checked, else why not.</summary>
    private string? Take() => ++taken > limits.VerifyFiles ? "too-many" : null;

    private bool Hold(int bytes) => (room -= bytes) >= 0;

    private static async Task<(MultipartSection? Section, bool IsBroken)> NextAsync(MultipartReader reader, CancellationToken cancel)
    {
        try
        {
            return (await reader.ReadNextSectionAsync(cancel), false);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return (null, true);
        }
    }
}
