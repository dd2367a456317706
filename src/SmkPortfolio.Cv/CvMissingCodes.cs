using System.Globalization;

namespace SmkPortfolio.Cv;

/// <summary>
/// What formats ask for, as codes of <see cref="CvMissing"/>: the path of the field in the content. Whoever shows them has a sentence for
/// each, and for the patterns <c>entries[n].field</c>, <c>education[n].field</c>, <c>past[n].field</c>, <c>skills[n]</c>, <c>statements.key</c>
/// of texts that stand in another language than the paper's.
/// </summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>Code</term><description>What is missing, and which formats ask for it (! = the form is incomplete without it)</description></listheader>
/// <item><term>person.photo</term><description>portrait; rirekisho, iryeokseo: 30 × 40 mm</description></item>
/// <item><term>person.passportName</term><description>name in Latin letters as in the passport; ssw-1-1!, iryeokseo!, rirekisho (where there is no local name)</description></item>
/// <item><term>person.localName</term><description>name in the paper's letters; rirekisho, shokumu-keirekisho: katakana; iryeokseo!: Hangul</description></item>
/// <item><term>person.nameReading</term><description>furigana of the name; rirekisho! (a name in katakana reads itself)</description></item>
/// <item><term>person.birthDate</term><description>date of birth; rirekisho!, ssw-1-1!, iryeokseo!</description></item>
/// <item><term>person.gender</term><description>ssw-1-1!</description></item>
/// <item><term>person.nationality</term><description>ssw-1-1!</description></item>
/// <item><term>person.address</term><description>rirekisho!, ssw-1-1!, iryeokseo!</description></item>
/// <item><term>person.addressReading</term><description>furigana of the address; rirekisho</description></item>
/// <item><term>person.postalCode</term><description>rirekisho, ssw-1-1</description></item>
/// <item><term>person.phone</term><description>rirekisho!, ssw-1-1, iryeokseo!</description></item>
/// <item><term>person.email</term><description>rirekisho, iryeokseo</description></item>
/// <item><term>person.summary</term><description>two or three sentences about the holder; shokumu-keirekisho!: 職務要約, 200 to 300 characters</description></item>
/// <item><term>education</term><description>no school at all; rirekisho!, ssw-1-1!, iryeokseo!</description></item>
/// <item><term>education.previous</term><description>the school before the last one; rirekisho</description></item>
/// <item><term>education.graduation</term><description>when the holder graduates; rirekisho!, iryeokseo</description></item>
/// <item><term>languages</term><description>ssw-1-1!: languages the holder understands well; iryeokseo</description></item>
/// <item><term>skills</term><description>rirekisho, shokumu-keirekisho</description></item>
/// <item><term>entries</term><description>no line of the portfolio was chosen; shokumu-keirekisho!</description></item>
/// <item><term>statements.motivation</term><description>rirekisho!, iryeokseo!</description></item>
/// <item><term>statements.selfPromotion</term><description>shokumu-keirekisho!</description></item>
/// <item><term>statements.strengths</term><description>shokumu-keirekisho</description></item>
/// <item><term>statements.upbringing</term><description>iryeokseo!</description></item>
/// <item><term>statements.character</term><description>iryeokseo!</description></item>
/// <item><term>statements.ambition</term><description>iryeokseo!</description></item>
/// <item><term>statements.computer</term><description>iryeokseo</description></item>
/// <item><term>person.city</term><description>international</description></item>
/// <item><term>person.birthDate, person.address, education</term><description>also drh! (address: better with it), lebenslauf!; europass (birth date: better with it), international (education!)</description></item>
/// <item><term>languages.grid</term><description>the five CEFR levels of a language; europass</description></item>
/// <item><term>gap:2023-07-01/2024-01-15</term><description>more than two months between stations, from–until; lebenslauf</description></item>
/// <item><term>entries.internship</term><description>no internship among the lines; pkl-certificate!</description></item>
/// <item><term>entries[n].confirmedBy, .from, .organisation, .score</term><description>of the internship; pkl-certificate (all but the score!)</description></item>
/// <item><term>entries.pictures</term><description>no line has a picture; booklet</description></item>
/// <item><term>entries.competencies</term><description>no line names a competency; transcript!</description></item>
/// <item><term>school.principal</term><description>who signs; pkl-certificate</description></item>
/// </list>
/// </remarks>
public static class CvMissingCodes
{
    public const string Photo = "person.photo";
    public const string PassportName = "person.passportName";
    public const string LocalName = "person.localName";
    public const string NameReading = "person.nameReading";
    public const string BirthDate = "person.birthDate";
    public const string Gender = "person.gender";
    public const string Nationality = "person.nationality";
    public const string Address = "person.address";
    public const string AddressReading = "person.addressReading";
    public const string PostalCode = "person.postalCode";
    public const string Phone = "person.phone";
    public const string Email = "person.email";
    public const string Summary = "person.summary";
    public const string Education = "education";
    public const string PreviousSchool = "education.previous";
    public const string Graduation = "education.graduation";
    public const string Languages = "languages";
    public const string Skills = "skills";
    public const string Entries = "entries";
    public const string City = "person.city";
    public const string LanguageGrid = "languages.grid";
    public const string Internship = "entries.internship";
    public const string Pictures = "entries.pictures";
    public const string Competencies = "entries.competencies";
    public const string Principal = "school.principal";

    /// <summary>A free text by its key of <see cref="CvStatements"/>.</summary>
    public static string Statement(string key) => "statements." + key;

    /// <summary>A field of a line by its place in the content.</summary>
    public static string Entry(int index, string field) => string.Create(CultureInfo.InvariantCulture, $"entries[{index}].{field}");

    /// <summary>A time that no station accounts for, as an ISO interval of days: <c>gap:2023-07-01/2024-01-15</c>.</summary>
    public static string Gap(DateOnly from, DateOnly until) => string.Create(CultureInfo.InvariantCulture, $"gap:{from:yyyy-MM-dd}/{until:yyyy-MM-dd}");
}
