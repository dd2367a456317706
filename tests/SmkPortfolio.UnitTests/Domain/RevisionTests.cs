using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.UnitTests.Domain;

public sealed class RevisionTests
{
    private static readonly Guid Student = Guid.Parse("0199aa10-7c1e-7d55-9b1e-0d6a0c3b7f21");
    private static readonly DateTime Now = new(2026, 11, 20, 3, 0, 0, DateTimeKind.Utc);

    private static Revision Frozen()
    {
        var entry = Entry.Begin(Guid.Empty, Guid.Parse("0199aa10-0000-7000-8000-000000000001"), Student, new ProjectDetail
        {
            Title = new Bilingual("Rangka \"kuat\"", "Frame"),
            Done = new Bilingual("Baris satu\nbaris dua é"),
            Start = new DateOnly(2026, 3, 4),
        }, Now);
        entry.AddEvidence(Guid.Parse("0199aa10-0000-7000-8000-000000000002"), new EvidenceFile("foto.jpg", "image/jpeg", 123, "abc", 4, 3, "Tampak depan"), 20, new Change(Student, Now));
        return entry.Submit(Guid.Parse("0199aa10-0000-7000-8000-000000000003"), Enumerable.Repeat((byte)7, 16).ToArray(), new Change(Student, Now)).Revision!;
    }

    [Fact]
    public void The_bytes_are_canonical_json_and_the_digest_is_theirs()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("id-ID");
        try
        {
            var revision = Frozen();
            Assert.Equal(
                """{"entryId":"0199aa10-0000-7000-8000-000000000001","fields":{"done":"Baris satu\nbaris dua é","start":"2026-03-04","title":"Rangka \"kuat\"","title.en":"Frame"},"files":[{"caption":"Tampak depan","id":"0199aa10-0000-7000-8000-000000000002","mediaType":"image/jpeg","name":"foto.jpg","sha256":"abc","size":123}],"kind":"project","number":1,"salt":"07070707070707070707070707070707","schema":"smkportfolio/revision/1"}""",
                Encoding.UTF8.GetString(revision.Bytes));
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(revision.Bytes)), revision.Digest);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void What_was_frozen_reads_back()
    {
        var content = Frozen().Read();
        Assert.Equal("Frame", content.Detail.Title.En);
        Assert.Equal(new DateOnly(2026, 3, 4), content.Detail.From);
        Assert.Equal(new RevisionFile(Guid.Parse("0199aa10-0000-7000-8000-000000000002"), "foto.jpg", "Tampak depan", "image/jpeg", 123, "abc"), Assert.Single(content.Files));
    }

    [Fact]
    public void Changed_fields_are_named_added_and_removed_ones_too()
    {
        var before = new RevisionContent(EntryKind.Project, new Dictionary<string, string> { ["title"] = "a", ["done"] = "x", ["team"] = "Budi" }, []);
        var after = new RevisionContent(EntryKind.Project, new Dictionary<string, string> { ["title"] = "a", ["done"] = "y", ["result"] = "z" }, []);
        Assert.Equal(["done", "result", "team"], after.ChangedSince(before).Order());
    }

    [Fact]
    public void A_salt_of_another_length_is_refused()
    {
        var entry = Entry.Begin(Guid.Empty, Guid.NewGuid(), Student, new ProjectDetail { Title = new Bilingual("a"), Done = new Bilingual("b") }, Now);
        Assert.Throws<ArgumentException>(() => entry.Submit(Guid.NewGuid(), new byte[8], new Change(Student, Now)));
    }

    [Theory]
    [InlineData("[1.5]")]
    [InlineData("[null]")]
    [InlineData("[9007199254740992]")]
    [InlineData("[1e2]")]
    public void What_RFC_8785_would_rewrite_is_refused(string json) => Assert.Throws<ArgumentException>(() => CanonicalJson.Bytes(JsonNode.Parse(json)!));

    [Fact]
    public void Names_are_sorted_by_utf16_units_and_control_characters_escaped() =>
        Assert.Equal("{\"A\":\"\\u0001\\t\",\"_\":1,\"a\":[true,false],\"é\":\"€😀\"}", Encoding.UTF8.GetString(CanonicalJson.Bytes(new JsonObject
        {
            ["é"] = "€😀",
            ["a"] = new JsonArray(true, false),
            ["_"] = 1,
            ["A"] = "\u0001\t",
        })));
}
