using System.Security.Claims;
using SmkPortfolio.Domain;

namespace SmkPortfolio.Web.Access;

/// <summary>Names of the claims in the session.</summary>
public static class ActorClaims
{
    public const string School = "school";
    public const string SchoolName = "school_name";
    public const string Role = "role";
    public const string Name = "name";

    /// <summary>Stands while the person has still the password that somebody else chose.</summary>
    public const string MustChangePassword = "must_change_password";
}

/// <summary>Roles as they stand in claims and in the register.</summary>
public static class RoleNames
{
    public const string Student = "student";
    public const string Guardian = "guardian";
    public const string Teacher = "teacher";
    public const string Hubin = "hubin";
    public const string TefaHead = "tefa-head";
    public const string Bkk = "bkk";
    public const string Operator = "operator";
    public const string Principal = "principal";
    public const string Employer = "employer";
    public const string Recruiter = "recruiter";
    public const string Province = "province";

    public static string Of(Domain.Schools.Role role) => role switch
    {
        Domain.Schools.Role.Student => Student,
        Domain.Schools.Role.Teacher => Teacher,
        Domain.Schools.Role.Hubin => Hubin,
        Domain.Schools.Role.TefaHead => TefaHead,
        Domain.Schools.Role.Bkk => Bkk,
        Domain.Schools.Role.Operator => Operator,
        Domain.Schools.Role.Principal => Principal,
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    /// <exception cref="ArgumentException">No role at a school has that name.</exception>
    public static Domain.Schools.Role Parse(string name) => Enum.GetValues<Domain.Schools.Role>().Cast<Domain.Schools.Role?>().FirstOrDefault(r => Of(r!.Value) == name)
        ?? throw new ArgumentException($"No role at a school is called '{name}'.", nameof(name));
}

/// <summary>Who is acting in this request.</summary>
public sealed class Actor(IHttpContextAccessor accessor, TimeProvider clock)
{
    private ClaimsPrincipal User => accessor.HttpContext?.User ?? new ClaimsPrincipal();

    public bool IsSignedIn => User.Identity?.IsAuthenticated == true;

    /// <summary>The person; only to be asked behind a policy.</summary>
    public Guid PersonId => Guid.Parse(User.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("Nobody is signed in."));

    public Guid? SchoolIdOrNone => Guid.TryParse(User.FindFirstValue(ActorClaims.School), out var id) ? id : null;

    public Guid SchoolId => SchoolIdOrNone ?? throw new InvalidOperationException("This person belongs to no school.");

    public string Name => User.FindFirstValue(ActorClaims.Name) ?? "";

    public bool Is(string role) => User.HasClaim(ActorClaims.Role, role);

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>A change by this person, now.</summary>
    public Change Change(string? why = null) => new(PersonId, Now, why);
}
