using System.Xml.Linq;
using SmkPortfolio.Tests;

namespace SmkPortfolio.WebTests.Architecture;

public sealed class RoomTests
{
    public static TheoryData<string> Names => [.. RoomTable.Rooms.Select(room => room.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_compiled_room_refers_only_to_what_the_table_gives_it(string name)
    {
        var room = Room(name);
        using var assembly = File.OpenRead(Path.Combine(AppContext.BaseDirectory, room.AssemblyName + ".dll"));

        Assert.Empty(RoomTable.Broken(room, CompiledReferences.Read(assembly)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_project_file_refers_only_to_what_the_table_gives_its_room(string name)
    {
        var room = Room(name);

        Assert.Empty(RoomTable.Broken(room, XDocument.Load(Repository.PathOf("src", room.Project, room.Project + ".csproj"))));
    }

    [Fact]
    public void Every_project_in_src_is_a_room_of_the_table()
    {
        var projects = Repository.Files("src", "*.csproj").Select(path => Path.GetFileNameWithoutExtension(path));

        Assert.Equal(RoomTable.Rooms.Select(room => room.Project).Order(StringComparer.Ordinal), projects.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Domain", "SmkPortfolio.Data", "Domain refers to the room Data")]
    [InlineData("Verifier", "SmkPortfolio.Web", "Verifier refers to the room Web")]
    [InlineData("Domain", "Microsoft.EntityFrameworkCore", "Domain uses Microsoft.EntityFrameworkCore, which belongs to Data, Web")]
    [InlineData("Web", "Npgsql", "Web uses Npgsql, which belongs to Data")]
    [InlineData("Web", "Microsoft.AspNetCore.DataProtection.EntityFrameworkCore", "Web uses Microsoft.AspNetCore.DataProtection.EntityFrameworkCore, which belongs to Data")]
    [InlineData("Cv", "HarfBuzzSharp", "Cv uses HarfBuzzSharp, which belongs to Pdf")]
    [InlineData("Web", "BouncyCastle.Cryptography", "Web uses BouncyCastle.Cryptography, which belongs to Credentials")]
    [InlineData("Pdf", "Unheard.Of", "Pdf uses Unheard.Of, which the table gives to no room")]
    public void A_room_that_breaks_a_wall_is_caught_compiled_and_in_its_project_file(string name, string reference, string complaint)
    {
        var room = Room(name);
        using var compiled = CompiledReferences.Compile(room.AssemblyName, "System.Runtime", reference);
        var kind = reference.StartsWith("SmkPortfolio.", StringComparison.Ordinal) ? "ProjectReference" : "PackageReference";
        var include = kind == "ProjectReference" ? $@"..\{reference}\{reference}.csproj" : reference;
        var project = XDocument.Parse($"<Project Sdk=\"Microsoft.NET.Sdk\"><ItemGroup><{kind} Include=\"{include}\" /></ItemGroup></Project>");

        Assert.Equal([complaint], RoomTable.Broken(room, CompiledReferences.Read(compiled)));
        Assert.Equal([complaint], RoomTable.Broken(room, project));
    }

    [Fact]
    public void What_a_room_sees_through_another_it_still_may_not_take_as_a_package()
    {
        var project = XDocument.Parse("<Project><ItemGroup><PackageReference Include=\"Microsoft.AspNetCore.Identity.EntityFrameworkCore\" /></ItemGroup></Project>");

        Assert.Single(RoomTable.Broken(Room("Web"), project));
    }

    [Theory]
    [InlineData("<Project Sdk=\"Microsoft.NET.Sdk.Web\" />")]
    [InlineData("<Project Sdk=\"Microsoft.NET.Sdk\"><ItemGroup><FrameworkReference Include=\"Microsoft.AspNetCore.App\" /></ItemGroup></Project>")]
    public void The_domain_cannot_take_in_the_web_framework(string project) =>
        Assert.Single(RoomTable.Broken(Room("Domain"), XDocument.Parse(project)));

    private static Room Room(string name) => RoomTable.Rooms.Single(room => room.Name == name);
}
