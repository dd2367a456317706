using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.Domain.Schools;

/// <summary>What a person is at a school. Stored and claimed by the name in lower-case kebab form.</summary>
public enum Role
{
    Student,
    Teacher,
    Hubin,
    TefaHead,
    Bkk,
    Operator,
    Principal,
}

/// <summary>A person's role at a school, from a day to a day.</summary>
public sealed class Membership : ISchoolOwned
{
    public const int ReasonMax = 500;

    private Membership()
    {
    }

    public Guid SchoolId { get; private set; }
    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }
    public Role Role { get; private set; }
    public DateOnly From { get; private set; }

    /// <summary>The last day, or null while it lasts.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>Only for students: the class group.</summary>
    public Guid? ClassGroupId { get; private set; }

    /// <summary>Only for students: the school's own number, unique in the school.</summary>
    public string? Nis { get; private set; }

    /// <summary>Staff can stop issuing for a student; nothing new is then signed or printed.</summary>
    public bool IssuingStopped { get; private set; }

    public DateTime? IssuingStoppedAt { get; private set; }

    /// <summary>Why, in words that the student reads.</summary>
    public string? IssuingStopReason { get; private set; }

    public static Membership OfStudent(Guid schoolId, Guid id, Guid personId, Guid classGroupId, string nis, DateOnly from) =>
        new() { SchoolId = schoolId, Id = id, PersonId = personId, Role = Role.Student, ClassGroupId = classGroupId, Nis = nis, From = from };

    public static Membership OfStaff(Guid schoolId, Guid id, Guid personId, Role role, DateOnly from) => role == Role.Student
        ? throw new ArgumentException("A student is not staff.", nameof(role))
        : new() { SchoolId = schoolId, Id = id, PersonId = personId, Role = role, From = from };

    public bool LastsOn(DateOnly day) => From <= day && (To is null || day <= To);

    public void End(DateOnly lastDay) => To = lastDay;

    public Error? StopIssuing(Change by)
    {
        if (IssuingStopped)
        {
            return Error.Conflict("issuing-stopped");
        }
        if (ReasonRefusal(by) is { } refusal)
        {
            return refusal;
        }
        (IssuingStopped, IssuingStoppedAt, IssuingStopReason) = (true, by.At, CleanText.Of(by.Why));
        return null;
    }

    public Error? ResumeIssuing(Change by)
    {
        if (!IssuingStopped)
        {
            return Error.Conflict("issuing-not-stopped");
        }
        if (ReasonRefusal(by) is { } refusal)
        {
            return refusal;
        }
        (IssuingStopped, IssuingStoppedAt, IssuingStopReason) = (false, null, null);
        return null;
    }

    private static Error? ReasonRefusal(Change by) => CleanText.Of(by.Why).Length switch
    {
        0 => Error.Invalid("required", "reason"),
        > ReasonMax => Error.Invalid("too-long", "reason", ReasonMax),
        _ => null,
    };
}

/// <summary>What a staff member may review: one class group, or a whole program.</summary>
public sealed class Reach : ISchoolOwned
{
    private Reach()
    {
    }

    public Guid SchoolId { get; private set; }
    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }
    public Guid? ClassGroupId { get; private set; }
    public string? ProgramCode { get; private set; }

    public static Reach ToClass(Guid schoolId, Guid id, Guid personId, Guid classGroupId) => new() { SchoolId = schoolId, Id = id, PersonId = personId, ClassGroupId = classGroupId };

    public static Reach ToProgram(Guid schoolId, Guid id, Guid personId, string programCode) => new() { SchoolId = schoolId, Id = id, PersonId = personId, ProgramCode = programCode };

    public bool Covers(ClassGroup group) => group.SchoolId == SchoolId && (ClassGroupId == group.Id || (ProgramCode is not null && ProgramCode == group.ProgramCode));
}
