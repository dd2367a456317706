namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>What was changed in a name that a stranger gave to a file, worth telling.</summary>
[Flags]
public enum NameChange
{
    None = 0,

    /// <summary>Folders stood before it.</summary>
    Path = 1,

    /// <summary>Characters that are not seen, such as those that turn the direction of writing.</summary>
    Hidden = 2,

    /// <summary>Its ending did not fit the content.</summary>
    Ending = 4,
}
