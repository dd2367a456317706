using SmkPortfolio.Credentials;
using SmkPortfolio.Cv;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.Schools;

namespace SmkPortfolio.Web.Issuing;

/// <summary>A line and what stands behind it.</summary>
public sealed record PaperLine(Guid EntryId, EntryKind Kind, string Title, Word Word, IssuedCredential? Credential);

/// <summary>All that a paper is made of.</summary>
public sealed record PaperSource(string Name, bool IsMinor, int? BirthYear, IReadOnlyList<PaperLine> Lines, CvContent Content, CvOptions Options)
{
    /// <summary>From the path of a text that stands in another language to the key under which the student can write it.</summary>
    public IReadOnlyDictionary<string, string> TextPlaces { get; init; } = new Dictionary<string, string>();

    /// <summary>Pictures that were wanted and cannot be embedded: the name of the file, or null for the portrait, with the place of its line.</summary>
    public IReadOnlyList<(int? Line, string? Name)> UnfitPictures { get; init; } = [];

    /// <summary>What the paper's second code says.</summary>
    public PaperStatement Stated(string code, string npsn, string format, DateTimeOffset now) =>
        new(code, Name, npsn, format, now, [.. Lines.Select(l => new StatementLine(EntryNames.Of(l.Kind), l.Title, EntryNames.Of(l.Word)))]);
}

/// <summary>Loads one student's facts and makes a paper's content of them.</summary>
public sealed class PaperContent(PaperFactsLoader loader, PaperMaker maker)
{
    public async Task<PaperSource> GatherAsync(School school, Guid personId, PaperOrder order, string code, DateTimeOffset now, CancellationToken cancel)
    {
        var facts = (await loader.LoadAsync(school, [personId], PaperWants.Of(order), cancel))[personId];
        return maker.Make(facts, order, code, now).WithAddress(facts, order);
    }
}
