using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.Web.Issuing;

/// <summary>
/// What happens to keys after they were made: rotated, laid down, reported stolen. Each happening is one transaction with its reason in the
/// audit chain: of the school, or of the platform (the empty id) for the platform's own keys.
/// </summary>
public sealed class KeyLife(AppDb db, KeyRing keys, Signing signing, StatusLists lists)
{
    public const string Rotated = "key-rotated";
    public const string Ended = "key-retired";
    public const string Reported = "key-compromised";

    /// <summary>Happenings as the audit chain names them.</summary>
    public static readonly IReadOnlyList<string> Happenings = [Rotated, Ended, Reported, Reissuing.Action];

    /// <summary>A new key signs from now on; what the old one signed stays good.</summary>
    public async Task<Error?> RotateAsync(Issuer issuer, Change change, CancellationToken cancel)
    {
        if (Refusal(change) is { } refusal)
        {
            return refusal;
        }
        if (issuer.To is not null)
        {
            return Error.Conflict("issuer-ended");
        }
        await RetireKeysAsync(issuer, change.At, cancel);
        keys.AddKey(issuer);
        return await SaveAsync(issuer, Rotated, change, cancel);
    }

    /// <summary>
    /// The person leaves: nothing signed from now on counts, what was signed stays good. A last key goes on signing the status lists, or
    /// nobody could be told of a later withdrawal.
    /// </summary>
    public async Task<Error?> RetireAsync(Issuer issuer, Change change, CancellationToken cancel)
    {
        if ((Refusal(change) ?? issuer.End(change.At)) is { } refusal)
        {
            return refusal;
        }
        await LayDownAsync(issuer, change.At, cancel);
        return await SaveAsync(issuer, Ended, change, cancel);
    }

    /// <summary>Retires the keys of an issuer that ends, and makes the last one; the caller saves.</summary>
    public async Task LayDownAsync(Issuer issuer, DateTime at, CancellationToken cancel)
    {
        await RetireKeysAsync(issuer, at, cancel);
        keys.AddKey(issuer);
    }

    /// <summary>The key is in wrong hands: it leaves the DID document's assertions, all it signed is withdrawn, and a new key takes its place.</summary>
    public async Task<Error?> ReportAsync(Issuer issuer, IssuerKey key, Change change, CancellationToken cancel)
    {
        if ((Refusal(change) ?? key.ReportCompromised(change.At)) is { } refusal)
        {
            return refusal;
        }
        db.LogEntries.Add(LogEntry.OfKey(issuer.Did, key, KeyHappening.Compromised, new DateTimeOffset(change.At, TimeSpan.Zero)));
        // A key for JWTs signs copies only; the next copy makes itself a new one.
        if (key.Use == KeyUse.Proof && !await db.IssuerKeys.AnyAsync(k => k.IssuerId == issuer.Id && k.Use == KeyUse.Proof && k.Id != key.Id && k.RetiredAt == null && k.CompromisedAt == null, cancel))
        {
            keys.AddKey(issuer);
        }
        await DistrustAsync(issuer, key, change.At, cancel);
        return await SaveAsync(issuer, Reported, change, cancel);
    }

    /// <summary>Withdraws what stolen keys signed in the very moment in which they were reported, perhaps on another node.</summary>
    /// <returns>How many credentials.</returns>
    public async Task<int> SweepAsync(DateTime now, CancellationToken cancel)
    {
        var missed = await db.IssuerKeys.Where(k => k.CompromisedAt != null && db.Credentials.Any(c => c.KeyId == k.Id && !c.KeyStolen)).ToListAsync(cancel);
        var swept = 0;
        foreach (var key in missed)
        {
            var issuer = await db.Issuers.SingleAsync(i => i.Id == key.IssuerId, cancel);
            swept += await DistrustAsync(issuer, key, now, cancel);
            await SaveAsync(issuer, Reported, new Change(Guid.Empty, now, "Withdrawn after the report."), cancel);
        }
        return swept;
    }

    private async Task<int> DistrustAsync(Issuer issuer, IssuerKey key, DateTime at, CancellationToken cancel)
    {
        var signed = await db.Credentials.Where(c => c.KeyId == key.Id && !c.KeyStolen).ToListAsync(cancel);
        await lists.SetAsync(signed, cancel, issuer);
        foreach (var credential in signed)
        {
            credential.Distrust(at);
            signing.Note(credential);
        }
        var papers = signed.Where(c => c.CvDocumentId is not null).Select(c => c.CvDocumentId!.Value).ToList();
        foreach (var paper in await db.CvDocuments.Where(c => papers.Contains(c.Id)).ToListAsync(cancel))
        {
            paper.WithdrawnBySchool("Kunci penandatangan jatuh ke tangan orang lain. Cetak CV yang baru.", at);
        }
        return signed.Count;
    }

    private async Task RetireKeysAsync(Issuer issuer, DateTime at, CancellationToken cancel)
    {
        foreach (var key in (await db.IssuerKeys.Where(k => k.IssuerId == issuer.Id).ToListAsync(cancel)).Where(k => k.Signs))
        {
            key.Retire(at);
            db.LogEntries.Add(LogEntry.OfKey(issuer.Did, key, KeyHappening.Retired, new DateTimeOffset(at, TimeSpan.Zero)));
        }
    }

    /// <summary>A key that another changed at the same moment is theirs: this one looks again.</summary>
    private async Task<Error?> SaveAsync(Issuer issuer, string action, Change change, CancellationToken cancel)
    {
        try
        {
            await db.SaveAsync(issuer.SchoolId ?? Guid.Empty, action, issuer.Id, change with { Why = CleanText.Line(change.Why) }, cancel);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Error.Conflict("key-changed");
        }
    }

    private static Error? Refusal(Change change) => CleanText.Line(change.Why).Length switch
    {
        0 => Error.Invalid("required", "reason"),
        > Issuer.ReasonMax => Error.Invalid("too-long", "reason", Issuer.ReasonMax),
        _ => null,
    };
}
