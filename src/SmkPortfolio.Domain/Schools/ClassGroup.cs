using SmkPortfolio.Domain.Reference;
using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.Domain.Schools;

/// <summary>An academic year of a school, July to June, named as in <c>2026/2027</c>.</summary>
public sealed class AcademicYear : ISchoolOwned
{
    private AcademicYear()
    {
    }

    public Guid SchoolId { get; private set; }
    public Guid Id { get; private set; }
    public int StartYear { get; private set; }

    public string Name => $"{StartYear}/{StartYear + 1}";
    public DateOnly StartsOn => new(StartYear, 7, 1);
    public DateOnly EndsOn => new(StartYear + 1, 6, 30);

    public static AcademicYear Of(Guid schoolId, Guid id, int startYear) => new() { SchoolId = schoolId, Id = id, StartYear = startYear };

    /// <summary>The year in which the academic year of this date began.</summary>
    public static int StartYearOf(DateOnly date) => date.Month >= 7 ? date.Year : date.Year - 1;
}

/// <summary>A class group (rombel). Grade X belongs to a program, XI and above to a konsentrasi.</summary>
public sealed class ClassGroup : ISchoolOwned
{
    private ClassGroup()
    {
    }

    public Guid SchoolId { get; private set; }
    public Guid Id { get; private set; }
    public Guid AcademicYearId { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>10 to 13.</summary>
    public int Grade { get; private set; }

    /// <summary>Code of the program (two parts) or konsentrasi (three parts), as in the reference list.</summary>
    public string StudyFieldCode { get; private set; } = "";

    /// <summary>The name as printed, so that konsentrasi known by name only have one.</summary>
    public string StudyFieldName { get; private set; } = "";

    /// <summary>What readers see: the official name where the list has one.</summary>
    public string StudyName => StudyFields.NameOf(StudyFieldCode, StudyFieldName);

    public string ProgramCode => string.Join('.', StudyFieldCode.Split('.').Take(2));

    public static ClassGroup Of(Guid schoolId, Guid id, Guid academicYearId, string name, int grade, string studyFieldCode, string studyFieldName) => new()
    {
        SchoolId = schoolId,
        Id = id,
        AcademicYearId = academicYearId,
        Name = CleanText.Line(name),
        Grade = grade,
        StudyFieldCode = studyFieldCode,
        StudyFieldName = CleanText.Line(studyFieldName),
    };
}
