using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Reviews;
using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.UnitTests.Domain;

public sealed class EndorsementTests
{
    private static readonly DateTime Now = new(2026, 11, 20, 3, 0, 0, DateTimeKind.Utc);
    private readonly Guid first = Guid.CreateVersion7();
    private readonly Guid second = Guid.CreateVersion7();
    private readonly Entry entry;
    private readonly Guid revision;
    private readonly List<Endorsement> given = [];

    public EndorsementTests()
    {
        var student = Guid.CreateVersion7();
        entry = Entry.Begin(Guid.CreateVersion7(), Guid.CreateVersion7(), student, new CertificationDetail
        {
            Title = new Bilingual("Sertifikat las"),
            Body = "LSP P1",
            Number = "1",
            Issued = new DateOnly(2026, 1, 2),
        }, Now);
        revision = entry.Submit(Guid.CreateVersion7(), new byte[16], new Change(student, Now)).Revision!.Id;
    }

    private Error? Give(Guid by, EndorserRole role, string statement = "Saya melihat aslinya.")
    {
        var (endorsement, error) = Endorsement.Give(entry, Guid.CreateVersion7(), revision, Guid.Empty, "Guru", role, given, new Change(by, Now, statement));
        if (endorsement is not null)
        {
            given.Add(endorsement);
        }
        return error;
    }

    [Fact]
    public void What_was_given_in_a_batch_says_so()
    {
        var change = new Change(first, Now, "Saya melihat aslinya.");
        Assert.True(Endorsement.Give(entry, Guid.CreateVersion7(), revision, Guid.Empty, "Guru", EndorserRole.Checker, given, change, batch: true).Endorsement!.Batch);
        Assert.False(Endorsement.Give(entry, Guid.CreateVersion7(), revision, Guid.Empty, "Guru", EndorserRole.Checker, given, change).Endorsement!.Batch);
    }

    [Fact]
    public void A_certificate_counts_as_checked_by_the_school_only_after_two_people()
    {
        Assert.Null(Give(first, EndorserRole.Checker));
        Assert.Equal(Word.Teacher, Endorsement.WordOf(EntryKind.Certification, given));
        Assert.Null(Give(second, EndorserRole.Confirmer));
        Assert.Equal(Word.Certificate, Endorsement.WordOf(EntryKind.Certification, given));
    }

    [Fact]
    public void The_same_person_cannot_check_and_confirm()
    {
        Give(first, EndorserRole.Checker);
        Assert.Equal(Error.Conflict("second-person-needed"), Give(first, EndorserRole.Confirmer));
    }

    [Fact]
    public void Confirming_before_checking_is_refused() => Assert.Equal(Error.Conflict("check-needed"), Give(first, EndorserRole.Confirmer));

    [Fact]
    public void A_certificate_is_not_endorsed_by_a_teachers_word_alone() => Assert.Equal(Error.Conflict("check-needed"), Give(first, EndorserRole.Teacher));

    [Fact]
    public void A_mentor_endorses_internships_only() => Assert.Equal(Error.Conflict("not-an-internship"), Give(first, EndorserRole.Mentor));

    [Theory]
    [InlineData("", "required")]
    [InlineData("   ", "required")]
    public void A_statement_is_needed(string statement, string code) => Assert.Equal(code, Give(first, EndorserRole.Checker, statement)!.Code);

    [Fact]
    public void A_statement_beyond_its_length_is_refused() => Assert.Equal("too-long", Give(first, EndorserRole.Checker, new string('a', 2001))!.Code);

    [Fact]
    public void Endorsing_twice_is_refused()
    {
        Give(first, EndorserRole.Checker);
        Assert.Equal(Error.Conflict("already-endorsed"), Give(first, EndorserRole.Checker));
    }

    [Fact]
    public void A_withdrawn_endorsement_no_longer_counts_and_is_withdrawn_once()
    {
        Give(first, EndorserRole.Checker);
        Assert.Equal("required", given[0].Withdraw(new Change(first, Now))!.Code);
        Assert.Null(given[0].Withdraw(new Change(first, Now, "Salah orang")));
        Assert.Equal(Word.Self, Endorsement.WordOf(EntryKind.Certification, given));
        Assert.Equal(Error.Conflict("already-withdrawn"), given[0].Withdraw(new Change(first, Now, "lagi")));
    }

    [Fact]
    public void A_mentors_word_stands_above_a_teachers()
    {
        var student = Guid.CreateVersion7();
        var internship = Entry.Begin(Guid.CreateVersion7(), Guid.CreateVersion7(), student, new InternshipDetail { Title = new Bilingual("PKL"), Company = "PT", Start = new DateOnly(2026, 1, 5) }, Now);
        var handedIn = internship.Submit(Guid.CreateVersion7(), new byte[16], new Change(student, Now)).Revision!.Id;
        var teacher = Endorsement.Give(internship, Guid.CreateVersion7(), handedIn, Guid.Empty, "Guru", EndorserRole.Teacher, [], new Change(first, Now, "Benar")).Endorsement!;
        var mentor = Endorsement.Give(internship, Guid.CreateVersion7(), handedIn, Guid.Empty, "Instruktur", EndorserRole.Mentor, [teacher], new Change(second, Now, "Rajin")).Endorsement!;
        Assert.Equal(Word.Teacher, Endorsement.WordOf(EntryKind.Internship, [teacher]));
        Assert.Equal(Word.Company, Endorsement.WordOf(EntryKind.Internship, [teacher, mentor]));
    }
}
