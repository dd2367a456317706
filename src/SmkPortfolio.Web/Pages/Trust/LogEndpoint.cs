using System.Globalization;
using System.Text;
using SmkPortfolio.Credentials.Log;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Issuing.Log;

namespace SmkPortfolio.Web.Pages.Trust;

/// <summary>The transparency log as static files (C2SP tlog-tiles), and proofs to those who may see the signed file.</summary>
internal static class LogEndpoint
{
    private const string Text = "text/plain; charset=utf-8";
    private const int CheckpointSeconds = 10;
    private const int TileSeconds = 365 * 24 * 60 * 60;

    public static void MapLog(this IEndpointRouteBuilder routes)
    {
        routes.MapOpen("/log/checkpoint", async (LogReader log, HttpContext http, CancellationToken cancel) =>
            OpenFile.Public(http, await log.LatestAsync(cancel) is { } latest ? Encoding.UTF8.GetBytes(latest.Note) : null, Text, CheckpointSeconds));
        routes.MapOpen("/log/tile/{**path}", async (string? path, LogReader log, HttpContext http, CancellationToken cancel) =>
            OpenFile.Public(http, TileAddress.Read("tile/" + path) is { } tile ? await log.TileAsync(tile, cancel) : null, "application/octet-stream", TileSeconds));
        routes.MapOpen("/registers/{number:int}.jws", async (int number, LogReader log, HttpContext http, CancellationToken cancel) =>
            OpenFile.Public(http, await log.RegisterAsync(number, cancel) is { } register ? Encoding.ASCII.GetBytes(register.Jws) : null, "application/jose", TileSeconds));
        routes.MapOpen("/registers/{number:int}/log-proof", async (int number, LogReader log, HttpContext http, CancellationToken cancel) =>
            Proof(http, await log.RegisterAsync(number, cancel) is { } register ? await log.ProofAsync(register, cancel) : null, string.Create(CultureInfo.InvariantCulture, $"register-{number}")));
        routes.MapOpen("/schools/{npsn}/credentials/{id:guid}/log-proof", (string npsn, Guid id, SignedRecords records, Disclosure disclosure, LogReader log, HttpContext http, CancellationToken cancel) =>
            ProofAsync(npsn, id, false, records, disclosure, log, http, cancel));
        routes.MapOpen("/schools/{npsn}/endorsements/{id:guid}/log-proof", (string npsn, Guid id, SignedRecords records, Disclosure disclosure, LogReader log, HttpContext http, CancellationToken cancel) =>
            ProofAsync(npsn, id, true, records, disclosure, log, http, cancel));
    }

    private static IResult Proof(HttpContext http, LogProof? proof, string name)
    {
        if (proof is null)
        {
            return OpenFile.NotFound();
        }
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}.tlog-proof\"";
        return OpenFile.Private(http, Encoding.UTF8.GetBytes(proof.Write()), Text);
    }

    private static async Task<IResult> ProofAsync(string npsn, Guid id, bool endorsement, SignedRecords records, Disclosure disclosure, LogReader log, HttpContext http, CancellationToken cancel)
    {
        var versions = await records.VersionsAsync(npsn, id, endorsement, cancel);
        return Proof(http, await disclosure.ChooseAsync(versions, http.Request, cancel) is { } chosen ? await log.ProofAsync(chosen, cancel) : null, id.ToString());
    }
}
