using System.Security.Cryptography;
using SmkPortfolio.Credentials;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.Web.Issuing;

/// <summary>
/// Prepared → linted → signed once → verified → stored with its log entry. All of it is added to one unit of work, so a crash leaves
/// either everything or nothing.
/// </summary>
public sealed class Signing(AppDb db, KeyRing keys, StatusLists lists, TimeProvider clock)
{
    /// <summary>Signs and adds a credential.</summary>
    /// <param name="claims">Made with the place in the status list that is handed in.</param>
    /// <param name="publicId">Last part of the credential's address; versions share it.</param>
    public Task<IssuedCredential> SignAsync(
        CredentialKind kind, Issuer issuer, Guid schoolId, Guid subjectPersonId, Guid publicId, int number, Func<StatusPointer, CredentialClaims> claims, CancellationToken cancel) =>
        SignAsync(kind, issuer, schoolId, subjectPersonId, publicId, number, status => Issuance.Prepare(claims(status)), cancel);

    /// <summary>Signs and adds the next version of a credential with the same content: later, with another place in the list, by the issuer's key of now.</summary>
    /// <param name="endorsements">What it embeds; null leaves that as it is.</param>
    public async Task<IssuedCredential> SignAgainAsync(IssuedCredential before, Issuer issuer, IReadOnlyList<byte[]>? endorsements, CancellationToken cancel)
    {
        var next = await SignAsync(before.Kind, issuer, before.SchoolId, before.SubjectPersonId, before.PublicId, before.Number + 1,
            status => Issuance.PrepareAgain(before.Bytes, clock.GetUtcNow(), status, endorsements), cancel);
        return before is { EntryId: { } entry, RevisionId: { } revision } ? next.For(entry, revision, before.ValidUntil) : next;
    }

    private async Task<IssuedCredential> SignAsync(
        CredentialKind kind, Issuer issuer, Guid schoolId, Guid subjectPersonId, Guid publicId, int number, Func<StatusPointer, PreparedCredential> prepare, CancellationToken cancel)
    {
        var desk = await DeskAsync(issuer, 1, cancel);
        var issued = desk.Sign(0, kind, schoolId, subjectPersonId, publicId, number, prepare);
        db.Credentials.Add(issued);
        db.LogEntries.Add(desk.Log(issued));
        return issued;
    }

    /// <summary>All that signing needs of the database, for so many credentials of one issuer: the key opened once, the places taken together.</summary>
    public async Task<SigningDesk> DeskAsync(Issuer issuer, int count, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var places = await lists.TakeAsync(issuer, count, cancel);
        var key = await keys.CurrentAsync(issuer, cancel);
        return new SigningDesk(issuer.Id, key.Id, keys.Opened(issuer, key), places, now);
    }

    /// <summary>Withdraws credentials for ever: state, bit and log entry; the caller saves.</summary>
    public async Task WithdrawAsync(IReadOnlyCollection<IssuedCredential> credentials, Bilingual reason, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var standing = credentials.Where(c => c.State != Domain.Issuing.CredentialState.Withdrawn).ToList();
        foreach (var credential in standing)
        {
            credential.Withdraw(reason, now.UtcDateTime);
            Note(credential);
        }
        await lists.SetAsync(standing, cancel);
    }

    /// <summary>Sets the bits of replaced versions, so that other people's programs refuse them too; the caller saves. Once in a unit of work.</summary>
    public Task SetAsync(IReadOnlyCollection<IssuedCredential> replaced, CancellationToken cancel)
    {
        foreach (var credential in replaced)
        {
            Note(credential);
        }
        return lists.SetAsync(replaced, cancel);
    }

    /// <summary>Enters into the log that the standing of a credential has changed.</summary>
    public void Note(IssuedCredential credential) =>
        db.LogEntries.Add(LogEntry.Of(LogKind.StatusChange, clock.GetUtcNow(), credential.LogSalt, credential.Bytes));
}

/// <summary>Signs without the database, on as many threads as there are; what it gives is added to the unit of work by whoever asked.</summary>
public sealed class SigningDesk(Guid issuerId, Guid keyId, SigningKey key, IReadOnlyList<TakenPlace> places, DateTimeOffset now)
{
    public SigningKey Key => key;

    /// <summary>The list in which all the places lie.</summary>
    public Guid ListId => places[0].List.Id;

    /// <summary>Signs one credential on the place of that number.</summary>
    public IssuedCredential Sign(int place, CredentialKind kind, Guid schoolId, Guid subjectPersonId, Guid publicId, int number, Func<StatusPointer, PreparedCredential> prepare)
    {
        var (list, index, pointer) = places[place];
        var prepared = prepare(pointer);
        var bytes = Issuance.Issue(prepared, key, now);
        return IssuedCredential.Of(schoolId, Guid.CreateVersion7(), kind, prepared.Id, publicId, number, issuerId, keyId, subjectPersonId, bytes, RandomNumberGenerator.GetBytes(32), list.Id, index, now.UtcDateTime);
    }

    /// <summary>The entry of the transparency log that goes with a credential signed here.</summary>
    public LogEntry Log(IssuedCredential issued) =>
        LogEntry.Of(issued.Kind == CredentialKind.Endorsement ? LogKind.Endorsement : LogKind.Credential, now, issued.LogSalt, issued.Bytes);
}
