using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Reviews;
using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.UnitTests.Domain;

public sealed class EntryTests
{
    private static readonly DateTime Now = new(2026, 11, 20, 3, 0, 0, DateTimeKind.Utc);
    private static readonly Guid School = Guid.CreateVersion7();
    private static readonly Guid Student = Guid.CreateVersion7();
    private static readonly Guid Teacher = Guid.CreateVersion7();
    private static readonly byte[] Salt = [.. Enumerable.Range(0, 16).Select(i => (byte)i)];

    private static Change By(Guid person, string? why = null) => new(person, Now, why);

    private static Entry Written() => Entry.Begin(School, Guid.CreateVersion7(), Student, new ProjectDetail { Title = new Bilingual("Rangka"), Done = new Bilingual("Mengelas") }, Now);

    private static EvidenceFile Picture(string hash = "aa") => new("foto.jpg", "image/jpeg", 10, hash, 4, 3);

    private static Revision Submitted(Entry entry) => entry.Submit(Guid.CreateVersion7(), Salt, By(Student)).Revision!;

    [Fact]
    public void A_submitted_entry_cannot_be_edited()
    {
        var entry = Written();
        Submitted(entry);
        var refusal = entry.Edit(new ProjectDetail { Title = new Bilingual("Lain") }, entry.Version, By(Student));
        Assert.Equal(Error.Conflict("entry-submitted"), refusal);
        Assert.Equal("Rangka", entry.Title);
    }

    [Fact]
    public void Submitting_without_required_fields_names_each_of_them()
    {
        var entry = Entry.Begin(School, Guid.CreateVersion7(), Student, new CertificationDetail { Title = new Bilingual("Sertifikat") }, Now);
        var (revision, errors) = entry.Submit(Guid.CreateVersion7(), Salt, By(Student));
        Assert.Null(revision);
        Assert.Equal(["body", "number", "issued"], errors.Select(e => e.Field));
        Assert.Equal(EntryState.Draft, entry.State);
    }

    [Fact]
    public void An_edit_from_an_older_version_is_refused_and_changes_nothing()
    {
        var entry = Written();
        var seen = entry.Version;
        Assert.Null(entry.Edit(new ProjectDetail { Title = new Bilingual("Pertama") }, seen, By(Student)));
        Assert.Equal(Error.Conflict("entry-changed"), entry.Edit(new ProjectDetail { Title = new Bilingual("Kedua") }, seen, By(Student)));
        Assert.Equal("Pertama", entry.Title);
    }

    [Fact]
    public void Nobody_edits_or_bins_the_entry_of_another_student()
    {
        var entry = Written();
        var other = By(Guid.CreateVersion7());
        Assert.Equal(ErrorKind.NotFound, entry.Edit(entry.Detail, entry.Version, other)!.Kind);
        Assert.Equal(ErrorKind.NotFound, entry.MoveToBin(other)!.Kind);
        Assert.Equal(ErrorKind.NotFound, entry.AddEvidence(Guid.CreateVersion7(), Picture(), 20, other)!.Kind);
    }

    [Fact]
    public void The_twenty_first_file_is_refused()
    {
        var entry = Written();
        for (var i = 0; i < 20; i++)
        {
            Assert.Null(entry.AddEvidence(Guid.CreateVersion7(), Picture(), 20, By(Student)));
        }
        Assert.Equal(Error.Invalid("too-many-files", "files", 20), entry.AddEvidence(Guid.CreateVersion7(), Picture(), 20, By(Student)));
        Assert.Equal(20, entry.Evidence.Count);
    }

    [Fact]
    public void Files_keep_the_order_that_moving_gives_them()
    {
        var entry = Written();
        Guid[] ids = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];
        foreach (var id in ids)
        {
            entry.AddEvidence(id, Picture(), 20, By(Student));
        }
        entry.MoveEvidence(ids[2], -1, By(Student));
        entry.MoveEvidence(ids[0], -1, By(Student));
        Assert.Equal([ids[0], ids[2], ids[1]], entry.Evidence.Select(e => e.Id));
    }

    [Fact]
    public void A_return_needs_a_reason_and_the_revision_that_is_submitted()
    {
        var entry = Written();
        var revision = Submitted(entry);
        Assert.Equal(Error.Invalid("required", "reason"), entry.Return(revision.Id, By(Teacher)));
        Assert.Equal(Error.Conflict("revision-passed"), entry.Return(Guid.CreateVersion7(), By(Teacher, "Foto kurang jelas")));
        Assert.Null(entry.Return(revision.Id, By(Teacher, "Foto kurang jelas")));
        Assert.Equal(EntryState.Returned, entry.State);
    }

    [Fact]
    public void Nobody_decides_on_own_work()
    {
        var entry = Written();
        var revision = Submitted(entry);
        Assert.Equal(Error.NotAllowed("own-work"), entry.Return(revision.Id, By(Student, "x")));
        Assert.Equal(Error.NotAllowed("own-work"), Endorsement.Give(entry, Guid.CreateVersion7(), revision.Id, Guid.Empty, "Saya", EndorserRole.Teacher, [], By(Student, "Bagus")).Error);
    }

    [Fact]
    public void Editing_an_endorsed_entry_keeps_the_endorsed_revision_and_says_changed()
    {
        var entry = Written();
        var revision = Submitted(entry);
        Assert.Null(entry.Endorsed(revision.Id, Word.Teacher, false, By(Teacher)));
        Assert.Null(entry.Edit(new ProjectDetail { Title = new Bilingual("Baru"), Done = new Bilingual("x") }, entry.Version, By(Student)));
        Assert.True(entry.ChangedSinceEndorsed);
        Assert.Equal(revision.Id, entry.EndorsedRevisionId);
        Assert.Equal(Word.Teacher, entry.Word);
        Assert.Equal("Rangka", revision.Read().Detail.Title.Id);
        var again = Submitted(entry);
        Assert.Equal(2, again.Number);
        Assert.Null(entry.Endorsed(again.Id, Word.Teacher, false, By(Teacher)));
        Assert.False(entry.ChangedSinceEndorsed);
    }

    [Fact]
    public void An_endorsed_entry_without_changes_cannot_be_handed_in_again()
    {
        var entry = Written();
        entry.Endorsed(Submitted(entry).Id, Word.Teacher, false, By(Teacher));
        Assert.Equal("already-endorsed", Assert.Single(entry.Submit(Guid.CreateVersion7(), Salt, By(Student)).Errors).Code);
    }

    [Fact]
    public void Taking_back_makes_the_entry_editable_and_the_teachers_decision_too_late()
    {
        var entry = Written();
        var revision = Submitted(entry);
        Assert.Null(entry.TakeBack(By(Student)));
        Assert.Equal(EntryState.Draft, entry.State);
        Assert.Equal(Error.Conflict("revision-passed"), entry.Endorsed(revision.Id, Word.Teacher, false, By(Teacher)));
    }

    [Fact]
    public void What_lies_in_the_bin_is_left_alone_until_it_is_taken_out()
    {
        var entry = Written();
        Assert.Null(entry.MoveToBin(By(Student)));
        Assert.Equal(Error.Conflict("in-bin"), entry.Edit(new ProjectDetail(), entry.Version, By(Student)));
        Assert.Null(entry.Restore(By(Student)));
        Assert.Equal(Error.Conflict("not-in-bin"), entry.Restore(By(Student)));
    }

    [Fact]
    public void Withdrawing_the_last_endorsement_leaves_own_word()
    {
        var entry = Written();
        entry.Endorsed(Submitted(entry).Id, Word.Teacher, false, By(Teacher));
        entry.EndorsementWithdrawn(Word.Self, false, By(Teacher));
        Assert.Equal(Word.Self, entry.Word);
        Assert.Null(entry.EndorsedRevisionId);
        Assert.Equal(EntryState.Returned, entry.State);
    }
}
