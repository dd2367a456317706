using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Credentials;
using SmkPortfolio.Data;
using SmkPortfolio.Web.Issuing;

namespace SmkPortfolio.Web.Checking;

/// <summary>What an issuer says, signed, about the newest version of one of its credentials.</summary>
public sealed class StateRecords(AppDb db, KeyRing keys)
{
    // A paper asks for one record per line, all by the same school.
    private readonly Dictionary<Guid, SigningKey> signers = [];

    /// <param name="credentialUri">The id inside the document.</param>
    public async Task<string?> SignedAsync(string credentialUri, CancellationToken cancel)
    {
        var newest = await db.Credentials.IgnoreQueryFilters().Where(c => c.Uri == credentialUri).OrderByDescending(c => c.Number)
            .Select(c => new { c.Number, c.State, c.StateSince, c.Reason, c.IssuerId }).FirstOrDefaultAsync(cancel);
        if (newest is null)
        {
            return null;
        }
        var state = newest.State switch
        {
            Domain.Issuing.CredentialState.Active => CredentialState.Active,
            Domain.Issuing.CredentialState.Replaced => CredentialState.Replaced,
            Domain.Issuing.CredentialState.Suspended => CredentialState.Suspended,
            Domain.Issuing.CredentialState.Withdrawn => CredentialState.Withdrawn,
            _ => throw new InvalidOperationException($"The state {newest.State} has no name in the record."),
        };
        var content = new StateContent(
            credentialUri, newest.Number, state, new DateTimeOffset(newest.StateSince, TimeSpan.Zero),
            newest.Reason.Id.Length > 0 ? newest.Reason.Id : null, string.IsNullOrEmpty(newest.Reason.En) ? null : newest.Reason.En, null);
        return StateRecord.Sign(content, await SignerAsync(newest.IssuerId, cancel));
    }

    private async Task<SigningKey> SignerAsync(Guid issuerId, CancellationToken cancel)
    {
        if (!signers.TryGetValue(issuerId, out var signer))
        {
            signer = await keys.SigningKeyAsync(await db.Issuers.AsNoTracking().SingleAsync(i => i.Id == issuerId, cancel), cancel);
            signers.Add(issuerId, signer);
        }
        return signer;
    }
}
