using System.Globalization;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Uploads;

/// <summary>The door <c>/uploads</c>: tus 1.0 for the signed-in student. It needs no anti-forgery token, since no other site gets past it.</summary>
internal static class UploadEndpoint
{
    // A client that can send nothing but POST names the method it means in a header.
    private static readonly string[] OnAll = [HttpMethods.Options, HttpMethods.Post];
    private static readonly string[] OnOne = [HttpMethods.Options, HttpMethods.Head, HttpMethods.Get, HttpMethods.Patch, HttpMethods.Delete, HttpMethods.Post];

    public static void AddUploads(this IServiceCollection services, AllSettings settings)
    {
        services.AddSingleton(settings.Uploads).AddSingleton<UploadTurns>().AddSingleton<UploadGates>();
        services.AddScoped<TusServer>().AddScoped<UploadReceiving>().AddScoped<UploadFinishing>().AddScoped<UploadQuota>().AddScoped<FormRoom>().AddScoped<UploadWords>().AddScoped<UploadSweep>();
        services.AddHostedService<UploadWork>();
    }

    public static void MapUploads(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/uploads", OnAll, (HttpContext http, TusServer server, AllSettings settings, UploadWords words) => AnswerAsync(http, settings, words, method =>
            method == HttpMethods.Post ? server.CreateAsync(http) : null)).RequireAuthorization(Policies.Student).ExcludeFromDescription();
        routes.MapMethods("/uploads/{id:guid}", OnOne, (Guid id, HttpContext http, TusServer server, AllSettings settings, UploadWords words) => AnswerAsync(http, settings, words, method =>
            method == HttpMethods.Patch ? server.AppendAsync(http, id)
            : method == HttpMethods.Head ? server.LookAsync(http, id)
            : method == HttpMethods.Get ? server.TellAsync(http, id)
            : method == HttpMethods.Delete ? server.TerminateAsync(http, id)
            : null)).RequireAuthorization(Policies.Student).ExcludeFromDescription();
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, AllSettings settings, UploadWords words, Func<string, Task<IResult>?> verb)
    {
        var (request, headers) = (http.Request, http.Response.Headers);
        headers[Tus.Resumable] = Tus.Version;
        if (IsForeign(request, settings.PublicUrl))
        {
            return Results.Problem(statusCode: StatusCodes.Status403Forbidden, title: words.Foreign);
        }
        var method = request.Headers[Tus.MethodOverride].ToString() is { Length: > 0 } meant ? HttpMethods.GetCanonicalizedValue(meant) : request.Method;
        if (method == HttpMethods.Options)
        {
            headers["Tus-Version"] = Tus.Version;
            headers["Tus-Extension"] = Tus.Extensions;
            headers["Tus-Checksum-Algorithm"] = Tus.Algorithms;
            headers["Tus-Max-Size"] = UploadEnds.MostBytes(settings.Limits).ToString(CultureInfo.InvariantCulture);
            return Results.NoContent();
        }
        // GET is none of the protocol's methods.
        if (method != HttpMethods.Get && request.Headers[Tus.Resumable] != Tus.Version)
        {
            headers["Tus-Version"] = Tus.Version;
            return Results.Problem(statusCode: StatusCodes.Status412PreconditionFailed, title: words.BadVersion);
        }
        return verb(method) is { } answer ? await answer : Results.Problem(statusCode: StatusCodes.Status405MethodNotAllowed);
    }

    /// <summary>The site is reached by its public address, or by another at which this very request came in.</summary>
    private static bool IsForeign(HttpRequest request, Uri publicUrl) =>
        request.Headers.Origin.ToString() is { Length: > 0 } origin
        && origin != publicUrl.GetLeftPart(UriPartial.Authority)
        && origin != $"{request.Scheme}://{request.Host}";
}
