using SmkPortfolio.Credentials.Json;

namespace SmkPortfolio.Credentials.Verification;

/// <summary>
/// What the documents of a paper will ask about status, so that a source can fetch it in one go. Nothing is believed here: whatever comes
/// back is checked when it is used, and what is missing here is asked for then.
/// </summary>
internal static class StatusNeeds
{
    private const int MaxDocuments = 200;

    public static async Task AnnounceAsync(IEnumerable<ReadOnlyMemory<byte>> files, VerificationContext context, CancellationToken ct)
    {
        var lists = new HashSet<string>(StringComparer.Ordinal);
        var versions = new HashSet<CredentialVersion>();
        foreach (var file in files.Take(MaxDocuments))
        {
            if (Read(file, context) is not { IsWhole: true } document) continue;
            Add(document, lists);
            if (document.IsBadge) versions.Add(document.Version);
            foreach (var embedded in document.Endorsements ?? [])
                if (CredentialDocument.Read(embedded) is { } endorsement) Add(endorsement, lists);
        }
        await context.Sources.PrepareAsync([.. lists.Take(StatusBook.MaxLists)], versions, ct);
    }

    private static CredentialDocument? Read(ReadOnlyMemory<byte> file, VerificationContext context)
    {
        try
        {
            return CredentialDocument.Read(context.Parse(file));
        }
        catch (StrictJsonException)
        {
            return null;
        }
    }

    private static void Add(CredentialDocument document, HashSet<string> lists)
    {
        if (document.Status is { } place) lists.Add(place.ListUrl);
    }
}
