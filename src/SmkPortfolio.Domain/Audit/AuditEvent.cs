using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SmkPortfolio.Domain.Audit;

/// <summary>Who did what, when and why. One hash chain per school: an event removed or changed breaks the chain.</summary>
public sealed class AuditEvent : ISchoolOwned
{
    private AuditEvent()
    {
    }

    public Guid SchoolId { get; private set; }
    public long Sequence { get; private set; }
    public DateTime At { get; private set; }
    public Guid ByPersonId { get; private set; }

    /// <summary>Kebab-case: <c>entry-submitted</c>.</summary>
    public string Action { get; private set; } = "";

    /// <summary>Id of the record concerned.</summary>
    public Guid Subject { get; private set; }

    public string Why { get; private set; } = "";

    /// <summary>SHA-256 over the previous hash and this event, lower-case hex.</summary>
    public string Hash { get; private set; } = "";

    public static AuditEvent Next(AuditHead head, string action, Guid subject, Change by)
    {
        var next = new AuditEvent
        {
            SchoolId = head.SchoolId,
            Sequence = head.Sequence + 1,
            At = by.At,
            ByPersonId = by.By,
            Action = action,
            Subject = subject,
            Why = by.Why ?? "",
        };
        next.Hash = next.HashAfter(head.Hash);
        head.Advance(next);
        return next;
    }

    /// <summary>The hash that this event must carry after that predecessor.</summary>
    public string HashAfter(string previous)
    {
        var text = string.Join('\n', previous, SchoolId.ToString(), Sequence.ToString(CultureInfo.InvariantCulture), At.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), ByPersonId.ToString(), Action, Subject.ToString(), Why);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}

/// <summary>The end of a school's chain; locked last in a transaction.</summary>
public sealed class AuditHead : ISchoolOwned
{
    private AuditHead()
    {
    }

    public Guid SchoolId { get; private set; }
    public long Sequence { get; private set; }
    public string Hash { get; private set; } = "";

    public static AuditHead Begin(Guid schoolId) => new() { SchoolId = schoolId };

    internal void Advance(AuditEvent to) => (Sequence, Hash) = (to.Sequence, to.Hash);
}
