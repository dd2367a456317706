namespace SmkPortfolio.Domain;

/// <summary>The closed set of refusals. The page chooses the words; endpoints map the kind to a status.</summary>
public enum ErrorKind
{
    NotFound,
    NotAllowed,
    Conflict,
    Invalid,
}

/// <summary>A refusal by a rule.</summary>
/// <param name="Kind">What sort of refusal it is.</param>
/// <param name="Code">A stable code, kebab-case, that the page turns into a sentence.</param>
/// <param name="Field">The field it concerns, in camelCase, or null when it concerns the whole record.</param>
/// <param name="Limit">A number the sentence may need (a maximum length, a maximum count).</param>
public sealed record Error(ErrorKind Kind, string Code, string? Field = null, int? Limit = null)
{
    public static Error Invalid(string code, string? field = null, int? limit = null) => new(ErrorKind.Invalid, code, field, limit);

    public static Error Conflict(string code) => new(ErrorKind.Conflict, code);

    public static Error NotAllowed(string code) => new(ErrorKind.NotAllowed, code);

    public static Error NotFound(string code) => new(ErrorKind.NotFound, code);
}

/// <summary>Who changes something, when (UTC) and why. No write without one.</summary>
public sealed record Change(Guid By, DateTime At, string? Why = null);

/// <summary>A row that belongs to one school; the school's id leads its key.</summary>
public interface ISchoolOwned
{
    Guid SchoolId { get; }
}
