using SmkPortfolio.Credentials.Json;

namespace SmkPortfolio.Credentials.Verification;

/// <summary>One line as printed.</summary>
internal sealed record SnapshotLine(string Kind, string Title, string Word, string? CredentialId, string? Digest);

/// <summary>What a paper's snapshot says about itself; the printed content is not read.</summary>
internal sealed record Snapshot(string Code, string Name, IReadOnlyList<SnapshotLine> Lines)
{
    private static readonly string[] Kinds = ["project", "certification", "internship", "teaching-factory"];
    private static readonly string[] Words = ["self", "teacher", "company", "certificate"];

    /// <summary>The snapshot, or null when it is not one of ours.</summary>
    public static Snapshot? Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            var json = StrictJson.ParseObject(file);
            if (json.Text("code") is not { } code || json.Text("name") is not { } name || json.Member("lines") is not { ValueKind: System.Text.Json.JsonValueKind.Array }) return null;
            var lines = new List<SnapshotLine>();
            foreach (var item in json.Items("lines"))
            {
                if (item.Text("kind") is not { } kind || item.Text("title") is not { } title || item.Text("word") is not { } word) return null;
                if (!Kinds.Contains(kind) || !Words.Contains(word) || lines.Count == PaperLimits.Lines) return null;
                lines.Add(new SnapshotLine(kind, title, word, item.Text("credentialId"), item.Text("digest")));
            }
            return new Snapshot(code, name, lines);
        }
        catch (StrictJsonException)
        {
            return null;
        }
    }
}
