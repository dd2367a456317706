using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Files;
using SmkPortfolio.Web.Derived;

namespace SmkPortfolio.Web.Access;

/// <summary>Why a file is shown to its owner and its reviewers only.</summary>
public enum FileHold
{
    None,

    /// <summary>The virus scanner has not looked at it yet.</summary>
    Unscanned,

    /// <summary>It found something: nobody gets the bytes. That stays so when the scanner is switched off.</summary>
    Flagged,
}

/// <summary>Which files are held back until the virus scanner has found them clean.</summary>
public sealed class HeldFiles(AppDb db, VirusScanner scanner)
{
    public async Task<FileHold> OfAsync(Guid schoolId, string sha256, CancellationToken cancel)
    {
        var said = await db.StoredFiles.IgnoreQueryFilters().Where(f => f.SchoolId == schoolId && f.Sha256 == sha256).Select(f => (ScanState?)f.Scan).SingleOrDefaultAsync(cancel);
        return Judge(said);
    }

    /// <summary>Those of these contents that nobody but their owner and reviewers may learn of.</summary>
    public async Task<IReadOnlySet<string>> AmongAsync(Guid schoolId, IEnumerable<string> contents, CancellationToken cancel)
    {
        var asked = contents.Distinct(StringComparer.Ordinal).ToList();
        var said = await db.StoredFiles.IgnoreQueryFilters().Where(f => f.SchoolId == schoolId && asked.Contains(f.Sha256)).ToDictionaryAsync(f => f.Sha256, f => f.Scan, cancel);
        return asked.Where(sha256 => Judge(said.TryGetValue(sha256, out var scan) ? scan : null) != FileHold.None).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Whether a revision names a file that is held back. Of an erased one there is nothing left to hold.</summary>
    public async Task<bool> AreInAsync(Revision revision, CancellationToken cancel)
    {
        var files = revision.Read().Files.Select(f => f.Id).ToList();
        var contents = files.Count == 0
            ? []
            : await db.Evidence.IgnoreQueryFilters().Where(f => f.SchoolId == revision.SchoolId && files.Contains(f.Id) && f.ErasedAt == null).Select(f => f.Sha256).ToListAsync(cancel);
        return contents.Count > 0 && (await AmongAsync(revision.SchoolId, contents, cancel)).Count > 0;
    }

    /// <param name="said">What the ledger says; of what no row knows, nobody has said that it is clean.</param>
    public FileHold Judge(ScanState? said) => said switch
    {
        ScanState.Flagged => FileHold.Flagged,
        ScanState.Clean => FileHold.None,
        _ => scanner.IsOn ? FileHold.Unscanned : FileHold.None,
    };
}
