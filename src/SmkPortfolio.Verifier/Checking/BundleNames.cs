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

    /// <summary>Everything that whoever has the register and the lists of now can leave out.</summary>
    public static bool IsBeside(string path) =>
        IsForReaders(path) || path == Register || path.EndsWith(ProofEnding, StringComparison.Ordinal) || path.StartsWith("status/", StringComparison.Ordinal);
}
