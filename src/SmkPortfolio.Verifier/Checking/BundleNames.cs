namespace SmkPortfolio.Verifier.Checking;

/// <summary>What lies beside the documents in a bundle, by its name: it helps to check them and is no document itself.</summary>
public static class BundleNames
{
    public const string Register = "register.jws";

    /// <summary>Ending of a proof that the document of that name was entered in the log.</summary>
    public const string ProofEnding = ".tlog-proof";

    /// <summary>Files for the reader: evidence, revisions, words and the checking page.</summary>
    public static bool IsForReaders(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.StartsWith("evidence/", StringComparison.Ordinal) || path.StartsWith("revisions/", StringComparison.Ordinal) || path is "README.txt" or "checker.html";
    }

    /// <summary>Where a file that documents pin lies on the site: its folder and the id at the end of its address; null when the path names none.</summary>
    public static (string Folder, Guid Id)? PinnedBy(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        const string Revision = ".json";
        const int IdLength = 32;
        return path.Split('/') switch
        {
            ["revisions", var name] when name.EndsWith(Revision, StringComparison.Ordinal) && Guid.TryParse(name[..^Revision.Length], out var id) => ("revisions", id),
            ["evidence", { Length: > IdLength } name] when name[IdLength] == '-' && Guid.TryParseExact(name[..IdLength], "N", out var id) => ("evidence", id),
            _ => null,
        };
    }

    /// <summary>Everything that whoever has the register and the lists of now can leave out.</summary>
    public static bool IsBeside(string path) =>
        IsForReaders(path) || path == Register || path.EndsWith(ProofEnding, StringComparison.Ordinal) || path.StartsWith("status/", StringComparison.Ordinal);
}
