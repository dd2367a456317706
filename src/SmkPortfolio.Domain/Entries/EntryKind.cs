namespace SmkPortfolio.Domain.Entries;

/// <summary>The four kinds of work; later ones are added at the end.</summary>
public enum EntryKind
{
    Project,
    Certification,
    Internship,
    TeachingFactory,
}

/// <summary>What the kinds of work ask of their files.</summary>
public static class EntryFiles
{
    /// <summary>
    /// Whether a ZIP is taken as evidence: what was made in a project or for a client is often a folder of pictures and drawings; a
    /// certificate and a report of an internship are not.
    /// </summary>
    public static bool TakesArchive(EntryKind kind) => kind is EntryKind.Project or EntryKind.TeachingFactory;
}

/// <summary>Where an entry stands. "Changed since endorsed" and "in the bin" are facts beside it.</summary>
public enum EntryState
{
    Draft,
    Submitted,
    Returned,
    Endorsed,
    Declined,
}

/// <summary>The trust ladder: on whose word a line stands. Later values are higher steps.</summary>
public enum Word
{
    Self,
    Teacher,
    Company,
    Certificate,
}

/// <summary>Names used in addresses, JSON and credentials.</summary>
public static class EntryNames
{
    public static string Of(EntryKind kind) => kind switch
    {
        EntryKind.Project => "project",
        EntryKind.Certification => "certification",
        EntryKind.Internship => "internship",
        EntryKind.TeachingFactory => "teaching-factory",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static EntryKind? Kind(string? name) => name switch
    {
        "project" => EntryKind.Project,
        "certification" => EntryKind.Certification,
        "internship" => EntryKind.Internship,
        "teaching-factory" => EntryKind.TeachingFactory,
        _ => null,
    };

    public static string Of(Word word) => word switch
    {
        Word.Self => "self",
        Word.Teacher => "teacher",
        Word.Company => "company",
        Word.Certificate => "certificate",
        _ => throw new ArgumentOutOfRangeException(nameof(word)),
    };
}
