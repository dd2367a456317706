using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Startup;

/// <summary>
/// Who asks, and whether over https, as the proxies in front of us say. Only those that the settings name are believed: limits count by the
/// client's address, and anybody can write a header.
/// </summary>
public static class Proxies
{
    public static void UseKnownProxies(this WebApplication app)
    {
        var proxy = app.Services.GetRequiredService<AllSettings>().Proxy;
        if (!proxy.IsUsed)
        {
            return;
        }
        // A chain is followed for as long as its links are known.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var address in proxy.KnownProxies)
        {
            options.KnownProxies.Add(IPAddress.Parse(address));
        }
        foreach (var network in proxy.KnownNetworks)
        {
            options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        }
        app.UseForwardedHeaders(options);
    }
}
