using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.Schools;

namespace SmkPortfolio.UnitTests.Domain;

public sealed class SchoolTests
{
    private static readonly DateTime At = new(2026, 11, 23, 3, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_school_closes_once_with_its_date_and_successor_and_issues_no_more()
    {
        var (school, successor) = (School(1), School(2));
        Assert.Null(school.IssuesNoMore);

        Assert.Null(school.Close(successor, At));

        Assert.Equal((At, successor.Id), (school.ClosedAt, school.SuccessorId));
        Assert.Equal("school-closed", school.IssuesNoMore?.Code);
        Assert.Equal("school-closed", school.Close(null, At.AddDays(1))?.Code);
        Assert.Equal((At, successor.Id), (school.ClosedAt, school.SuccessorId));
        Assert.Null(successor.IssuesNoMore);
    }

    [Fact]
    public void A_school_may_close_without_a_successor()
    {
        var school = School(1);

        Assert.Null(school.Close(null, At));

        Assert.Equal((At, null), (school.ClosedAt, school.SuccessorId));
    }

    [Fact]
    public void A_school_goes_on_neither_in_itself_nor_in_a_closed_one()
    {
        var (school, closed) = (School(1), School(2));
        closed.Close(null, At);

        foreach (var unfit in new[] { school, closed })
        {
            var refusal = school.Close(unfit, At);
            Assert.Equal(("successor-unfit", "successor"), (refusal?.Code, refusal?.Field));
        }
        Assert.Null(school.ClosedAt);
    }

    [Fact]
    public void Whoever_signs_in_a_schools_circle_ends_with_it_and_nobody_else()
    {
        var (closed, open) = (School(1), School(2));
        Issuer[] circle =
        [
            Issuer.OfSchool(Guid.NewGuid(), "did:web:x:schools:1", closed.Id, At.AddYears(-1)),
            Issuer.OfStaff(Guid.NewGuid(), "did:web:x:schools:1:staff:a", "a", closed.Id, Guid.NewGuid(), "teacher", At.AddYears(-1)),
            Issuer.OfMentor(Guid.NewGuid(), "did:web:x:partners:1:mentors:b", "b", closed.Id, Guid.NewGuid(), Guid.NewGuid(), "mentor", At.AddYears(-1)),
        ];
        Assert.All(circle, issuer => Assert.Equal("issuer-goes-on", issuer.EndWith(closed)?.Code));
        closed.Close(open, At);

        Assert.All(circle, issuer => Assert.Null(issuer.EndWith(closed)));

        Assert.All(circle, issuer => Assert.Equal(At, issuer.To));
        Assert.All(circle, issuer => Assert.Equal("issuer-ended", issuer.EndWith(closed)?.Code));
        Assert.Equal("issuer-goes-on", Issuer.OfSchool(Guid.NewGuid(), "did:web:x:schools:2", open.Id, At).EndWith(closed)?.Code);
        Assert.Equal("issuer-goes-on", Issuer.Platform(Guid.NewGuid(), "did:web:x", At).EndWith(closed)?.Code);
        Assert.Equal("issuer-goes-on", Issuer.OfSchool(Guid.NewGuid(), "did:web:x:schools:1", closed.Id, At).End(At)?.Code);
    }

    private static School School(int number) => SmkPortfolio.Domain.Schools.School.Open(Guid.NewGuid(), $"9990000{number}", $"SMK {number}", "", "", "", "Asia/Jakarta");
}
