using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using SmkPortfolio.Data;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Accounts;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Localisation;

namespace SmkPortfolio.Web.Startup;

public static class Pipeline
{
    public static void UseSmkPortfolio(this WebApplication app)
    {
        app.UseKnownProxies();
        app.UseMiddleware<SecurityHeaders>();
        app.UseSmkLocalisation();
        app.UseExceptionHandler(handler => handler.Run(FaultPage.WriteAsync));
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
            app.UseHttpsRedirection();
        }
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseMiddleware<ReadyGate>();
        app.UseWhen(context => Compression.IsLook(context.Request.Path), look => look.UseResponseCompression());
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "public, max-age=3600" });
        app.UseRouting();
        app.UseMiddleware<UnknownAddresses>();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<FirstPassword>();
        app.UseMiddleware<SchoolScopeMiddleware>();
        app.UseAuthorization();
        app.UseSlices();
        app.UseOutputCache();
        // Within the cache, which so keeps pages as they are sent.
        app.UseResponseCompression();
        app.MapRazorPages();
        app.MapOpenApi().AllowAnonymous();
        app.MapHealth();
        app.MapSlices();
    }
}

/// <summary>An unforeseen fault: a plain page with a number to quote, no detail of our own.</summary>
public static class FaultPage
{
    public static async Task WriteAsync(HttpContext context)
    {
        var fault = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var unavailable = fault is KeysClosedException || Faults.IsStorage(fault);
        context.Response.StatusCode = unavailable ? StatusCodes.Status503ServiceUnavailable : fault is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
        await PlainPage.WriteAsync(context, context.Response.StatusCode switch
        {
            503 => fault is KeysClosedException ? PlainText.KeysClosed : PlainText.StorageUnavailable,
            413 => PlainText.TooLarge,
            >= 400 and < 500 => PlainText.BadRequest,
            _ => PlainText.Fault,
        }, context.TraceIdentifier);
    }
}

public static class TooManyPage
{
    public static Task WriteAsync(HttpContext context, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return PlainPage.WriteAsync(context, PlainText.TooMany, null);
    }
}

/// <summary>Says what is wrong with database or evidence store.</summary>
public static class Faults
{
    public static bool IsStorage(Exception? fault)
    {
        for (var e = fault; e is not null; e = e.InnerException)
        {
            if (StorageFaults.IsUnavailable(e) || e is System.Net.Sockets.SocketException or UnauthorizedAccessException)
            {
                return true;
            }
            if (e is IOException and not BadHttpRequestException)
            {
                return true;
            }
        }
        return false;
    }
}

/// <summary>Sentences for pages that must work when nothing else does, in both languages.</summary>
public sealed record PlainText(string TitleId, string TextId, string TitleEn, string TextEn)
{
    public static readonly PlainText StorageUnavailable = new(
        "Penyimpanan sedang tidak bisa dipakai", "Data Anda tidak hilang. Coba lagi beberapa menit lagi.",
        "Storage cannot be used right now", "Nothing of yours is lost. Try again in a few minutes.");

    public static readonly PlainText KeysClosed = new(
        "Tanda tangan sekolah sedang tidak bisa dipakai", "Belum ada yang ditandatangani. Sampaikan kepada operator sekolah: kunci di basis data tidak bisa dibuka.",
        "The school's signature cannot be used right now", "Nothing was signed. Tell the school's operator: the keys in the database cannot be opened.");

    public static readonly PlainText TooLarge = new(
        "Kiriman terlalu besar", "Kembali, pilih berkas yang lebih kecil, lalu kirim lagi.",
        "That is too large", "Go back, choose a smaller file and send it again.");

    public static readonly PlainText BadRequest = new(
        "Kiriman tidak bisa dibaca", "Kembali, muat ulang halaman, lalu kirim lagi.",
        "That could not be read", "Go back, reload the page and send it again.");

    public static readonly PlainText TooMany = new(
        "Terlalu banyak permintaan", "Tunggu satu menit, lalu coba lagi.",
        "Too many requests", "Wait a minute, then try again.");

    public static readonly PlainText Fault = new(
        "Ada kesalahan di pihak kami", "Coba lagi. Jika tetap terjadi, sampaikan nomor di bawah ini kepada operator sekolah.",
        "Something went wrong on our side", "Try again. If it stays, tell the school's operator the number below.");

    public static readonly PlainText Starting = new(
        "Sedang disiapkan", "Situs ini sedang memulai. Muat ulang beberapa detik lagi.",
        "Getting ready", "This site is starting. Reload in a few seconds.");
}

/// <summary>Writes a plain page, or problem details for machines.</summary>
public static class PlainPage
{
    public static async Task WriteAsync(HttpContext context, PlainText text, string? reference)
    {
        var english = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
        var (title, sentence) = english ? (text.TitleEn, text.TextEn) : (text.TitleId, text.TextId);
        if (Doors.IsForMachines(context.Request))
        {
            await Results.Problem(statusCode: context.Response.StatusCode, title: title, detail: sentence).ExecuteAsync(context);
            return;
        }
        context.Response.ContentType = "text/html; charset=utf-8";
        var note = reference is null ? "" : $"<p><small>{System.Net.WebUtility.HtmlEncode(reference)}</small></p>";
        await context.Response.WriteAsync(
            $"<!doctype html><html lang=\"{(english ? "en" : "id")}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title><link rel=\"stylesheet\" href=\"/css/base.css\"></head><body><main><div class=\"wrap\"><h1>{title}</h1><p>{sentence}</p>{note}<p><a href=\"/\">SmkPortfolio</a></p></div></main></body></html>");
    }
}

/// <summary>Which doors are for machines: they never redirect and answer with problem details.</summary>
public static class Doors
{
    private static readonly string[] Files = [".json", ".jws"];
    private static readonly string[] Prefixes = ["/api", "/uploads", "/openapi", "/.well-known", "/log", "/register.jws", "/health", "/revisions", "/evidence", "/achievements", "/competencies"];

    public static bool IsForMachines(HttpRequest request) => IsForMachines(request, request.Path);

    /// <param name="request">Says what the caller accepts.</param>
    /// <param name="path">The address that was asked for, where an error page runs in its place.</param>
    public static bool IsForMachines(HttpRequest request, PathString path) =>
        Prefixes.Any(p => path.StartsWithSegments(p))
        || Files.Any(f => path.Value?.EndsWith(f, StringComparison.OrdinalIgnoreCase) == true)
        || (path.StartsWithSegments("/schools") || path.StartsWithSegments("/partners"))
        || (request.Headers.Accept.ToString() is { Length: > 0 } accept && accept.Contains("application/json", StringComparison.OrdinalIgnoreCase) && !accept.Contains("text/html", StringComparison.OrdinalIgnoreCase));
}
