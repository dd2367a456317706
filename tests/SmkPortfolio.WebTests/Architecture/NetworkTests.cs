using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using SmkPortfolio.Tests;

namespace SmkPortfolio.WebTests.Architecture;

/// <summary>
/// A check dials nobody, whatever a document asks for: only the command line may, and there only the register's own origin. Of the site two classes
/// dial whom its operator has named: the time stamp authority, while papers are sealed, and the virus scanner.
/// </summary>
public sealed class NetworkTests
{
    private static readonly string[] Dialling =
    [
        "System.Net.Http.HttpClient", "System.Net.Http.HttpMessageInvoker", "System.Net.Http.SocketsHttpHandler", "System.Net.Http.HttpClientHandler", "System.Net.Http.IHttpClientFactory",
        "System.Net.Sockets.Socket", "System.Net.Sockets.TcpClient", "System.Net.Sockets.UdpClient", "System.Net.WebClient", "System.Net.WebRequest", "System.Net.HttpWebRequest",
        "System.Net.Dns", "System.Net.WebSockets.ClientWebSocket", "System.Net.Quic.QuicConnection", "System.Net.NetworkInformation.Ping",
    ];

    [Theory]
    [InlineData("Domain")]
    [InlineData("Credentials")]
    [InlineData("Pdf")]
    [InlineData("Cv")]
    public void A_room_that_checks_or_serves_dials_nobody(string name) => Assert.Empty(DialledBy(name));

    [Fact]
    public void The_credentials_room_does_not_even_know_the_library()
    {
        using var assembly = Open("Credentials");

        Assert.DoesNotContain("System.Net.Http", CompiledReferences.Read(assembly));
    }

    [Fact]
    public void The_command_line_dials_in_its_own_folder_and_the_core_beside_it_does_not()
    {
        Assert.Contains("System.Net.Http.HttpClient", DialledBy("Verifier"));
        var names = Dialling.Select(type => type[(type.LastIndexOf('.') + 1)..]).ToList();

        Assert.DoesNotContain(Repository.Files("src/SmkPortfolio.Verifier/Checking", "*.cs"), file => names.Exists(n => Regex.IsMatch(File.ReadAllText(file), $@"\b{n}\b")));
    }

    [Fact]
    public void The_site_dials_the_time_stamp_authority_and_the_virus_scanner_and_nobody_else()
    {
        var names = Dialling.Select(type => type[(type.LastIndexOf('.') + 1)..]).ToList();

        var dialling = Repository.Files("src/SmkPortfolio.Web", "*.cs").Where(file => names.Exists(n => Regex.IsMatch(File.ReadAllText(file), $@"(?<![.\w]){n}\b"))).Select(Repository.Relative).Order(StringComparer.Ordinal);

        Assert.Equal(["src/SmkPortfolio.Web/Derived/VirusScanner.cs", "src/SmkPortfolio.Web/Issuing/TimestampAuthority.cs"], dialling);
        Assert.Equal(["System.Net.Http.HttpClient", "System.Net.Http.HttpMessageInvoker", "System.Net.Http.SocketsHttpHandler", "System.Net.Sockets.TcpClient"], DialledBy("Web").Order(StringComparer.Ordinal));
    }

    private static FileStream Open(string name) => File.OpenRead(Path.Combine(AppContext.BaseDirectory, RoomTable.Rooms.Single(r => r.Name == name).AssemblyName + ".dll"));

    private static IReadOnlyList<string> DialledBy(string name)
    {
        using var assembly = Open(name);
        using var reader = new PEReader(assembly);
        var metadata = reader.GetMetadataReader();
        var used = metadata.TypeReferences.Select(metadata.GetTypeReference).Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}");
        return [.. used.Intersect(Dialling, StringComparer.Ordinal)];
    }
}
