using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Issuing.Batches;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Batches;

/// <summary>A school with a class of students, each with one entry of own word, and the office that prints for them.</summary>
internal sealed class ClassOfStudents
{
    private ClassOfStudents(TestSchool school, TestPerson office, IReadOnlyList<TestPerson> students) => (School, Office, Students) = (school, office, students);

    public TestSchool School { get; }

    public TestPerson Office { get; }

    public IReadOnlyList<TestPerson> Students { get; }

    public WebApp App => School.App;

    /// <param name="names">One student each.</param>
    public static async Task<ClassOfStudents> OpenAsync(TestSchool school, params IReadOnlyList<string> names)
    {
        List<TestPerson> students = [];
        foreach (var name in names)
        {
            var student = await school.StudentAsync(name, age: 19);
            await school.EntryAsync(student);
            students.Add(student);
        }
        var made = new ClassOfStudents(school, await school.StaffAsync(Role.Bkk), students);
        // Whoever tests says when work is done.
        await made.Work.StopAsync(CancellationToken.None);
        return made;
    }

    public BatchWork Work => App.Services.GetRequiredService<BatchWork>();

    public async Task<PaperBatch> OrderAsync(IReadOnlyList<TestPerson>? students = null, PaperOrder? switches = null)
    {
        PaperBatch? batch = null;
        await InAsync(async services => batch = await services.GetRequiredService<PaperBatches>().OrderAsync(
            School.School.Id, "XII Las 1", new BatchOrder(switches ?? new PaperOrder("id", [], Photo: false, BirthDate: false, Address: false, Contact: true), ConfirmedOnly: false),
            [.. (students ?? Students).Select(s => new BatchStudent(s.Id, "XII Las 1"))], By, CancellationToken.None));
        return batch!;
    }

    public Change By => new(Office.Id, School.Now);

    public async Task InAsync(Func<IServiceProvider, Task> work)
    {
        await using var scope = App.NewScope();
        scope.ServiceProvider.GetRequiredService<SmkPortfolio.Data.AppDb>().Scope.Enter(School.School.Id);
        await work(scope.ServiceProvider);
    }

    public Task<List<PaperBatchItem>> ItemsAsync(PaperBatch batch) =>
        School.FromDbAsync(db => db.PaperBatchItems.AsNoTracking().Where(i => i.BatchId == batch.Id).OrderBy(i => i.Position).ToListAsync());

    public Task<List<CvDocument>> PapersAsync() =>
        School.FromDbAsync(db => db.CvDocuments.AsNoTracking().Where(c => c.SchoolId == School.School.Id).ToListAsync());

    public Task<PaperBatch> NowAsync(PaperBatch batch) => School.FromDbAsync(db => db.PaperBatches.AsNoTracking().SingleAsync(b => b.Id == batch.Id));
}
