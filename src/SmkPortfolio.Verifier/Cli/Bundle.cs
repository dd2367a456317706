using System.Text;
using System.Text.Json;
using SmkPortfolio.Credentials;
using SmkPortfolio.Verifier.Checking;

namespace SmkPortfolio.Verifier.Cli;

/// <summary>A ZIP as somebody keeps it: documents to check, and beside them what a check without a network needs.</summary>
internal sealed class Bundle
{
    private const long MaxFileBytes = 25 * 1024 * 1024;
    private const long MaxTotalBytes = 400 * 1024 * 1024;

    private readonly Dictionary<string, string> _proofs = new(StringComparer.Ordinal);

    /// <summary>What is to be checked, or could not be read.</summary>
    public List<ArchivedFile> Documents { get; } = [];

    public List<ReadOnlyMemory<byte>> StatusLists { get; } = [];

    /// <summary>Believed only when its key is pinned: whoever packs a bundle can pack a register.</summary>
    public string? Register { get; private set; }

    /// <summary>Of evidence and revisions only what they are, not the files.</summary>
    public EvidenceFiles Evidence { get; } = new();

    /// <summary>Words for the reader, and what could not be read to be compared.</summary>
    public int Aside { get; private set; }

    public static Bundle Read(byte[] archive)
    {
        var bundle = new Bundle();
        var room = MaxTotalBytes;
        var bounds = new ArchiveBounds(MaxFileBytes, () => null, bytes => (room -= bytes) >= 0) { LeavesOut = bundle.LeavesOut };
        foreach (var file in ArchiveFiles.Open(archive, bounds)) bundle.Sort(file);
        var evidenceRoom = MaxTotalBytes;
        var evidenceBounds = new ArchiveBounds(MaxFileBytes, () => null, bytes => (evidenceRoom -= bytes) >= 0);
        foreach (var (path, sha256) in ArchiveFiles.Digests(archive, path => BundleNames.PinnedBy(path) is not null, evidenceBounds)) bundle.Note(path, sha256);
        return bundle;
    }

    /// <summary>The log proof that lies in the bundle for a document of that name.</summary>
    public string? ProofOf(string path) => _proofs.GetValueOrDefault(Path.GetFileNameWithoutExtension(path));

    /// <summary>True for a JSON object that calls itself a status list.</summary>
    public static bool IsStatusList(ReadOnlySpan<byte> file)
    {
        try
        {
            var reader = new Utf8JsonReader(file.StartsWith("\uFEFF"u8) ? file[3..] : file);
            using var json = JsonDocument.ParseValue(ref reader);
            // What stands behind the value makes it no JSON, and no list that could be used.
            return !reader.Read() && json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.Array
                && type.EnumerateArray().Any(t => t.ValueKind == JsonValueKind.String && t.ValueEquals("BitstringStatusListCredential"));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private bool LeavesOut(string path)
    {
        if (!BundleNames.IsForReaders(path)) return false;
        Aside++;
        return true;
    }

    private void Note(string path, byte[] sha256)
    {
        var (folder, id) = BundleNames.PinnedBy(path)!.Value;
        Evidence.Add(folder, id, sha256);
        Aside--;
    }

    private void Sort(ArchivedFile file)
    {
        if (file.Bytes is not { } bytes) Documents.Add(file);
        else if (file.Path == BundleNames.Register) Register = Encoding.UTF8.GetString(bytes);
        else if (file.Path.EndsWith(BundleNames.ProofEnding, StringComparison.Ordinal)) _proofs[Path.GetFileNameWithoutExtension(file.Path)] = Encoding.UTF8.GetString(bytes);
        else if (IsStatusList(bytes)) StatusLists.Add(bytes);
        else Documents.Add(file);
    }
}
