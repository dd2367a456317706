using System.Reflection;
using System.Text.Json;

namespace SmkPortfolio.Web.Demo.Story;

/// <summary>The story's texts as they stand in <c>assets/demo/story-*.json</c>.</summary>
internal static class StoryTexts
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = false,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    /// <summary>Reads an embedded story file by the part of its name after <c>story-</c>.</summary>
    public static T Read<T>(string name)
    {
        var resource = $"demo/story-{name}.json";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The story file {resource} is not embedded.");
        return JsonSerializer.Deserialize<T>(stream, Options) ?? throw new InvalidOperationException($"{resource} is empty.");
    }
}

/// <summary>Schools and people, as written.</summary>
internal sealed record PeopleText(IReadOnlyList<SchoolText> Schools, IReadOnlyList<DemoOutsider> Outsiders);

/// <param name="Classes">With their students, each written <c>name, L or P, birth place</c>.</param>
internal sealed record SchoolText(
    string Npsn, string Name, string Address, string City, string Province, string TimeZone,
    IReadOnlyList<ClassText> Classes, IReadOnlyList<StaffText> Staff, IReadOnlyList<PartnerText> Partners, IReadOnlyList<GuardianText> Guardians);

/// <param name="Set">The story file of its craft.</param>
/// <param name="YearsBack">0 for a class of the current year, 1 for last year's graduates.</param>
internal sealed record ClassText(string Key, string Name, int Grade, int YearsBack, string Code, string Field, string Set, string Homeroom, IReadOnlyList<string> Students);

internal sealed record StaffText(string Key, string Role, string Name, string Position, string? Email, IReadOnlyList<string> Programs, int Since);

/// <param name="Sets">Crafts whose students it takes.</param>
internal sealed record PartnerText(string Key, string Kind, string Name, string Address, string City, string Country, IReadOnlyList<string> Sets, IReadOnlyList<DemoMentor> Mentors);

internal sealed record GuardianText(string Key, string Name, string Email, string Student, string Relation, IReadOnlyList<string> Consents);

/// <summary>One craft: what its students write about themselves and their work.</summary>
/// <param name="Program">Program code.</param>
/// <param name="Statements">What teachers say when endorsing, by kind of entry; <c>mentor</c> and <c>client</c> beside them.</param>
internal sealed record CraftText(
    string Program, IReadOnlyList<DemoText> Headlines, IReadOnlyList<DemoText> Summaries, IReadOnlyList<DemoText> Skills,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Statements, IReadOnlyList<EntryText> Entries);

/// <summary>A template of an entry.</summary>
/// <param name="Grade">The grade in which such work is done.</param>
/// <param name="On">Month and day of its start, <c>MM-dd</c>.</param>
/// <param name="Fields">Values with <c>{name}</c> for what varies and <c>@days</c> for a date after the start.</param>
/// <param name="With">What varies: choices by name, each <c>Indonesian</c> or <c>Indonesian|English</c>.</param>
/// <param name="Path">Only in the hero's story: how the entry went.</param>
/// <param name="Says">Statements for this very entry, by step name; <c>{also}</c> stands for the next one of the craft.</param>
/// <param name="Mend">Only with a path that edits: the fields after the edit.</param>
/// <param name="Variants">What differs from student to student in whole sentences, taken in turn.</param>
internal sealed record EntryText(
    string Kind, int Grade, string On, IReadOnlyDictionary<string, string> Fields, IReadOnlyDictionary<string, IReadOnlyList<string>>? With,
    IReadOnlyList<EvidenceText> Evidence, string? Path, IReadOnlyDictionary<string, string>? Says, IReadOnlyDictionary<string, string>? Mend,
    IReadOnlyList<VariantText>? Variants);

/// <summary>One student's own version of a template.</summary>
/// <param name="Partner">Key of the company whose work it tells.</param>
/// <param name="Fields">Fields instead of the template's.</param>
/// <param name="Scene">Motif of the first picture instead of the template's, with its <paramref name="Caption"/>.</param>
/// <param name="Rows">Rows of the papers instead of the template's.</param>
internal sealed record VariantText(
    string? Partner, IReadOnlyDictionary<string, string> Fields, IReadOnlyDictionary<string, string>? Says, string? Scene,
    string? Caption, IReadOnlyList<IReadOnlyList<string>>? Rows);

/// <param name="Scene">Motif of a picture; the number of the file is chosen by the story.</param>
/// <param name="Sheet">Kind of a paper.</param>
internal sealed record EvidenceText(
    string? Scene, string? Sheet, string Caption, string? Title, IReadOnlyList<string>? Columns, IReadOnlyList<IReadOnlyList<string>>? Rows, string? Note);

/// <summary>What all crafts share.</summary>
/// <param name="Gaps">By kind: the field a first version lacks, with the reasons for returning it.</param>
/// <param name="Later">By kind: a sentence added to the main field after endorsing.</param>
/// <param name="Declines">By kind: why staff said no.</param>
/// <param name="Checks">What the two who look at a certificate say, by step.</param>
internal sealed record CommonText(
    IReadOnlyDictionary<string, GapText> Gaps, IReadOnlyDictionary<string, IReadOnlyList<DemoText>> Later, IReadOnlyDictionary<string, IReadOnlyList<string>> Declines,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Checks,
    IReadOnlyList<string> Streets, IReadOnlyDictionary<string, IReadOnlyList<LanguageText>> Languages);

internal sealed record GapText(string Field, IReadOnlyList<string> Reasons);

/// <param name="YearsAgo">How many academic years before the current one it was taken.</param>
internal sealed record LanguageText(string Language, string Level, string? Test, string? Result, string? TakenOn, int YearsAgo);
