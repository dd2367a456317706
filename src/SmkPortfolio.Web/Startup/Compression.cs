using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace SmkPortfolio.Web.Startup;

/// <summary>
/// Pages, styles and scripts are sent compressed: most readers are on a weak network. Anti-forgery tokens are masked anew on every page,
/// so that their length tells nothing. Evidence, papers and signed records are sent as they are.
/// </summary>
public static class Compression
{
    public static IServiceCollection AddSmkCompression(this IServiceCollection services) => services
        .AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html", "text/css", "text/javascript", "image/svg+xml"];
        })
        .Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal)
        .Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);

    /// <summary>True for the site's own styles, scripts and drawings.</summary>
    public static bool IsLook(PathString path) =>
        path.StartsWithSegments("/css") || path.StartsWithSegments("/js") || path.StartsWithSegments("/img");
}
