using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Files;
using SmkPortfolio.Web.Keeping;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Keeping;

public sealed class StoreTidyingTests
{
    private const int Days = 30;

    private static readonly byte[] Shown = KeptSchool.Bytes(1);
    private static readonly byte[] Idle = KeptSchool.Bytes(2);
    private static readonly byte[] Smaller = KeptSchool.Bytes(3, 400);

    [Theory, Engines]
    public async Task What_nothing_needs_goes_after_a_day_with_all_that_was_made_from_it(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var school = await KeptSchool.OpenAsync(app);
        await school.EntryAsync(Shown);
        var entry = await school.EntryAsync(Idle);
        await school.DerivativeAsync(Idle, Smaller);
        await school.InAsync(async (db, _) =>
        {
            db.Resemblances.Add(Resemblance.Of(school.Id, KeptSchool.Hash(Shown), KeptSchool.Hash(Idle), 3, school.Now));
            db.Evidence.RemoveRange(await db.Evidence.Where(f => f.EntryId == entry).ToListAsync());
            await db.SaveChangesAsync();
        });

        Assert.Equal(0, await TidyAsync(school, TimeSpan.FromHours(23)));
        Assert.True(await school.ExistsAsync(Idle));
        Assert.Equal(1, await TidyAsync(school, TimeSpan.FromHours(25)));

        Assert.Equal((false, false, true), (await school.ExistsAsync(Idle), await school.ExistsAsync(Smaller), await school.ExistsAsync(Shown)));
        await school.InAsync(async (db, _) =>
        {
            Assert.Equal(KeptSchool.Hash(Shown), (await db.StoredFiles.SingleAsync()).Sha256);
            Assert.Equal(0, await db.Derivatives.CountAsync() + await db.Resemblances.CountAsync());
        });
    }

    [Theory, Engines]
    public async Task What_came_again_in_the_last_day_stays(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var school = await KeptSchool.OpenAsync(app);
        var entry = await school.EntryAsync(Idle);
        await school.InAsync(async (db, _) =>
        {
            db.Evidence.RemoveRange(await db.Evidence.Where(f => f.EntryId == entry).ToListAsync());
            await db.SaveChangesAsync();
            await db.TouchFileAsync(school.Id, new EvidenceFile("lain.jpg", "image/jpeg", Idle.Length, KeptSchool.Hash(Idle), 4, 3), school.Now.AddHours(20), CancellationToken.None);
        });

        Assert.Equal(0, await TidyAsync(school, TimeSpan.FromHours(25)));
        Assert.True(await school.ExistsAsync(Idle));
        Assert.Equal(1, await TidyAsync(school, TimeSpan.FromHours(45)));
    }

    [Theory, Engines]
    public async Task A_file_taken_off_stays_for_its_days_and_as_long_as_a_revision_names_it(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var school = await KeptSchool.OpenAsync(app);
        var free = await school.EntryAsync(Idle);
        var pinned = await school.EntryAsync(Shown);
        await school.InAsync(async (db, _) =>
        {
            var handedIn = await db.Entries.SingleAsync(e => e.Id == pinned);
            var (revision, errors) = handedIn.Submit(Guid.CreateVersion7(), new byte[16], school.By);
            Assert.Empty(errors);
            db.Revisions.Add(revision!);
            Assert.Null(handedIn.TakeBack(school.By));
            Assert.Null(handedIn.RemoveEvidence(handedIn.Evidence[0].Id, school.By));
            var draft = await db.Entries.SingleAsync(e => e.Id == free);
            Assert.Null(draft.RemoveEvidence(draft.Evidence[0].Id, school.By));
            await db.SaveChangesAsync();
        });

        Assert.Equal(0, await TidyAsync(school, TimeSpan.FromDays(Days - 1)));
        Assert.Equal(1, await TidyAsync(school, TimeSpan.FromDays(Days + 1)));
        Assert.Equal((false, true), (await school.ExistsAsync(Idle), await school.ExistsAsync(Shown)));
    }

    [Theory, Engines]
    public async Task An_erased_file_needs_nothing_even_when_a_revision_names_it(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var school = await KeptSchool.OpenAsync(app);
        var entry = await school.EntryAsync(Idle);
        await school.InAsync(async (db, services) =>
        {
            var handedIn = await db.Entries.SingleAsync(e => e.Id == entry);
            db.Revisions.Add(handedIn.Submit(Guid.CreateVersion7(), new byte[16], school.By).Revision!);
            Assert.Null(handedIn.EraseEvidence(handedIn.Evidence[0].Id, school.By with { Why = "Wajah orang lain" }));
            await db.SaveChangesAsync();
            Assert.True(await services.GetRequiredService<StoreTidying>().RemoveAsync(school.Id, KeptSchool.Hash(Idle), DateTime.MaxValue, CancellationToken.None));
        });

        Assert.False(await school.ExistsAsync(Idle));
        await school.InAsync(async (db, _) => Assert.Equal("Wajah orang lain", (await db.Evidence.SingleAsync()).ErasedWhy));
    }

    [Theory, Engines]
    public async Task A_smaller_picture_that_somebody_is_just_bringing_as_a_file_of_its_own_stays(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var school = await KeptSchool.OpenAsync(app);
        var entry = await school.EntryAsync(Idle);
        await school.DerivativeAsync(Idle, Smaller);
        await school.InAsync(async (db, services) =>
        {
            db.Evidence.RemoveRange(await db.Evidence.Where(f => f.EntryId == entry).ToListAsync());
            await db.SaveChangesAsync();
            // Written down and found in the store; the row that shows it is not saved yet.
            await db.TouchFileAsync(school.Id, File(Smaller), school.Now, CancellationToken.None);
            Assert.True(await services.GetRequiredService<StoreTidying>().RemoveAsync(school.Id, KeptSchool.Hash(Idle), DateTime.MaxValue, CancellationToken.None));
        });

        Assert.Equal((false, true), (await school.ExistsAsync(Idle), await school.ExistsAsync(Smaller)));
    }

    [Theory, Engines]
    public async Task Smaller_pictures_that_were_made_while_their_file_was_erased_go_too(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var school = await KeptSchool.OpenAsync(app);
        await EraseAsync(school, await school.EntryAsync(Idle));
        await school.DerivativeAsync(Idle, Smaller);
        await school.EntryAsync(Shown);
        await school.DerivativeAsync(Shown, KeptSchool.Bytes(4, 400));

        Assert.Equal(1, await TidyAsync(school, TimeSpan.Zero));

        Assert.Equal((false, true), (await school.ExistsAsync(Smaller), await school.ExistsAsync(KeptSchool.Bytes(4, 400))));
        await school.InAsync(async (db, _) => Assert.Equal(KeptSchool.Hash(Shown), (await db.Derivatives.SingleAsync()).SourceSha256));
    }

    [Theory, Engines]
    public async Task Erasing_takes_the_bytes_at_once_and_leaves_them_to_somebody_who_is_just_bringing_the_same(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var school = await KeptSchool.OpenAsync(app);
        var (alone, shared) = (await school.EntryAsync(Idle), await school.EntryAsync(Shown));
        await EraseAsync(school, alone);
        Assert.False(await school.ExistsAsync(Idle));

        app.Clock.Advance(TimeSpan.FromHours(1));
        // Written down and found in the store; the row that shows it is not saved yet.
        await school.InAsync((db, _) => db.TouchFileAsync(school.Id, File(Shown), school.Now.AddSeconds(-5), CancellationToken.None));
        await EraseAsync(school, shared);
        Assert.True(await school.ExistsAsync(Shown));

        // Nobody came: then it goes in its time.
        Assert.Equal(1, await TidyAsync(school, TimeSpan.FromHours(25)));
        Assert.False(await school.ExistsAsync(Shown));
    }

    private static EvidenceFile File(byte[] content) => new("foto.jpg", "image/jpeg", content.Length, KeptSchool.Hash(content), 4, 3);

    private static Task EraseAsync(KeptSchool school, Guid entryId) => school.InAsync(async (db, services) =>
    {
        var entry = await db.Entries.SingleAsync(e => e.Id == entryId);
        Assert.Null(await services.GetRequiredService<Erasing>().EraseAsync(entry, entry.Evidence[0], school.By with { Why = "Wajah orang lain" }, TestContext.Current.CancellationToken));
    });

    private static async Task<int> TidyAsync(KeptSchool school, TimeSpan later)
    {
        var removed = 0;
        await school.InAsync(async (_, services) => removed = await services.GetRequiredService<StoreTidying>().TidyAsync(Days, school.Now + later, TestContext.Current.CancellationToken));
        return removed;
    }
}
