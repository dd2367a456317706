using System.Xml.Linq;

namespace SmkPortfolio.WebTests.Architecture;

/// <summary>The rooms and their walls: the one place in code where they stand.</summary>
internal static class RoomTable
{
    public static readonly IReadOnlyList<Room> Rooms =
    [
        new("Domain", [], []),
        new("Credentials", [], ["BouncyCastle.*", "System.Security.Cryptography.Pkcs"]),
        new("Pdf", [], ["HarfBuzzSharp", "HarfBuzzSharp.*", "PdfPig", "UglyToad.*"]),
        new("Cv", ["Pdf"], ["DocumentFormat.OpenXml", "DocumentFormat.OpenXml.*"]),
        new("Data", ["Domain"],
        [
            "Microsoft.EntityFrameworkCore.Sqlite", "Microsoft.Data.Sqlite", "SQLitePCLRaw.*", "Npgsql", "Npgsql.*", "Azure.*",
            "Microsoft.AspNetCore.Identity.EntityFrameworkCore", "Microsoft.AspNetCore.DataProtection.EntityFrameworkCore",
            // The abstractions that both the rows and the pages speak; the engines above stay home.
            "Microsoft.EntityFrameworkCore", "Microsoft.EntityFrameworkCore.*", "Microsoft.Extensions.*",
            "Microsoft.AspNetCore.App", "Microsoft.AspNetCore.Identity", "Microsoft.AspNetCore.DataProtection", "Microsoft.AspNetCore.DataProtection.*",
        ]),
        new("Web", ["Domain", "Credentials", "Pdf", "Cv", "Data", "Verifier"],
        [
            "Microsoft.AspNetCore", "Microsoft.AspNetCore.*", "Microsoft.Net.Http.*", "AutoMapper", "AutoMapper.*",
            "MailKit", "MimeKit", "MiniExcel", "SkiaSharp", "SkiaSharp.*", "Quartz", "Quartz.*", "Microsoft.OpenApi", "Microsoft.OpenApi.*",
            "Microsoft.EntityFrameworkCore", "Microsoft.EntityFrameworkCore.*", "Microsoft.Extensions.*",
            "Microsoft.AspNetCore.App", "Microsoft.AspNetCore.Identity", "Microsoft.AspNetCore.DataProtection", "Microsoft.AspNetCore.DataProtection.*",
        ],
        // The base class of AppDb.
        Sees: ["Microsoft.AspNetCore.Identity.EntityFrameworkCore"]),
        new("Verifier", ["Credentials", "Pdf"], ["System.CommandLine"], "smkverify"),
    ];

    /// <summary>What a compiled room refers to that the table does not give it.</summary>
    public static IEnumerable<string> Broken(Room room, IEnumerable<string> references) =>
        references.Where(name => name != room.AssemblyName && room.Sees?.Contains(name) != true).SelectMany(name => Refusal(room, name));

    /// <summary>What a project file refers to that the table does not give its room.</summary>
    public static IEnumerable<string> Broken(Room room, XDocument project)
    {
        var names = project.Descendants()
            .Where(element => element.Name.LocalName is "ProjectReference" or "PackageReference" or "FrameworkReference" or "Reference")
            .Select(element => (Kind: element.Name.LocalName, Name: (string?)element.Attribute("Include") ?? ""))
            .Select(reference => reference.Kind == "ProjectReference" ? Path.GetFileNameWithoutExtension(reference.Name.Replace('\\', '/')) : reference.Name);
        var web = (string?)project.Root?.Attribute("Sdk") == "Microsoft.NET.Sdk.Web" ? ["Microsoft.AspNetCore"] : Array.Empty<string>();
        return names.Concat(web).SelectMany(name => Refusal(room, name));
    }

    private static IEnumerable<string> Refusal(Room room, string name)
    {
        if (Rooms.FirstOrDefault(other => name == other.Project || name == other.AssemblyName) is { } target)
        {
            return room.MayReference.Contains(target.Name) ? [] : [$"{room.Name} refers to the room {target.Name}"];
        }
        var owners = Owners(name);
        if (owners.Count > 0)
        {
            return owners.Contains(room) ? [] : [$"{room.Name} uses {name}, which belongs to {string.Join(", ", owners.Select(owner => owner.Name))}"];
        }
        return IsPlatform(name) ? [] : [$"{room.Name} uses {name}, which the table gives to no room"];
    }

    private static List<Room> Owners(string name)
    {
        var claims = Rooms.SelectMany(room => room.Own.Where(pattern => Fits(pattern, name)).Select(pattern => (room, pattern.Length))).ToList();
        return claims.Count == 0 ? [] : [.. claims.Where(claim => claim.Length == claims.Max(other => other.Length)).Select(claim => claim.room)];
    }

    private static bool Fits(string pattern, string name) =>
        pattern.EndsWith(".*", StringComparison.Ordinal) ? name.StartsWith(pattern[..^1], StringComparison.Ordinal) : name == pattern;

    private static bool IsPlatform(string name) =>
        name is "System" or "mscorlib" or "netstandard" or "Microsoft.CSharp" || name.StartsWith("System.", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.Win32.", StringComparison.Ordinal);
}
