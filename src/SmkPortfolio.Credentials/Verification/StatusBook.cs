using SmkPortfolio.Credentials.Json;
using SmkPortfolio.Credentials.JsonLd;
using SmkPortfolio.Credentials.Rdf;
using SmkPortfolio.Credentials.Status;

namespace SmkPortfolio.Credentials.Verification;

/// <summary>A status list whose own proof, issuer and purpose were checked.</summary>
internal sealed record SoundStatusList(byte[] Bits, DateTimeOffset SignedAt)
{
    /// <summary>The bit; false for a place that the list does not have.</summary>
    public bool Marks(int index) => Has(index) && BitstringStatusList.IsSet(Bits, index);

    public bool Has(int index) => index < Bits.Length * 8;
}

/// <summary>What is at hand of one list.</summary>
/// <param name="Newest">The newest sound one of all at hand; null when none is sound.</param>
/// <param name="IsCurrent">It tells how things stand now, or there is no network to ask for more.</param>
internal sealed record StatusAnswer(SoundStatusList? Newest, bool IsCurrent);

/// <summary>The status lists of one verification: each is fetched and checked once.</summary>
internal sealed class StatusBook
{
    /// <summary>How many lists one paper may need, and how many may be handed in with it.</summary>
    internal const int MaxLists = PaperLimits.StatusLists;

    // Ours are signed anew at least daily: an origin that hands out an older one does not tell how things stand now.
    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(7);

    private static readonly StatusAnswer Nothing = new(null, false);

    private readonly VerificationContext _context;
    private readonly Dictionary<(string Url, string Issuer), StatusAnswer> _answers = [];
    private readonly Dictionary<string, List<ReadOnlyMemory<byte>>> _stapled = new(StringComparer.Ordinal);

    /// <param name="context">What the check knows besides; lists that were handed in beside the document are among it.</param>
    /// <param name="inside">Lists inside the document. They cannot crowd out those beside it.</param>
    public StatusBook(VerificationContext context, IEnumerable<ReadOnlyMemory<byte>> inside)
    {
        _context = context;
        foreach (var file in context.Stapled.Take(MaxLists).Concat(inside.Take(MaxLists))) Staple(file);
    }

    /// <summary>The newest sound list of that address. Nobody can hide a newer one behind an older or a broken one.</summary>
    public async Task<StatusAnswer> GetAsync(string url, RegisterEntry issuer, CancellationToken ct)
    {
        if (_answers.TryGetValue((url, issuer.Did), out var known)) return known;
        if (_answers.Count >= MaxLists || !IsUnder(url, issuer.Did)) return Nothing;
        var fetched = _context.Sources.Online && await _context.Sources.StatusListAsync(url, ct) is { } file ? Check(file, url, issuer) : null;
        var newest = Stapled(url).Select(list => Check(list, url, issuer)).Append(fetched).OfType<SoundStatusList>().MaxBy(list => list.SignedAt);
        var isCurrent = newest is not null && (!_context.Sources.Online || (fetched is not null && _context.Now - newest.SignedAt <= MaxAge));
        return _answers[(url, issuer.Did)] = new StatusAnswer(newest, isCurrent);
    }

    private IEnumerable<ReadOnlyMemory<byte>> Stapled(string url) => _stapled.TryGetValue(url, out var files) ? files : [];

    private void Staple(ReadOnlyMemory<byte> file)
    {
        try
        {
            if (_context.Parse(file).Text("id") is not { } url) return;
            if (!_stapled.TryGetValue(url, out var files)) _stapled.Add(url, files = []);
            if (!files.Exists(known => known.Span.SequenceEqual(file.Span))) files.Add(file);
        }
        catch (StrictJsonException)
        {
            // A stapled file that cannot be read says nothing; the check it was meant for stays unchecked.
        }
    }

    private static bool IsUnder(string url, string did) =>
        DidWeb.IsValid(did) && url.StartsWith(DidWeb.BaseUrl(did) + "status/", StringComparison.Ordinal) && !url.Contains("..", StringComparison.Ordinal);

    private SoundStatusList? Check(ReadOnlyMemory<byte> file, string url, RegisterEntry issuer)
    {
        try
        {
            var document = CredentialDocument.Read(_context.Parse(file));
            if (document is not { IsStatusList: true, IsWhole: true, IsProofSet: false, ContextsAreOurs: true, DatesAreReadable: true, Method: { } method }) return null;
            if (document.Id != url || document.IssuerDid != issuer.Did || method.Did != issuer.Did) return null;
            if (KeyJudge.IsAfter(document.Created, _context.Now) || KeyJudge.IsAfter(document.ValidFrom, _context.Now) || document.ValidUntil < _context.Now) return null;
            if (KeyJudge.Judge(issuer, method.Multikey, document.Created!.Value) != KeyStanding.Good) return null;
            if (!Ed25519Key.TryReadMultikey(method.Multikey, out var key) || !_context.IsSound(document, key)) return null;
            if (!document.IsListOfRevocations) return null;
            return _context.Memo.Of("bits", file.Span, () => BitstringStatusList.Decode(document.EncodedList)) is { } bits ? new SoundStatusList(bits, document.Created.Value) : null;
        }
        catch (Exception e) when (e is StrictJsonException or JsonLdException or CanonicalizationException)
        {
            return null;
        }
    }
}
