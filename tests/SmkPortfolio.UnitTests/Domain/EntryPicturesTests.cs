using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.UnitTests.Domain;

/// <summary>What stands around an entry's pictures: who is shown first, which two belong together, what is seen on them, and what erasing leaves.</summary>
public sealed class EntryPicturesTests
{
    private static readonly DateTime Now = new(2026, 11, 20, 3, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Student = Guid.CreateVersion7();
    private static readonly Guid First = Guid.CreateVersion7();
    private static readonly Guid Second = Guid.CreateVersion7();
    private static readonly Guid Document = Guid.CreateVersion7();

    private static Change By(Guid person, string? why = null) => new(person, Now, why);

    private static Entry WithFiles()
    {
        var entry = Entry.Begin(Guid.CreateVersion7(), Guid.CreateVersion7(), Student, new ProjectDetail { Title = new Bilingual("Rangka"), Done = new Bilingual("Mengelas") }, Now);
        Assert.Null(entry.AddEvidence(First, new EvidenceFile("a.jpg", "image/jpeg", 10, "aa", 4, 3), 20, By(Student)));
        Assert.Null(entry.AddEvidence(Second, new EvidenceFile("b.jpg", "image/jpeg", 10, "bb", 4, 3), 20, By(Student)));
        Assert.Null(entry.AddEvidence(Document, new EvidenceFile("c.pdf", "application/pdf", 10, "cc", null, null), 20, By(Student)));
        return entry;
    }

    private static Entry Endorsed()
    {
        var entry = WithFiles();
        var revision = entry.Submit(Guid.CreateVersion7(), new byte[16], By(Student)).Revision!;
        Assert.Null(entry.Endorsed(revision.Id, Word.Teacher, false, By(Guid.CreateVersion7())));
        return entry;
    }

    [Fact]
    public void A_picture_can_be_the_cover_and_a_document_cannot()
    {
        var entry = WithFiles();
        Assert.Null(entry.SetCover(Second, By(Student)));
        Assert.Equal(Error.Invalid("no-picture", "cover"), entry.SetCover(Document, By(Student)));
        Assert.Equal(Second, entry.CoverId);
        Assert.Null(entry.SetCover(null, By(Student)));
        Assert.Null(entry.CoverId);
    }

    [Fact]
    public void A_heic_stands_for_the_entry_and_in_a_pair_once_another_form_of_it_was_made()
    {
        var (entry, heic) = (WithFiles(), Guid.CreateVersion7());
        Assert.Null(entry.AddEvidence(heic, new EvidenceFile("d.heic", "image/heic", 10, "dd", 4, 3), 20, By(Student)));
        HashSet<string> none = [], converted = ["dd", "cc"];
        Assert.Equal((false, true), (entry.FileOf(heic)!.IsShown(none), entry.FileOf(heic)!.IsShown(converted)));
        Assert.False(entry.FileOf(Document)!.IsShown(converted));

        Assert.Null(entry.SetCover(heic, By(Student)));
        Assert.Null(entry.SetPair(First, heic, By(Student)));

        Assert.Equal((First, heic), (entry.CoverPicture(none)!.Id, entry.CoverPicture(converted)!.Id));
        Assert.Null(entry.SetCover(null, By(Student)));
        Assert.Equal(First, entry.CoverPicture(converted)!.Id);
        Assert.Null(entry.RemoveEvidence(First, By(Student)));
        Assert.Null(entry.RemoveEvidence(Second, By(Student)));
        Assert.Null(entry.CoverPicture(none));
        Assert.Equal(heic, entry.CoverPicture(converted)!.Id);
    }

    [Fact]
    public void Two_different_pictures_make_a_pair_and_nothing_else_does()
    {
        var entry = WithFiles();
        Assert.Equal(Error.Invalid("pair-needs-two", "pair"), entry.SetPair(First, null, By(Student)));
        Assert.Equal(Error.Invalid("pair-needs-two", "pair"), entry.SetPair(First, First, By(Student)));
        Assert.Equal(Error.Invalid("no-picture", "pair"), entry.SetPair(First, Document, By(Student)));
        Assert.Null(entry.BeforeId);
        Assert.Null(entry.SetPair(Second, First, By(Student)));
        Assert.Equal((Second, First), (entry.BeforeId, entry.AfterId));
        Assert.Null(entry.SetPair(null, null, By(Student)));
        Assert.Null(entry.BeforeId);
    }

    [Fact]
    public void Taking_a_file_off_ends_its_being_cover_and_its_pair()
    {
        var entry = WithFiles();
        entry.SetCover(First, By(Student));
        entry.SetPair(First, Second, By(Student));
        Assert.Null(entry.RemoveEvidence(First, By(Student)));
        Assert.Equal((null, null, null), (entry.CoverId, entry.BeforeId, entry.AfterId));
    }

    [Fact]
    public void Saying_what_is_seen_or_choosing_the_cover_changes_nothing_that_was_endorsed()
    {
        var entry = Endorsed();
        Assert.Null(entry.DescribePicture(First, " Rangka   besi ", By(Student)));
        Assert.Null(entry.SetCover(First, By(Student)));
        Assert.Equal("Rangka besi", entry.Evidence[0].AlternativeText);
        Assert.False(entry.ChangedSinceEndorsed);
        Assert.Equal(Error.Invalid("too-long", "alternativeText", 500), entry.DescribePicture(First, new string('x', 501), By(Student)));
    }

    [Fact]
    public void An_erased_file_leaves_digest_date_and_reason_even_when_it_is_endorsed()
    {
        var entry = Endorsed();
        Assert.Equal(Error.Invalid("required", "reason"), entry.EraseEvidence(First, By(Student)));
        Assert.Equal(Error.Invalid("too-long", "reason", 300), entry.EraseEvidence(First, By(Student, new string('x', 301))));
        var shown = entry.Evidence[0];
        Assert.Null(entry.EraseEvidence(First, By(Student, "Wajah teman terlihat")));
        Assert.Equal(("aa", Now, "Wajah teman terlihat"), (shown.Sha256, shown.ErasedAt, shown.ErasedWhy));
        Assert.True(entry.ChangedSinceEndorsed);
        Assert.Equal(Word.Teacher, entry.Word);
        Assert.Equal([Second, Document], entry.Evidence.Select(e => e.Id));
        Assert.Equal(Error.NotFound("file-unknown"), entry.EraseEvidence(First, By(Student, "Lagi")));
    }

    [Fact]
    public void A_file_that_was_taken_off_before_it_was_erased_does_not_come_back_as_a_name()
    {
        var entry = WithFiles();
        Assert.Null(entry.RemoveEvidence(First, By(Student)));
        Assert.Null(entry.EraseEvidence(First, new Change(Student, Now.AddDays(1), "Wajah teman terlihat")));
        Assert.Null(entry.EraseEvidence(Second, new Change(Student, Now.AddDays(1), "Wajah teman terlihat")));
        Assert.Equal([Second], entry.ErasedFiles().Select(e => e.Id));
    }
}
