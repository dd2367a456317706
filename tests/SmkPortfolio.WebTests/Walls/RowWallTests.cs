using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Data;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Pages;

namespace SmkPortfolio.WebTests.Walls;

/// <summary>The wall between schools where it stands: in the database model.</summary>
public sealed class RowWallTests(PageSites sites)
{
    // Who signs is public by its nature: a stranger checks a paper with it. Everything else that names a school is filtered.
    private static readonly Type[] Open = [typeof(Issuer)];

    [Fact]
    public async Task Every_kind_of_row_that_names_a_school_is_filtered_by_it()
    {
        var app = (await sites.SchoolAsync(Engine.Sqlite)).App;
        await using var scope = app.NewScope();
        var model = scope.ServiceProvider.GetRequiredService<AppDb>().Model;

        var named = model.GetEntityTypes().Where(t => t.FindProperty("SchoolId") is not null).Select(t => t.ClrType).Except(Open).ToList();

        Assert.All(named, t => Assert.True(t.IsAssignableTo(typeof(ISchoolOwned)) && model.FindEntityType(t)!.GetDeclaredQueryFilters().Count > 0, $"{t.Name} is not filtered"));
        Assert.True(named.Count > 15);
    }

    [Theory, Engines]
    public async Task A_unit_of_work_in_one_school_sees_no_row_of_another(string engine)
    {
        var (app, one, other) = await ArrangeAsync(engine);
        await using var scope = app.NewScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Scope.Enter(one.Work.SchoolId);

        foreach (var kind in SchoolRows.Kinds(db))
        {
            Assert.Equal([one.Work.SchoolId], await SchoolRows.SchoolsSeenAsync(db, kind));
        }
        Assert.All(await SeenByAllAsync(app), kind => Assert.True(kind.Schools.Contains(other.Work.SchoolId), $"The other school holds no {kind.Name}: it could not have been seen"));
    }

    [Theory, Engines]
    public async Task A_unit_of_work_that_entered_no_school_sees_no_row_at_all(string engine)
    {
        var (app, _, _) = await ArrangeAsync(engine);
        await using var scope = app.NewScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();

        foreach (var kind in SchoolRows.Kinds(db))
        {
            Assert.Empty(await SchoolRows.SchoolsSeenAsync(db, kind));
        }
    }

    [Theory, Engines]
    public async Task A_row_of_another_school_cannot_be_added_changed_or_removed(string engine)
    {
        var (app, one, other) = await ArrangeAsync(engine);
        var before = await other.StateAsync();

        await RefusedAsync(app, one, (db, _) => db.Partners.Add(Partner.Of(other.Work.SchoolId, Guid.CreateVersion7(), "PT Titipan", "Solo", "ID")));
        await RefusedAsync(app, one, (db, entry) => entry.MoveToBin(other.Work.By(other.Work.StudentId)));
        await RefusedAsync(app, one, (db, entry) => db.Entries.Remove(entry));

        Assert.Equal(before, await other.StateAsync());

        async Task RefusedAsync(WebApp site, WalledSchool within, Action<AppDb, Domain.Entries.Entry> mistake)
        {
            await using var scope = site.NewScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            db.Scope.Enter(within.Work.SchoolId);
            mistake(db, await db.Entries.IgnoreQueryFilters().SingleAsync(e => e.Id == other.DraftId));
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        }
    }

    [Theory, Engines]
    public async Task A_row_of_the_own_school_is_saved(string engine)
    {
        var (app, one, _) = await ArrangeAsync(engine);
        await using var scope = app.NewScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Scope.Enter(one.Work.SchoolId);
        db.Partners.Add(Partner.Of(one.Work.SchoolId, Guid.CreateVersion7(), "PT Sendiri", "Solo", "ID"));

        Assert.Equal(1, await db.SaveChangesAsync());
    }

    private async Task<(WebApp App, WalledSchool One, WalledSchool Other)> ArrangeAsync(string engine)
    {
        var app = (await sites.SchoolAsync(engine)).App;
        return (app, await WalledSchool.ArrangeAsync(app), await WalledSchool.ArrangeAsync(app));
    }

    private static async Task<IReadOnlyList<(string Name, List<Guid> Schools)>> SeenByAllAsync(WebApp app)
    {
        await using var scope = app.NewScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Scope.SeeAllSchools();
        List<(string, List<Guid>)> seen = [];
        foreach (var kind in SchoolRows.Kinds(db))
        {
            seen.Add((kind.Name, await SchoolRows.SchoolsSeenAsync(db, kind)));
        }
        return seen;
    }
}
