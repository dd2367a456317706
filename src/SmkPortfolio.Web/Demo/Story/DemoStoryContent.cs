namespace SmkPortfolio.Web.Demo.Story;

/// <summary>Everything the demo tells, as plain values. Keys join the parts; they are stable and unique over the whole story.</summary>
/// <param name="Seed">The number the story was told from.</param>
/// <param name="AcademicYear">The year in which the current academic year (July–June) began.</param>
/// <param name="Schools">The two schools with all that is theirs.</param>
/// <param name="Outsiders">Accounts of people who belong to no school.</param>
/// <param name="Papers">CVs issued and links shared.</param>
public sealed record DemoStoryContent(int Seed, int AcademicYear, IReadOnlyList<DemoSchool> Schools, IReadOnlyList<DemoOutsider> Outsiders, DemoPapers Papers);

/// <summary>A text in Indonesian and, where <paramref name="En"/> is not null, in English.</summary>
public sealed record DemoText(string Id, string? En = null);

/// <summary>A school and its people.</summary>
/// <param name="TimeZone">IANA name.</param>
/// <param name="AcademicYears">Years in which the school's academic years began, oldest first; the last is the current one.</param>
public sealed record DemoSchool(
    string Npsn,
    string Name,
    string Address,
    string City,
    string Province,
    string TimeZone,
    IReadOnlyList<int> AcademicYears,
    IReadOnlyList<DemoClassGroup> ClassGroups,
    IReadOnlyList<DemoStaff> Staff,
    IReadOnlyList<DemoPartner> Partners,
    IReadOnlyList<DemoStudent> Students,
    IReadOnlyList<DemoGuardian> Guardians);

/// <summary>A class group (rombel) of one academic year.</summary>
/// <param name="Key">Unique in the story.</param>
/// <param name="Name">As the school writes it, e.g. <c>XII TPL 1</c>.</param>
/// <param name="Grade">10 to 12.</param>
/// <param name="AcademicYear">The year in which its academic year began; earlier than the current one for graduates.</param>
/// <param name="StudyFieldCode">Program code for grade 10 and for konsentrasi known by name only, else konsentrasi code.</param>
/// <param name="StudyFieldName">Name as printed.</param>
/// <param name="HomeroomStaffKey">The homeroom teacher (wali kelas); the class is in this teacher's reach.</param>
public sealed record DemoClassGroup(string Key, string Name, int Grade, int AcademicYear, string StudyFieldCode, string StudyFieldName, string HomeroomStaffKey);

/// <summary>A company that takes interns (<c>company</c>) or orders from the teaching factory (<c>client</c>).</summary>
/// <param name="Kind"><c>company</c> or <c>client</c>.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
public sealed record DemoPartner(string Key, string Kind, string Name, string Address, string City, string Country, IReadOnlyList<DemoMentor> Mentors);

/// <summary>Somebody at a partner who can give a word: a workplace mentor or a client.</summary>
public sealed record DemoMentor(string Key, string Name, string Position);
