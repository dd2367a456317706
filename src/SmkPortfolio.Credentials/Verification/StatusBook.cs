using SmkPortfolio.Credentials.Json;
using SmkPortfolio.Credentials.JsonLd;
using SmkPortfolio.Credentials.Rdf;
using SmkPortfolio.Credentials.Status;

namespace SmkPortfolio.Credentials.Verification;

/// <summary>A status list whose own proof, issuer and purpose were checked.</summary>
internal sealed record SoundStatusList(byte[] Bits, DateTimeOffset SignedAt);

/// <summary>The status lists of one verification: each is fetched and checked once.</summary>
internal sealed class StatusBook
{
    internal const int MaxLists = 64;

    private readonly VerificationContext _context;
    private readonly Dictionary<(string Url, string Issuer), SoundStatusList?> _lists = [];
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _stapled = new(StringComparer.Ordinal);

    public StatusBook(VerificationContext context, IEnumerable<ReadOnlyMemory<byte>> stapled)
    {
        _context = context;
        foreach (var file in stapled.Take(MaxLists)) Staple(file);
    }

    /// <summary>The current list, or the stapled one when there is no network.</summary>
    public async Task<SoundStatusList?> GetAsync(string url, RegisterEntry issuer, CancellationToken ct)
    {
        if (_lists.TryGetValue((url, issuer.Did), out var known)) return known;
        if (_lists.Count >= MaxLists || !IsUnder(url, issuer.Did)) return null;
        var file = _context.Sources.Online ? await _context.Sources.StatusListAsync(url, ct) : Stapled(url)?.ToArray();
        var list = file is null ? null : Check(file, url, issuer);
        _lists.Add((url, issuer.Did), list);
        return list;
    }

    /// <summary>The stapled list, for saying when a document was last confirmed.</summary>
    public SoundStatusList? Stapled(string url, RegisterEntry issuer) => Stapled(url) is { } file ? Check(file, url, issuer) : null;

    private ReadOnlyMemory<byte>? Stapled(string url) => _stapled.TryGetValue(url, out var file) ? file : null;

    private void Staple(ReadOnlyMemory<byte> file)
    {
        try
        {
            if (_context.Parse(file).Text("id") is { } url) _stapled.TryAdd(url, file);
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
            if (document is not { IsStatusList: true, IsProofSet: false, ContextsAreOurs: true, DatesAreReadable: true, Method: { } method }) return null;
            if (document.Id != url || document.IssuerDid != issuer.Did || method.Did != issuer.Did) return null;
            if (document.Created > _context.Now + KeyJudge.Skew || document.ValidFrom > _context.Now + KeyJudge.Skew || document.ValidUntil < _context.Now) return null;
            if (KeyJudge.Judge(issuer, method.Multikey, document.Created!.Value) != KeyStanding.Good) return null;
            if (!Ed25519Key.TryReadMultikey(method.Multikey, out var key) || !_context.IsSound(document, key)) return null;
            if (document.Subject.Text("type") != "BitstringStatusList" || document.Subject.Text("statusPurpose") != "revocation") return null;
            if (document.Subject.Member("statusSize") is not null) return null;
            return _context.Memo.Of("bits", file.Span, () => BitstringStatusList.Decode(document.Subject.Text("encodedList"))) is { } bits ? new SoundStatusList(bits, document.Created.Value) : null;
        }
        catch (Exception e) when (e is StrictJsonException or JsonLdException or CanonicalizationException)
        {
            return null;
        }
    }
}
