using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Web.Issuing.Batches;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Batches;

/// <summary>The job that works off ordered papers: leases, other nodes, stopping, trying again.</summary>
public sealed class BatchWorkTests
{
    private static readonly KeyValuePair<string, string>[] Usual = [new("Site:PublicUrl", WebApps.PublicUrl), new("Demo:Seed", "false")];

    [Theory, Engines]
    public async Task An_order_is_worked_off_and_what_failed_is_tried_again_when_it_is_mended(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var school = await ClassOfStudents.OpenAsync(await TestSchool.OpenAsync(app), "Ayu Lestari", "Bagus Prasetyo", "Citra Dewi");
        await StopIssuingAsync(school, school.Students[1], stop: true);
        var batch = await school.OrderAsync();

        await school.Work.RunAsync(CancellationToken.None);
        var first = await school.ItemsAsync(batch);
        var finished = await school.NowAsync(batch);
        await StopIssuingAsync(school, school.Students[1], stop: false);
        await OnAsync(school, batch, (batches, row) => batches.AgainAsync(row, school.By, CancellationToken.None));
        await school.Work.RunAsync(CancellationToken.None);
        var second = await school.ItemsAsync(batch);

        Assert.Equal([BatchItemState.Done, BatchItemState.Failed, BatchItemState.Done], first.Select(i => i.State));
        Assert.Equal("issuing-stopped", first[1].Reason);
        Assert.NotNull(finished.FinishedAt);
        Assert.All(second, i => Assert.Equal(BatchItemState.Done, i.State));
        Assert.Equal(first[0].CvId, second[0].CvId);
        var papers = await school.PapersAsync();
        Assert.Equal(second.Select(i => i.CvId!.Value).Order(), papers.Select(p => p.Id).Order());
        Assert.All(papers, p => Assert.Equal(batch.Id, p.BatchId));
    }

    [Theory, Engines]
    public async Task A_node_that_was_silent_for_longer_than_its_lease_is_followed_by_another_and_nobody_gets_two(string engine)
    {
        await using var home = await Hosting.Home.CreateAsync(engine);
        await using var a = await WebApp.StartOnAsync(home, Usual);
        var school = await ClassOfStudents.OpenAsync(await TestSchool.OpenAsync(a), "Ayu Lestari", "Bagus Prasetyo");
        await using var b = await WebApp.StartOnAsync(home, Usual);
        var other = b.Services.GetRequiredService<BatchWork>();
        await other.StopAsync(CancellationToken.None);
        var batch = await school.OrderAsync();
        // The first node makes a paper, and dies before it has written down that it did.
        var dead = Guid.NewGuid();
        await school.School.InDbAsync(async db =>
        {
            (await db.PaperBatches.SingleAsync(p => p.Id == batch.Id)).Claim(dead, school.School.Now, TimeSpan.FromSeconds(30));
            await db.SaveChangesAsync();
        });
        var entries = await school.School.FromDbAsync(db => db.Entries.Where(e => e.PersonId == school.Students[0].Id).Select(e => e.Id).ToListAsync());
        var order = BatchOrder.FromJson(batch.Order).For(batch.Id, school.Students[0].Id, isMinor: false, entries);
        Guid made = default;
        await school.InAsync(async services => made = (await services.GetRequiredService<Web.Issuing.Papers>().IssueAsync(school.School.School.Id, school.Students[0].Id, order, school.By, CancellationToken.None)).Cv!.Id);

        await other.RunAsync(CancellationToken.None);
        var early = await school.ItemsAsync(batch);
        b.Clock.Advance(TimeSpan.FromSeconds(31));
        await other.RunAsync(CancellationToken.None);
        var late = await school.ItemsAsync(batch);

        Assert.All(early, i => Assert.Equal(BatchItemState.Waiting, i.State));
        Assert.All(late, i => Assert.Equal(BatchItemState.Done, i.State));
        Assert.Equal(made, late[0].CvId);
        Assert.Equal(2, (await school.PapersAsync()).Count);
    }

    [Theory, Engines]
    public async Task Several_orders_on_two_nodes_at_once_give_each_student_one_paper_of_each(string engine)
    {
        await using var home = await Hosting.Home.CreateAsync(engine);
        await using var a = await WebApp.StartOnAsync(home, Usual);
        var school = await ClassOfStudents.OpenAsync(await TestSchool.OpenAsync(a), "Ayu Lestari", "Bagus Prasetyo", "Citra Dewi", "Dian Kusuma");
        await using var b = await WebApp.StartOnAsync(home, Usual);
        var other = b.Services.GetRequiredService<BatchWork>();
        await other.StopAsync(CancellationToken.None);
        List<PaperBatch> batches = [];
        for (var i = 0; i < 4; i++)
        {
            batches.Add(await school.OrderAsync());
        }

        await Task.WhenAll(school.Work.RunAsync(CancellationToken.None), other.RunAsync(CancellationToken.None));

        var papers = await school.PapersAsync();
        Assert.Equal(16, papers.Count);
        Assert.Equal(16, papers.Select(p => (p.BatchId, p.PersonId)).Distinct().Count());
        foreach (var batch in batches)
        {
            Assert.NotNull((await school.NowAsync(batch)).FinishedAt);
        }
    }

    [Theory, Engines]
    public async Task What_is_cancelled_is_not_begun_and_cannot_be_taken_up_again(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var school = await ClassOfStudents.OpenAsync(await TestSchool.OpenAsync(app), "Ayu Lestari");
        var batch = await school.OrderAsync();

        var first = await OnAsync(school, batch, (batches, row) => batches.CancelAsync(row, school.By, CancellationToken.None));
        await school.Work.RunAsync(CancellationToken.None);
        var twice = await OnAsync(school, batch, (batches, row) => batches.CancelAsync(row, school.By, CancellationToken.None));
        var again = await OnAsync(school, batch, (batches, row) => batches.AgainAsync(row, school.By, CancellationToken.None));

        Assert.Null(first);
        Assert.Equal(("batch-over", "batch-not-over"), (twice?.Code, again?.Code));
        Assert.Empty(await school.PapersAsync());
    }

    private static async Task<Error?> OnAsync(ClassOfStudents school, PaperBatch batch, Func<PaperBatches, PaperBatch, Task<Error?>> action)
    {
        Error? error = null;
        await school.InAsync(async services =>
        {
            var row = await services.GetRequiredService<SmkPortfolio.Data.AppDb>().PaperBatches.SingleAsync(b => b.Id == batch.Id);
            error = await action(services.GetRequiredService<PaperBatches>(), row);
        });
        return error;
    }

    private static Task StopIssuingAsync(ClassOfStudents school, TestPerson student, bool stop) => school.School.InDbAsync(async db =>
    {
        var membership = await db.Memberships.SingleAsync(m => m.PersonId == student.Id);
        var why = school.By with { Why = "Ada pertanyaan." };
        Assert.Null(stop ? membership.StopIssuing(why) : membership.ResumeIssuing(why));
        await db.SaveChangesAsync();
    });
}
