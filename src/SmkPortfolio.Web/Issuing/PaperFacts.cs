using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.People;
using SmkPortfolio.Domain.Portfolios;
using SmkPortfolio.Domain.Reviews;
using SmkPortfolio.Domain.Schools;

namespace SmkPortfolio.Web.Issuing;

/// <summary>Everything that is known of one student when a paper is made, as it stood at one moment; making a paper of it reads nothing else.</summary>
public sealed record PaperFacts(School School, string RegisterKey, Person Person, Portfolio Portfolio)
{
    /// <summary>Who signs for the school today; null when nobody is entered.</summary>
    public string? Principal { get; init; }

    /// <summary>What the student wrote for papers, by language, then by <see cref="PaperTextKeys"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Texts { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>Classes at this school, the newest first.</summary>
    public IReadOnlyList<SchoolingFacts> Schooling { get; init; } = [];

    /// <summary>Work that is not in the bin, in no particular order.</summary>
    public IReadOnlyList<EntryFacts> Entries { get; init; } = [];

    /// <summary>Addresses of open links to the portfolio, by the link's id, where they were asked for.</summary>
    public IReadOnlyDictionary<Guid, string> Shares { get; init; } = new Dictionary<Guid, string>();

    /// <summary>Portrait and pictures by their digest, where they were asked for, as <see cref="PaperPictures"/> gives them.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; init; } = new Dictionary<string, byte[]>();
}

/// <summary>A class of the student and the academic year that it belongs to.</summary>
public sealed record SchoolingFacts(DateOnly From, DateOnly? To, ClassGroup Group, AcademicYear Year);

/// <summary>An entry and what stands behind it.</summary>
/// <param name="Endorsed">What the endorsed revision says; null while nothing is endorsed or the school's credential does not stand.</param>
/// <param name="Standing">Endorsements of that revision that stand, in the order in which they were given.</param>
public sealed record EntryFacts(Entry Entry, RevisionContent? Endorsed, IReadOnlyList<Endorsement> Standing, IssuedCredential? Credential)
{
    /// <summary>While the school has suspended or withdrawn its credential, the line stands on the student's own word only.</summary>
    public Word Word => Endorsed is null ? Word.Self : Entry.Word;

    /// <summary>What a paper prints: as endorsed, else as the entry says now.</summary>
    public EntryDetail Detail => Endorsed?.Detail ?? Entry.Detail;

    /// <summary>Files to the text above, in their order.</summary>
    public IReadOnlyList<RevisionFile> Files => Endorsed?.Files ?? [.. Entry.Evidence.Select(e => new RevisionFile(e.Id, e.FileName, e.Caption, e.MediaType, e.Size, e.Sha256))];
}

/// <summary>What is to be loaded beside the rows.</summary>
/// <param name="Languages">Languages whose texts are wanted.</param>
/// <param name="Entries">Only these entries; null for all.</param>
public sealed record PaperWants(IReadOnlyCollection<string> Languages, bool Photo = false, bool Pictures = false, IReadOnlyCollection<Guid>? Entries = null)
{
    /// <summary>Links whose addresses are wanted.</summary>
    public IReadOnlyCollection<Guid> Shares { get; init; } = [];

    public static PaperWants Of(params IReadOnlyList<PaperOrder> orders) => new(
        [.. orders.SelectMany(o => PaperTongue.Search(o.Language)).Distinct()],
        orders.Any(o => o.Photo),
        orders.Any(o => Cv.CvFormats.Find(o.Format) is { HasPictures: true }),
        [.. orders.SelectMany(o => o.Entries)])
    {
        Shares = [.. orders.Select(o => o.Share).OfType<Guid>()],
    };
}
