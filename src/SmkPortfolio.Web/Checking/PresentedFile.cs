using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace SmkPortfolio.Web.Checking;

/// <summary>What somebody handed in for checking: the bytes, or why there are none. Nothing of it is stored.</summary>
public sealed record PresentedFile(byte[]? Bytes, bool TooLarge)
{
    private const string Field = "file";
    private const int MostSections = 20;
    private const int MostBoundary = 200;
    private static readonly PresentedFile Nothing = new(null, false);
    private static readonly PresentedFile Excessive = new(null, true);

    /// <summary>Reads the body itself, or its form field <c>file</c>, and stops as soon as there is more than the limit.</summary>
    public static async Task<PresentedFile> ReadAsync(HttpRequest request, long limit, CancellationToken cancel)
    {
        var isForm = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);
        // A form carries its boundaries and names beside the file.
        if (request.ContentLength > limit + (isForm ? 16 * 1024 : 0))
        {
            return Excessive;
        }
        try
        {
            return isForm ? await FromFormAsync(request, HeaderUtilities.RemoveQuotes(type!.Boundary).ToString(), limit, cancel) : await ReadAsync(request.Body, limit, cancel);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Excessive;
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return Nothing;
        }
    }

    private static async Task<PresentedFile> FromFormAsync(HttpRequest request, string boundary, long limit, CancellationToken cancel)
    {
        if (boundary.Length is 0 or > MostBoundary)
        {
            return Nothing;
        }
        var reader = new MultipartReader(boundary, request.Body);
        for (var n = 0; n < MostSections && await reader.ReadNextSectionAsync(cancel) is { } section; n++)
        {
            if (ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) && HeaderUtilities.RemoveQuotes(disposition.Name).Equals(Field, StringComparison.Ordinal))
            {
                return await ReadAsync(section.Body, limit, cancel);
            }
        }
        return Nothing;
    }

    private static async Task<PresentedFile> ReadAsync(Stream from, long limit, CancellationToken cancel)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await from.ReadAsync(buffer, cancel)) > 0)
        {
            if (kept.Length + read > limit)
            {
                return Excessive;
            }
            kept.Write(buffer, 0, read);
        }
        return kept.Length == 0 ? Nothing : new PresentedFile(kept.ToArray(), false);
    }
}
