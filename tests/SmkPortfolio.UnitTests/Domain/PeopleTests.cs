using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Audit;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.People;
using SmkPortfolio.Domain.Portfolios;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Domain.Sharing;
using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.UnitTests.Domain;

public sealed class PeopleTests
{
    private static readonly DateTime Now = new(2026, 11, 20, 17, 30, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("2008-11-20", false)]
    [InlineData("2008-11-21", true)]
    public void Somebody_is_a_minor_until_the_eighteenth_birthday(string born, bool minor) =>
        Assert.Equal(minor, Person.Student(Guid.NewGuid(), "Ayu", "0081234567", "Solo", DateOnly.Parse(born, null)).IsMinorOn(new DateOnly(2026, 11, 20)));

    [Fact]
    public void A_schools_today_is_the_date_at_its_place()
    {
        Assert.Equal(new DateOnly(2026, 11, 21), School.Open(Guid.NewGuid(), "99900001", "a", "", "", "", "Asia/Jakarta").Today(Now));
        Assert.Equal(new DateOnly(2026, 11, 20), School.Open(Guid.NewGuid(), "99900001", "a", "", "", "", "Asia/Jakarta").Today(Now.AddHours(-1)));
        Assert.Equal(new DateOnly(2026, 11, 21), School.Open(Guid.NewGuid(), "99900001", "a", "", "", "", "Asia/Jayapura").Today(Now.AddHours(-2)));
    }

    [Fact]
    public void Issuing_is_stopped_and_allowed_again_with_a_reason_each_time()
    {
        var student = Membership.OfStudent(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "1", new DateOnly(2026, 7, 1));
        var by = new Change(Guid.NewGuid(), Now, " Diperiksa dulu. ");
        Assert.Equal(Error.Conflict("issuing-not-stopped"), student.ResumeIssuing(by));
        Assert.Equal("required", student.StopIssuing(by with { Why = " " })!.Code);
        Assert.Equal("too-long", student.StopIssuing(by with { Why = new string('a', Membership.ReasonMax + 1) })!.Code);
        Assert.Null(student.StopIssuing(by));
        Assert.Equal((true, Now, "Diperiksa dulu."), (student.IssuingStopped, student.IssuingStoppedAt, student.IssuingStopReason));
        Assert.Equal(Error.Conflict("issuing-stopped"), student.StopIssuing(by));
        Assert.Null(student.ResumeIssuing(by));
        Assert.Equal((false, null, null), (student.IssuingStopped, student.IssuingStoppedAt, student.IssuingStopReason));
    }

    [Theory]
    [InlineData("9990001")]
    [InlineData("9990000A")]
    [InlineData("999000011")]
    public void An_NPSN_has_eight_digits(string npsn) => Assert.Throws<ArgumentException>(() => School.Open(Guid.NewGuid(), npsn, "a", "", "", "", "Asia/Jakarta"));

    [Fact]
    public void Text_is_normalised_and_freed_of_controls_and_direction_marks()
    {
        Assert.Equal("é\nb", CleanText.Of("  e\u0301\r\nb\u202E\u0007 "));
        Assert.Equal("a b", CleanText.Line("a\n\tb"));
    }

    [Fact]
    public void A_portfolio_refuses_what_is_too_long_and_keeps_what_it_had()
    {
        var person = Guid.NewGuid();
        var portfolio = Portfolio.Of(Guid.NewGuid(), Guid.NewGuid(), person, Now);
        var errors = portfolio.Write(new Bilingual(new string('a', 121)), Bilingual.Empty, [], new ContactDetails("no-at", "12ab", "", ""), portfolio.Version, new Change(person, Now));
        Assert.Equal(["headline", "email", "phone"], errors.Select(e => e.Field));
        Assert.True(portfolio.Headline.IsEmpty);
        Assert.Equal("portfolio-changed", Assert.Single(portfolio.Write(Bilingual.Empty, Bilingual.Empty, [], ContactDetails.Empty, 99, new Change(person, Now))).Code);
    }

    [Theory]
    [InlineData(0, "too-small")]
    [InlineData(366, "too-large")]
    public void A_share_link_lives_a_day_at_least_and_a_year_at_most(int days, string code) =>
        Assert.Equal(code, ShareLink.Make(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "h", [], "", null, days, 365, Now).Error!.Code);

    [Fact]
    public void A_share_link_is_closed_by_its_owner_only_and_by_time()
    {
        var owner = Guid.NewGuid();
        var link = ShareLink.Make(Guid.NewGuid(), Guid.NewGuid(), owner, "h", [], "PT", null, 90, 365, Now).Link!;
        Assert.True(link.IsOpen(Now.AddDays(89)));
        Assert.False(link.IsOpen(Now.AddDays(90)));
        Assert.Equal(ErrorKind.NotFound, link.Revoke(new Change(Guid.NewGuid(), Now))!.Kind);
        Assert.Null(link.Revoke(new Change(owner, Now)));
        Assert.False(link.IsOpen(Now));
    }

    [Fact]
    public void A_changed_audit_event_breaks_the_chain()
    {
        var head = AuditHead.Begin(Guid.NewGuid());
        var first = AuditEvent.Next(head, "entry-begun", Guid.NewGuid(), new Change(Guid.NewGuid(), Now));
        var second = AuditEvent.Next(head, "entry-edited", Guid.NewGuid(), new Change(Guid.NewGuid(), Now, "why"));
        Assert.Equal([1L, 2L], new[] { first.Sequence, second.Sequence });
        Assert.Equal(second.Hash, second.HashAfter(first.Hash));
        Assert.NotEqual(second.Hash, second.HashAfter(""));
        Assert.Equal(head.Hash, second.Hash);
    }

    [Fact]
    public void Status_bits_count_from_the_left_and_stay_set()
    {
        var list = StatusList.Open(Guid.NewGuid(), Guid.NewGuid(), 1);
        list.Set(0);
        list.Set(9);
        list.Set(131_071);
        Assert.Equal(0x80, list.Bits[0]);
        Assert.Equal(0x40, list.Bits[1]);
        Assert.Equal([0, 9, 131_071], list.SetBits());
    }

    [Fact]
    public void A_log_entry_has_42_bytes_and_hides_what_it_commits_to()
    {
        var bytes = LogEntry.Of(LogKind.Endorsement, DateTimeOffset.FromUnixTimeSeconds(1), new byte[32], "x"u8).Bytes;
        Assert.Equal(42, bytes.Length);
        Assert.Equal([1, 2, 0, 0, 0, 0, 0, 0, 0, 1], bytes[..10]);
        Assert.NotEqual(bytes, LogEntry.Of(LogKind.Endorsement, DateTimeOffset.FromUnixTimeSeconds(1), [.. Enumerable.Repeat((byte)1, 32)], "x"u8).Bytes);
    }
}
