using System.Net.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace SmkPortfolio.WebTests.Hosting;

/// <summary>Cookies of one browser. Their expiry is judged by presence alone, for the site's clock is not this machine's.</summary>
internal sealed class CookieJar
{
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> All => _cookies;

    public void AddTo(HttpRequestMessage request)
    {
        if (_cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }
    }

    public void TakeFrom(HttpResponseHeaders headers)
    {
        if (!headers.TryGetValues("Set-Cookie", out var lines))
        {
            return;
        }
        foreach (var cookie in SetCookieHeaderValue.ParseList([.. lines]))
        {
            var name = cookie.Name.ToString();
            if (cookie.Value.Length == 0 || cookie.MaxAge <= TimeSpan.Zero || cookie.Expires < DateTimeOffset.UnixEpoch.AddYears(1))
            {
                _cookies.Remove(name);
            }
            else
            {
                _cookies[name] = cookie.Value.ToString();
            }
        }
    }

    public void TakeAll(CookieJar other)
    {
        foreach (var (name, value) in other._cookies)
        {
            _cookies[name] = value;
        }
    }

    public void Clear() => _cookies.Clear();
}
