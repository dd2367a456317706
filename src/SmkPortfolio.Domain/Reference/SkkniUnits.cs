namespace SmkPortfolio.Domain.Reference;

/// <summary>Titles of SKKNI units, as far as they are confirmed.</summary>
public static class SkkniUnits
{
    private static readonly Dictionary<string, string> Titles = ReferenceFile.Read<Sample>("sample-skkni.json").Units.Where(u => u.Title is not null).ToDictionary(u => u.Code, u => u.Title!, StringComparer.Ordinal);

    /// <summary>The title in Indonesian, or null when it is not known.</summary>
    public static string? Title(string code) => Titles.GetValueOrDefault(code);

    private sealed record Sample(Unit[] Units);

    private sealed record Unit(string Code, string? Title);
}
