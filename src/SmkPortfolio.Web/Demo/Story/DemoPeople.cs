namespace SmkPortfolio.Web.Demo.Story;

/// <summary>A member of staff.</summary>
/// <param name="Role">As Domain's role in kebab form: <c>teacher</c>, <c>hubin</c>, <c>tefa-head</c>, <c>bkk</c>, <c>operator</c>, <c>principal</c>.</param>
/// <param name="Name">With titles, as printed under a statement.</param>
/// <param name="Position">What the school calls the post.</param>
/// <param name="Email">Sign-in address, or null where the person only appears in the story.</param>
/// <param name="ProgramCodes">Programs whose students this person may review.</param>
/// <param name="From">First day of the membership.</param>
public sealed record DemoStaff(string Key, string Role, string Name, string Position, string? Email, IReadOnlyList<string> ProgramCodes, DateOnly From);

/// <summary>A student with portfolio.</summary>
/// <param name="Gender"><c>L</c> or <c>P</c>.</param>
/// <param name="Nisn">Ten digits, the first three the last three of the birth year.</param>
/// <param name="Nis">The school's own number.</param>
/// <param name="From">First day at the school.</param>
/// <param name="GraduatedOn">Last day, for graduates.</param>
/// <param name="Email">Sign-in address, or null: such a student signs in by NISN + NPSN.</param>
/// <param name="Photo">Portrait file name under <c>demo/</c>, or null.</param>
/// <param name="Headline">One line on top of the portfolio; empty for newcomers.</param>
public sealed record DemoStudent(
    string Key,
    string Name,
    string Gender,
    string Nisn,
    string Nis,
    string BirthPlace,
    DateOnly BirthDate,
    string ClassKey,
    DateOnly From,
    DateOnly? GraduatedOn,
    string? Email,
    string? Photo,
    DemoText Headline,
    DemoText Summary,
    IReadOnlyList<DemoText> Skills,
    IReadOnlyList<DemoLanguage> Languages,
    DemoContact Contact,
    IReadOnlyList<DemoEntry> Entries);

/// <summary>A language of the portfolio's head.</summary>
/// <param name="Level">Mother tongue as <c>Bahasa ibu</c>, a CEFR level, or empty.</param>
/// <param name="Test">Name of the test, or null.</param>
/// <param name="Result">As the test reports it.</param>
public sealed record DemoLanguage(string Language, string Level, string? Test = null, string? Result = null, DateOnly? TakenOn = null);

/// <summary>How to reach the student; all invented.</summary>
public sealed record DemoContact(string Email, string Phone, string Address, string City);

/// <summary>A guardian with account.</summary>
/// <param name="Relation"><c>ayah</c>, <c>ibu</c> or <c>wali</c>.</param>
/// <param name="Consents">Purposes consented to, named as in Domain: <c>ShareLinks</c>, <c>PublicPhoto</c>; empty = not asked yet.</param>
public sealed record DemoGuardian(string Key, string Name, string Email, string StudentKey, string Relation, IReadOnlyList<string> Consents);

/// <summary>An account outside the schools.</summary>
/// <param name="Kind"><c>employer</c>, <c>recruiter</c> or <c>province</c>.</param>
public sealed record DemoOutsider(string Key, string Kind, string Name, string Email, string Organisation, string City, string Country);
