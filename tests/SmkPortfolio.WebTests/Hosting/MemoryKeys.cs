using System.Collections.Concurrent;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace SmkPortfolio.WebTests.Hosting;

/// <summary>Keys of a host that a test puts together itself: without it they would lie in the home folder of whoever runs the tests.</summary>
internal sealed class MemoryKeys : IXmlRepository
{
    private readonly ConcurrentQueue<XElement> _keys = new();

    public static void Use(IServiceCollection services) =>
        services.AddDataProtection().Services.Configure<KeyManagementOptions>(options => options.XmlRepository = new MemoryKeys());

    public IReadOnlyCollection<XElement> GetAllElements() => [.. _keys];

    public void StoreElement(XElement element, string friendlyName) => _keys.Enqueue(element);
}
