using System.IO.Compression;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>
/// Takes each file out of a ZIP, cleans it by the rules for a file that comes alone, and puts them into a new one: with clean names, no
/// comments, no dates. No archive stands in another.
/// </summary>
internal sealed class ArchiveCleaner(ZipDirectory directory, EvidenceLimits limits)
{
    private const int MostFolders = 8;
    private static readonly DateTimeOffset NoDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public bool SomethingRemoved { get; private set; }

    public FileStream Clean()
    {
        var target = TemporaryFile.Create(limits.TemporaryFolder);
        try
        {
            var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
            {
                foreach (var member in directory.Members)
                {
                    Member(member, zip, names);
                }
            }
            if (names.Count == 0)
            {
                throw new RefusedException(RefusalCodes.Empty);
            }
            target.Position = 0;
            return target;
        }
        catch
        {
            target.Dispose();
            throw;
        }
    }

    /// <summary>Without date, so that the same content makes the same file.</summary>
    public static void Write(ZipArchive zip, string name, Stream content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoDate;
        using var to = entry.Open();
        content.CopyTo(to);
    }

    private void Member(ZipMember member, ZipArchive zip, HashSet<string> names)
    {
        if (member.IsFolder && member.Length == 0)
        {
            return;
        }
        var folders = Folders(member);
        if (IsOfTheSystem(member.Name))
        {
            directory.Unpack(member, Stream.Null);
            SomethingRemoved = true;
            return;
        }
        using var file = TemporaryFile.Create(limits.TemporaryFolder);
        directory.Unpack(member, file);
        switch (EvidenceIntake.CleanSpooled(file, limits with { AllowArchive = false, Unpacking = directory.Budget }))
        {
            case EvidenceRefusal { DetectedKind: EvidenceKinds.Zip or EvidenceKinds.Archive }:
                throw new RefusedException(RefusalCodes.NestedArchive) { Member = member.Name };
            case EvidenceRefusal refusal:
                throw RefusedException.Of(refusal, member.Name);
            case CleanedEvidence clean:
                using (clean)
                {
                    var name = SafeFileName.For(member.Name, clean.MediaType).Name;
                    name = string.Join('/', [.. folders, name]);
                    SomethingRemoved |= clean.MetadataRemoved || name != member.Name;
                    if (!names.Add(name))
                    {
                        throw new RefusedException(RefusalCodes.ArchiveName) { Member = member.Name };
                    }
                    Write(zip, name, clean.Content);
                }
                break;
        }
    }

    private static IEnumerable<string> Folders(ZipMember member)
    {
        var parts = member.Name.Split('/');
        if (member.Name.Contains('\\', StringComparison.Ordinal) || (member.Name.Length > 1 && member.Name[1] == ':') || member.IsFolder
            || parts.Length > MostFolders + 1 || parts.Any(p => p.Trim().Trim('.').Length == 0))
        {
            throw new RefusedException(RefusalCodes.ArchiveName) { Member = member.Name };
        }
        return parts[..^1].Select(SafeFileName.Clean);
    }

    /// <summary>What systems lay beside people's files.</summary>
    private static bool IsOfTheSystem(string name) =>
        name.StartsWith("__MACOSX/", StringComparison.Ordinal) || name[(name.LastIndexOf('/') + 1)..] is ".DS_Store" or "Thumbs.db" or "desktop.ini";
}
