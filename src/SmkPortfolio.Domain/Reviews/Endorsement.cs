using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.Domain.Reviews;

/// <summary>In which role somebody endorses.</summary>
public enum EndorserRole
{
    Teacher,

    /// <summary>First of two for a certification: records number, body and expiry as seen.</summary>
    Checker,

    /// <summary>Second of two for a certification: another person with that right.</summary>
    Confirmer,
    Mentor,
    Client,
}

/// <summary>Somebody's word for one revision.</summary>
public sealed class Endorsement : ISchoolOwned
{
    public const int StatementMax = 2000;

    private Endorsement()
    {
    }

    public Guid SchoolId { get; private set; }
    public Guid Id { get; private set; }
    public Guid EntryId { get; private set; }
    public Guid RevisionId { get; private set; }

    /// <summary>The account that endorsed, or the mentor's id where there is no account.</summary>
    public Guid ByPersonId { get; private set; }

    public Guid IssuerId { get; private set; }
    public string ByName { get; private set; } = "";
    public EndorserRole Role { get; private set; }
    public string Statement { get; private set; } = "";
    public DateTime At { get; private set; }

    /// <summary>Endorsed in a batch without opening the entry.</summary>
    public bool Batch { get; private set; }

    public Guid CredentialId { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }
    public string? WithdrawalReason { get; private set; }

    public bool Stands => WithdrawnAt is null;

    /// <param name="batch">Given together with others, without having opened this one at this revision.</param>
    public static (Endorsement? Endorsement, Error? Error) Give(
        Entry entry, Guid id, Guid revisionId, Guid issuerId, string byName, EndorserRole role, IReadOnlyCollection<Endorsement> standing, Change by, bool batch = false)
    {
        var statement = CleanText.Of(by.Why);
        if (by.By == entry.PersonId)
        {
            return (null, Error.NotAllowed("own-work"));
        }
        if (entry.InBin || (revisionId != entry.SubmittedRevisionId && revisionId != entry.EndorsedRevisionId))
        {
            return (null, Error.Conflict("revision-passed"));
        }
        if (statement.Length == 0 || statement.Length > StatementMax)
        {
            return (null, Error.Invalid(statement.Length == 0 ? "required" : "too-long", "statement", StatementMax));
        }
        if (standing.Any(e => e.RevisionId == revisionId && e.Stands && e.ByPersonId == by.By))
        {
            return (null, Error.Conflict(role == EndorserRole.Confirmer ? "second-person-needed" : "already-endorsed"));
        }
        if (RoleRefusal(entry, revisionId, role, standing) is { } refusal)
        {
            return (null, refusal);
        }
        return (new Endorsement
        {
            SchoolId = entry.SchoolId,
            Id = id,
            EntryId = entry.Id,
            RevisionId = revisionId,
            ByPersonId = by.By,
            IssuerId = issuerId,
            ByName = byName,
            Role = role,
            Statement = statement,
            At = by.At,
            Batch = batch,
        }, null);
    }

    public void SignedAs(Guid credentialId) => CredentialId = credentialId;

    public Error? Withdraw(Change by)
    {
        if (!Stands)
        {
            return Error.Conflict("already-withdrawn");
        }
        if (CleanText.Of(by.Why).Length is 0 or > StatementMax)
        {
            return Error.Invalid(string.IsNullOrWhiteSpace(by.Why) ? "required" : "too-long", "reason", StatementMax);
        }
        WithdrawnAt = by.At;
        WithdrawalReason = CleanText.Of(by.Why);
        return null;
    }

    /// <summary>The step of the ladder that these endorsements give to a revision of this kind.</summary>
    public static Word WordOf(EntryKind kind, IEnumerable<Endorsement> onRevision)
    {
        var roles = onRevision.Where(e => e.Stands).Select(e => e.Role).ToHashSet();
        return kind == EntryKind.Certification && roles.Contains(EndorserRole.Checker) && roles.Contains(EndorserRole.Confirmer) ? Word.Certificate
            : roles.Contains(EndorserRole.Mentor) || roles.Contains(EndorserRole.Client) ? Word.Company
            : roles.Count > 0 ? Word.Teacher
            : Word.Self;
    }

    private static Error? RoleRefusal(Entry entry, Guid revisionId, EndorserRole role, IReadOnlyCollection<Endorsement> standing)
    {
        var onRevision = standing.Where(e => e.RevisionId == revisionId && e.Stands).ToList();
        return role switch
        {
            EndorserRole.Teacher when entry.Kind == EntryKind.Certification => Error.Conflict("check-needed"),
            EndorserRole.Checker or EndorserRole.Confirmer when entry.Kind != EntryKind.Certification => Error.Conflict("not-a-certification"),
            EndorserRole.Checker when onRevision.Any(e => e.Role == EndorserRole.Checker) => Error.Conflict("already-checked"),
            EndorserRole.Confirmer when onRevision.All(e => e.Role != EndorserRole.Checker) => Error.Conflict("check-needed"),
            EndorserRole.Confirmer when onRevision.Any(e => e.Role == EndorserRole.Confirmer) => Error.Conflict("already-confirmed"),
            EndorserRole.Mentor when entry.Kind != EntryKind.Internship => Error.Conflict("not-an-internship"),
            EndorserRole.Client when entry.Kind != EntryKind.TeachingFactory => Error.Conflict("not-a-teaching-factory"),
            EndorserRole.Teacher or EndorserRole.Checker or EndorserRole.Confirmer or EndorserRole.Mentor or EndorserRole.Client => null,
            _ => throw new ArgumentOutOfRangeException(nameof(role)),
        };
    }
}
