using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.Domain.Entries;

/// <summary>
/// What was handed in, frozen: one RFC 8785 byte string whose SHA-256 is <em>the</em> digest that endorsements and credentials name.
/// The bytes are stored and never rebuilt.
/// </summary>
public sealed class Revision : ISchoolOwned
{
    public const string Schema = "smkportfolio/revision/1";

    private Revision()
    {
    }

    public Guid SchoolId { get; private set; }
    public Guid Id { get; private set; }
    public Guid EntryId { get; private set; }
    public Guid PersonId { get; private set; }

    /// <summary>1, 2, 3 … within the entry.</summary>
    public int Number { get; private set; }

    public byte[] Bytes { get; private set; } = [];

    /// <summary>Lower-case hex of the SHA-256 of <see cref="Bytes"/>.</summary>
    public string Digest { get; private set; } = "";

    public DateTime FrozenAt { get; private set; }

    internal static Revision Freeze(Entry entry, Guid id, int number, ReadOnlySpan<byte> salt, DateTime at)
    {
        if (salt.Length != 16)
        {
            throw new ArgumentException("The salt has 128 bits.", nameof(salt));
        }
        var document = new JsonObject
        {
            ["schema"] = Schema,
            ["entryId"] = entry.Id.ToString(),
            ["number"] = number,
            ["kind"] = EntryNames.Of(entry.Kind),
            ["fields"] = new JsonObject(EntrySchema.Values(entry.Detail).Select(v => KeyValuePair.Create(v.Key, (JsonNode?)v.Value))),
            ["files"] = new JsonArray([.. entry.Evidence.Select(e => (JsonNode)new JsonObject
            {
                ["id"] = e.Id.ToString(),
                ["name"] = e.FileName,
                ["caption"] = e.Caption,
                ["mediaType"] = e.MediaType,
                ["size"] = e.Size,
                ["sha256"] = e.Sha256,
            })]),
            ["salt"] = Convert.ToHexStringLower(salt),
        };
        var bytes = CanonicalJson.Bytes(document);
        return new Revision
        {
            SchoolId = entry.SchoolId,
            Id = id,
            EntryId = entry.Id,
            PersonId = entry.PersonId,
            Number = number,
            Bytes = bytes,
            Digest = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            FrozenAt = at,
        };
    }

    /// <summary>Reads back what was frozen.</summary>
    public RevisionContent Read()
    {
        using var document = JsonDocument.Parse(Bytes);
        var root = document.RootElement;
        return new RevisionContent(
            EntryNames.Kind(root.GetProperty("kind").GetString()) ?? throw new InvalidDataException("A revision without a known kind."),
            root.GetProperty("fields").EnumerateObject().ToDictionary(f => f.Name, f => f.Value.GetString() ?? "", StringComparer.Ordinal),
            [.. root.GetProperty("files").EnumerateArray().Select(f => new RevisionFile(
                f.GetProperty("id").GetGuid(),
                f.GetProperty("name").GetString() ?? "",
                f.GetProperty("caption").GetString() ?? "",
                f.GetProperty("mediaType").GetString() ?? "",
                f.GetProperty("size").GetInt64(),
                f.GetProperty("sha256").GetString() ?? ""))]);
    }
}

/// <summary>The content of a revision, as text per field.</summary>
public sealed record RevisionContent(EntryKind Kind, IReadOnlyDictionary<string, string> Fields, IReadOnlyList<RevisionFile> Files)
{
    /// <summary>The typed record; a frozen revision was valid when it was made, so dates are not judged again.</summary>
    public EntryDetail Detail => EntrySchema.Read(Kind, Fields, DateOnly.MaxValue.AddYears(-100)).Detail;

    /// <summary>Names of fields whose text differs from an earlier revision.</summary>
    public IReadOnlySet<string> ChangedSince(RevisionContent earlier) =>
        Fields.Keys.Union(earlier.Fields.Keys, StringComparer.Ordinal)
            .Where(name => Fields.GetValueOrDefault(name, "") != earlier.Fields.GetValueOrDefault(name, ""))
            .ToHashSet(StringComparer.Ordinal);
}

public sealed record RevisionFile(Guid Id, string Name, string Caption, string MediaType, long Size, string Sha256);
