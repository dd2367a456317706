using System.Security.Cryptography;
using SmkPortfolio.Credentials;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Issuing;

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
    public async Task<IssuedCredential> SignAsync(
        CredentialKind kind, Issuer issuer, Guid schoolId, Guid subjectPersonId, Guid publicId, int number, Func<StatusPointer, CredentialClaims> claims, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (list, index, pointer) = await lists.TakeAsync(issuer, cancel);
        var made = claims(pointer);
        var prepared = Issuance.Prepare(made);
        var bytes = Issuance.Issue(prepared, await keys.SigningKeyAsync(issuer, cancel), now);
        var salt = RandomNumberGenerator.GetBytes(32);
        var issued = IssuedCredential.Of(schoolId, Guid.CreateVersion7(), kind, made.Id, publicId, number, issuer.Id, subjectPersonId, bytes, salt, list.Id, index, now.UtcDateTime);
        db.Credentials.Add(issued);
        db.LogEntries.Add(LogEntry.Of(kind == CredentialKind.Endorsement ? LogKind.Endorsement : LogKind.Credential, now, salt, bytes));
        return issued;
    }

    /// <summary>Withdraws credentials for ever: state, bit and log entry; the caller saves.</summary>
    public async Task WithdrawAsync(IReadOnlyCollection<IssuedCredential> credentials, Domain.Text.Bilingual reason, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var standing = credentials.Where(c => c.State != Domain.Issuing.CredentialState.Withdrawn).ToList();
        foreach (var credential in standing)
        {
            credential.Withdraw(reason, now.UtcDateTime);
            db.LogEntries.Add(LogEntry.Of(LogKind.StatusChange, now, credential.LogSalt, credential.Bytes));
        }
        await lists.SetAsync(standing, cancel);
    }
}
