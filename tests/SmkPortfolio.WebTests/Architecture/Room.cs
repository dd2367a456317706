namespace SmkPortfolio.WebTests.Architecture;

/// <summary>One row of the table of rooms: what it may reference, and what only it may use.</summary>
/// <param name="Name">The room, as in SmkPortfolio.NAME.</param>
/// <param name="MayReference">Other rooms.</param>
/// <param name="Own">Packages and assemblies, by name or as "Prefix.*"; the longest pattern that fits a name decides whose it is.</param>
/// <param name="Sees">Assemblies that come with the types of a room it may reference, such as a base class; never as a package of its own.</param>
/// <param name="Assembly">The assembly, where it is not named like the project.</param>
internal sealed record Room(string Name, string[] MayReference, string[] Own, string? Assembly = null, string[]? Sees = null)
{
    public string Project => $"SmkPortfolio.{Name}";

    public string AssemblyName => Assembly ?? Project;
}
