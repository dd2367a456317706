using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.Domain.People;

/// <summary>What a guardian consents to, one by one.</summary>
public enum ConsentPurpose
{
    /// <summary>The student may give out share links.</summary>
    ShareLinks,

    /// <summary>The student's portrait may stand on public pages.</summary>
    PublicPhoto,
}

/// <summary>A guardian of a student under 18.</summary>
public sealed class Guardianship : ISchoolOwned
{
    private Guardianship()
    {
    }

    public Guid SchoolId { get; private set; }
    public Guid Id { get; private set; }
    public Guid GuardianId { get; private set; }
    public Guid StudentId { get; private set; }

    /// <summary>Ayah, ibu, wali.</summary>
    public string Relation { get; private set; } = "";

    public static Guardianship Of(Guid schoolId, Guid id, Guid guardianId, Guid studentId, string relation) =>
        new() { SchoolId = schoolId, Id = id, GuardianId = guardianId, StudentId = studentId, Relation = CleanText.Line(relation) };
}

/// <summary>A guardian's consent for one purpose: dated, versioned, withdrawable at once. Rows are never removed.</summary>
public sealed class Consent : ISchoolOwned
{
    /// <summary>Version of the wording that is shown on the guardian's page.</summary>
    public const string CurrentVersion = "2026-11";

    private Consent()
    {
    }

    public Guid SchoolId { get; private set; }
    public Guid Id { get; private set; }
    public Guid StudentId { get; private set; }
    public Guid GuardianId { get; private set; }
    public ConsentPurpose Purpose { get; private set; }
    public string TextVersion { get; private set; } = "";
    public string Channel { get; private set; } = "";
    public DateTime GivenAt { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }

    public bool Stands => WithdrawnAt is null;

    public static Consent Give(Guardianship guardianship, Guid id, ConsentPurpose purpose, Change by) => new()
    {
        SchoolId = guardianship.SchoolId,
        Id = id,
        StudentId = guardianship.StudentId,
        GuardianId = guardianship.GuardianId,
        Purpose = purpose,
        TextVersion = CurrentVersion,
        Channel = "web",
        GivenAt = by.At,
    };

    public Error? Withdraw(Change by)
    {
        if (WithdrawnAt is not null)
        {
            return Error.Conflict("consent-already-withdrawn");
        }
        WithdrawnAt = by.At;
        return null;
    }
}
