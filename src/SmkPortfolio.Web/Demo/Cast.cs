using SmkPortfolio.Domain.People;
using SmkPortfolio.Domain.Schools;

namespace SmkPortfolio.Web.Demo;

/// <summary>Who and what the keys of the story became in one school.</summary>
public sealed class Cast(School school)
{
    public School School { get; } = school;
    public Dictionary<string, Person> People { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, string> StaffRoles { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, ClassGroup> Classes { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, Mentor> Mentors { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, string> MentorPartners { get; } = new(StringComparer.Ordinal);

    /// <summary>Files stored already, so that a picture used twice is cleaned once.</summary>
    public Dictionary<string, Domain.Entries.EvidenceFile> Files { get; } = new(StringComparer.Ordinal);
}
