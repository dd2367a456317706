using System.Text;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Credentials;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Issuing.Log;
using CredentialState = SmkPortfolio.Credentials.CredentialState;

namespace SmkPortfolio.Web.Checking;

/// <summary>What is known of one version: the signed state record, and the file that was entered in the log.</summary>
public sealed record VersionRecord(string State, LoggedFile File);

/// <summary>What issuers say, signed, about versions of their credentials: each version has its own state.</summary>
public sealed class StateRecords(AppDb db, KeyRing keys, CheckMemo memo)
{
    private const string Signed = "state-record";

    // A paper asks for one record per line, all by the same school.
    private readonly Dictionary<string, SigningKey> signers = new(StringComparer.Ordinal);

    private sealed record Row(StateContent Content, Issuer Issuer, string Multikey, byte[] ProtectedSeed, LoggedFile File);

    /// <summary>The record of the newest version.</summary>
    /// <param name="credentialUri">The id inside the document.</param>
    public async Task<string?> NewestAsync(string credentialUri, CancellationToken cancel) =>
        (await RowsAsync([credentialUri], cancel)).MaxBy(r => r.Content.Version) is { } newest ? Sign(newest) : null;

    /// <summary>The records of these versions, read in one query.</summary>
    public async Task<IReadOnlyDictionary<CredentialVersion, VersionRecord>> OfAsync(IReadOnlyCollection<CredentialVersion> versions, CancellationToken cancel)
    {
        var rows = await RowsAsync([.. versions.Select(v => v.Id).Distinct()], cancel);
        var records = new Dictionary<CredentialVersion, VersionRecord>();
        foreach (var version in versions)
        {
            if (rows.FirstOrDefault(r => r.Content.SpeaksOf(version)) is { } row)
            {
                records.Add(version, new VersionRecord(Sign(row), row.File));
            }
        }
        return records;
    }

    private async Task<List<Row>> RowsAsync(IReadOnlyList<string> uris, CancellationToken cancel)
    {
        var found = await (
            from credential in db.Credentials
            join list in db.StatusLists on credential.StatusListId equals list.Id
            join issuer in db.Issuers on credential.IssuerId equals issuer.Id
            where EF.Parameter(uris).Contains(credential.Uri)
            select new
            {
                credential.Uri,
                credential.Number,
                credential.State,
                credential.StateSince,
                credential.Reason,
                credential.StatusIndex,
                List = list.Number,
                Issuer = issuer,
                credential.Kind,
                credential.IssuedAt,
                credential.LogSalt,
                credential.Sha256,
                Key = db.IssuerKeys.Where(k => k.IssuerId == issuer.Id && k.Use == KeyUse.Proof && k.RetiredAt == null && k.CompromisedAt == null).OrderByDescending(k => k.From).Select(k => k.Multikey).First(),
                Seed = db.IssuerKeys.Where(k => k.IssuerId == issuer.Id && k.Use == KeyUse.Proof && k.RetiredAt == null && k.CompromisedAt == null).OrderByDescending(k => k.From).Select(k => k.ProtectedSeed).First(),
            }).IgnoreQueryFilters().AsNoTracking().ToListAsync(cancel);
        return [.. found.Select(c => new Row(
            new StateContent(c.Uri, c.Number, Of(c.State), new DateTimeOffset(c.StateSince, TimeSpan.Zero), NullIfEmpty(c.Reason.Id), NullIfEmpty(c.Reason.En), null)
            {
                StatusList = StatusLists.Url(c.Issuer, c.List),
                StatusIndex = c.StatusIndex,
            },
            c.Issuer, c.Key, c.Seed, LoggedFile.Of(c.Kind, c.IssuedAt, c.LogSalt, c.Sha256)))];
    }

    /// <summary>The same words by the same key have the same signature, so that it need not be made again for every reader.</summary>
    private string Sign(Row row)
    {
        var said = Encoding.UTF8.GetBytes($"{row.Multikey} {row.Content}");
        if (memo.TryFind(Signed, said, out string? known))
        {
            return known!;
        }
        if (!signers.TryGetValue(row.Multikey, out var signer))
        {
            signer = keys.Opened(row.Issuer, row.Multikey, row.ProtectedSeed);
            signers.Add(row.Multikey, signer);
        }
        var record = StateRecord.Sign(row.Content, signer);
        memo.Keep(Signed, said, record);
        return record;
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static CredentialState Of(Domain.Issuing.CredentialState state) => state switch
    {
        Domain.Issuing.CredentialState.Active => CredentialState.Active,
        Domain.Issuing.CredentialState.Replaced => CredentialState.Replaced,
        Domain.Issuing.CredentialState.Suspended => CredentialState.Suspended,
        Domain.Issuing.CredentialState.Withdrawn => CredentialState.Withdrawn,
        _ => throw new InvalidOperationException($"The state {state} has no name in the record."),
    };
}
