using System.Net.Http.Headers;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Issuing;

/// <summary>
/// The time stamp authority that whoever runs the site has named: the only stranger this program ever dials. It is asked for a moment only; when
/// it does not answer it is left alone for a while, so that a thousand papers do not each wait for it.
/// </summary>
public sealed class TimestampAuthority : IDisposable
{
    private const int LargestAnswer = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = Patience }) { Timeout = Patience };
    private readonly Uri? address;
    private readonly TimeProvider clock;
    private readonly ILogger<TimestampAuthority> log;
    private long restsUntil = long.MinValue;

    public TimestampAuthority(AllSettings settings, TimeProvider clock, ILogger<TimestampAuthority> log)
    {
        address = settings.Seal.TimestampUrl.Length > 0 ? new Uri(settings.Seal.TimestampUrl) : null;
        this.clock = clock;
        this.log = log;
    }

    public bool IsSet => address is not null;

    /// <summary>What it answers to a query (RFC 3161), or null when it gives no answer that could be one.</summary>
    public byte[]? Ask(byte[] query)
    {
        if (address is null || clock.GetUtcNow().UtcTicks < Interlocked.Read(ref restsUntil))
        {
            return null;
        }
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(query) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
            using var answer = client.Send(request, HttpCompletionOption.ResponseHeadersRead);
            answer.EnsureSuccessStatusCode();
            using var stream = answer.Content.ReadAsStream();
            var buffer = new byte[LargestAnswer + 1];
            var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return length <= LargestAnswer ? buffer[..length] : throw new IOException("The answer is too long.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            Interlocked.Exchange(ref restsUntil, (clock.GetUtcNow() + Rest).UtcTicks);
            log.LogWarning("The time stamp authority did not answer; papers are sealed without a stamp for a minute: {Problem}", e.Message);
            return null;
        }
    }

    public void Dispose() => client.Dispose();
}
