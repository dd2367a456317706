using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Web.Pages.Shared;

namespace SmkPortfolio.Web.Pages.Shares;

/// <summary>An entry as strangers see it: the endorsed revision, or the student's own word. Names of other people stay out.</summary>
public sealed record SharedEntry(Word Word, EntryDetail Detail, IReadOnlyDictionary<string, string> Values, IReadOnlyList<FilePart> Files, bool Expired)
{
    private static readonly string[] NotForStrangers = ["title", "team", "mentor", "address", "blanko", "registration"];
    private static readonly string[] Story = ["done", "result", "tasks", "competencies", "quality", "level", "validUntil"];
    private static readonly string[] OnlyWhenConfirmed = ["number", "orderNumber", "score", "predicate"];

    /// <summary>The fields that strangers see and that say something.</summary>
    public IEnumerable<Field> Fields => EntrySchema.For(Detail.Kind)
        .Where(f => !NotForStrangers.Contains(f.Name) && (Word != Word.Self || !OnlyWhenConfirmed.Contains(f.Name)));

    /// <summary>True for what a reader in a hurry reads; the rest is one click away.</summary>
    public static bool IsStory(Field field) => Story.Contains(field.Name);

    public string Value(Field field, string language) =>
        language == "en" && Values.GetValueOrDefault(field.Name + ".en", "") is { Length: > 0 } english ? english : Values.GetValueOrDefault(field.Name, "");

    /// <summary>What stands endorsed; later edits by the student do not show.</summary>
    public static SharedEntry Endorsed(Entry entry, RevisionContent content, Func<string, IReadOnlyList<FilePart>> files, string language, DateOnly today)
    {
        var detail = content.Detail;
        return new SharedEntry(entry.Word, detail, content.Fields, files(detail.Title.In(language)), detail is CertificationDetail { ValidUntil: { } last } && last < today);
    }

    public static SharedEntry OnOwnWord(Entry entry, Func<string, IReadOnlyList<FilePart>> files, string language) =>
        new(Word.Self, entry.Detail, EntrySchema.Values(entry.Detail), files(entry.Detail.Title.In(language)), false);
}
