using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.Domain.Sharing;

/// <summary>A link to a portfolio or to one CV, with an end, revocable, visits counted.</summary>
public sealed class ShareLink : ISchoolOwned
{
    private ShareLink()
    {
    }

    public Guid SchoolId { get; private set; }
    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }

    /// <summary>SHA-256 of the token, lower-case hex; the token itself is not kept in clear.</summary>
    public string TokenHash { get; private set; } = "";

    /// <summary>The token under data protection, so that its owner can copy the link again.</summary>
    public byte[] ProtectedToken { get; private set; } = [];

    /// <summary>What the owner calls it, e.g. the company it was made for.</summary>
    public string Label { get; private set; } = "";

    /// <summary>The CV it shows; null for the portfolio.</summary>
    public Guid? CvDocumentId { get; private set; }

    public DateTime CreatedAt { get; private set; }
    public DateTime ExpiresAt { get; private set; }
    public DateTime? RevokedAt { get; private set; }

    public bool IsOpen(DateTime now) => RevokedAt is null && now < ExpiresAt;

    public static (ShareLink? Link, Error? Error) Make(Guid schoolId, Guid id, Guid personId, string tokenHash, byte[] protectedToken, string label, Guid? cvDocumentId, int days, int mostDays, DateTime at)
    {
        if (days < 1 || days > mostDays)
        {
            return (null, Error.Invalid(days < 1 ? "too-small" : "too-large", "days", days < 1 ? 1 : mostDays));
        }
        var text = CleanText.Line(label);
        if (text.Length > 80)
        {
            return (null, Error.Invalid("too-long", "label", 80));
        }
        return (new ShareLink
        {
            SchoolId = schoolId,
            Id = id,
            PersonId = personId,
            TokenHash = tokenHash,
            ProtectedToken = protectedToken,
            Label = text,
            CvDocumentId = cvDocumentId,
            CreatedAt = at,
            ExpiresAt = at.AddDays(days),
        }, null);
    }

    public Error? Revoke(Change by)
    {
        if (by.By != PersonId)
        {
            return Error.NotFound("link-unknown");
        }
        if (RevokedAt is not null)
        {
            return Error.Conflict("already-revoked");
        }
        RevokedAt = by.At;
        return null;
    }
}

/// <summary>How often a link was opened on a day. No address, no device, no person.</summary>
public sealed class ShareVisit : ISchoolOwned
{
    private ShareVisit()
    {
    }

    public Guid SchoolId { get; private set; }
    public Guid ShareLinkId { get; private set; }
    public DateOnly Day { get; private set; }
    public int Count { get; private set; }

    public static ShareVisit On(Guid schoolId, Guid shareLinkId, DateOnly day, int count) => new() { SchoolId = schoolId, ShareLinkId = shareLinkId, Day = day, Count = count };

    public void Add(int visits) => Count += visits;
}
