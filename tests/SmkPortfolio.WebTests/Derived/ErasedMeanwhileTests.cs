using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Web.Derived;
using SmkPortfolio.Web.Keeping;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Keeping;

namespace SmkPortfolio.WebTests.Derived;

/// <summary>Smaller pictures of a file that is erased while they are made: nothing of it stays in the store.</summary>
public sealed class ErasedMeanwhileTests
{
    private static readonly byte[] Picture = FileBench.Picture(seed: 8, width: 900);

    [Theory, Engines]
    public async Task Erased_before_they_are_stored_none_is_stored(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var (bench, entry) = await ArrangeAsync(app);

        await TurnAsync(bench, (store, inner) =>
        {
            store.Opened = () => EraseAsync(bench, entry);
            return Assert.ThrowsAnyAsync<DbUpdateException>(inner);
        });

        await NothingStaysAsync(bench);
    }

    [Theory, Engines]
    public async Task Erased_while_they_are_stored_all_of_them_go(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var (bench, entry) = await ArrangeAsync(app);
        var erasing = Task.CompletedTask;

        await TurnAsync(bench, async (store, inner) =>
        {
            store.Putting = number =>
            {
                if (number == 2)
                {
                    // It may have to wait for whoever is just storing one.
                    erasing = Task.Run(() => EraseAsync(bench, entry), TestContext.Current.CancellationToken);
                }
            };
            // Whether all of them were stored before the other came to it is for the two to settle.
            Assert.True(await Record.ExceptionAsync(inner) is null or DbUpdateException);
            await erasing;
        });

        await NothingStaysAsync(bench);
    }

    [Theory, Engines]
    public async Task Erased_after_somebody_died_who_was_storing_them_those_that_he_had_stored_go_too(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var (bench, entry) = await ArrangeAsync(app);
        await DieAsync(bench);
        Assert.InRange((await StoredAsync(bench)).Count, 2, 4);

        await EraseAsync(bench, entry);

        await NothingStaysAsync(bench);
    }

    [Theory, Engines]
    public async Task Whoever_comes_after_one_who_died_stores_those_that_are_missing(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var (bench, _) = await ArrangeAsync(app);
        await DieAsync(bench);

        app.Clock.Advance(FileWork.Lease);
        await bench.WorkAsync();

        Assert.Equal("320.jpg 320.webp 960.jpg 960.webp", await bench.FormsAsync(Picture));
        var named = await bench.School.FromDbAsync(db => db.Derivatives.Where(d => d.SchoolId == bench.Id).Select(d => d.Sha256).ToListAsync());
        Assert.Equal([.. named.Append(KeptSchool.Hash(Picture)).Distinct().Order()], (await StoredAsync(bench)).Order());
        Assert.Null((await bench.RowAsync(Picture)).WorkDue);
    }

    [Theory, Engines]
    public async Task Until_one_is_stored_the_picture_itself_is_shown(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var bench = await FileBench.OpenAsync(app);
        var student = await bench.School.StudentAsync();
        var (_, file) = await bench.AddAsync(student, Picture, leased: true);
        await DieAsync(bench, at: 1);
        using var owner = await bench.School.SignInAsync(student);

        using var answer = await owner.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/evidence/{file}?size=320"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Picture, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>A picture that somebody is working on, so that the site itself leaves it alone.</summary>
    private static async Task<(FileBench Bench, Guid Entry)> ArrangeAsync(WebApp app)
    {
        var bench = await FileBench.OpenAsync(app);
        var (entry, _) = await bench.AddAsync(await bench.School.StudentAsync(), Picture, leased: true);
        return (bench, entry);
    }

    /// <summary>Breaks off before the smaller picture of this number is stored, as a process does that is killed.</summary>
    private static Task DieAsync(FileBench bench, int at = 2) => TurnAsync(bench, async (store, inner) =>
    {
        store.Putting = number =>
        {
            if (number == at)
            {
                throw new OperationCanceledException();
            }
        };
        await Assert.ThrowsAsync<OperationCanceledException>(inner);
    });

    private static async Task TurnAsync(FileBench bench, Func<WatchedStore, Func<Task>, Task> act)
    {
        await using var scope = bench.App.NewScope();
        scope.ServiceProvider.GetRequiredService<AppDb>().Scope.Enter(bench.Id);
        var store = new WatchedStore(scope.ServiceProvider.GetRequiredService<IBlobStore>());
        var turn = ActivatorUtilities.CreateInstance<FileTurn>(scope.ServiceProvider, store, ActivatorUtilities.CreateInstance<FirstPicture>(scope.ServiceProvider, store));
        await act(store, () => turn.RunAsync(bench.Id, KeptSchool.Hash(Picture), TestContext.Current.CancellationToken));
    }

    private static async Task EraseAsync(FileBench bench, Guid entryId)
    {
        await using var scope = bench.App.NewScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Scope.Enter(bench.Id);
        var entry = await db.Entries.SingleAsync(e => e.Id == entryId);
        Assert.Null(await scope.ServiceProvider.GetRequiredService<Erasing>().EraseAsync(entry, entry.Evidence[0], new(entry.PersonId, bench.School.Now, "Wajah orang lain"), CancellationToken.None));
    }

    private static async Task NothingStaysAsync(FileBench bench)
    {
        Assert.Empty(await StoredAsync(bench));
        Assert.Equal((0, 0), await bench.School.FromDbAsync(async db => (await db.StoredFiles.CountAsync(f => f.SchoolId == bench.Id), await db.Derivatives.CountAsync(d => d.SchoolId == bench.Id))));
    }

    private static async Task<IReadOnlyList<string>> StoredAsync(FileBench bench)
    {
        await using var scope = bench.App.NewScope();
        List<string> stored = [];
        await foreach (var blob in scope.ServiceProvider.GetRequiredService<IBlobStore>().ListAsync(bench.Id, TestContext.Current.CancellationToken))
        {
            stored.Add(blob.Name);
        }
        return stored;
    }

    /// <summary>The site's own store, with somebody who looks on.</summary>
    private sealed class WatchedStore(IBlobStore store) : IBlobStore
    {
        private int puts;

        /// <summary>Called when a file was opened.</summary>
        public Func<Task> Opened { get; set; } = () => Task.CompletedTask;

        /// <summary>Called before a file is stored, with its number.</summary>
        public Action<int> Putting { get; set; } = _ => { };

        public Task<StoredBlob> PutAsync(Guid schoolId, Stream content, long maxBytes, Func<StoredBlob, Task>? named, CancellationToken ct)
        {
            Putting(++puts);
            return store.PutAsync(schoolId, content, maxBytes, named, ct);
        }

        public async Task<Stream?> OpenReadAsync(Guid schoolId, string sha256Hex, CancellationToken ct)
        {
            var opened = await store.OpenReadAsync(schoolId, sha256Hex, ct);
            if (opened is null)
            {
                return null;
            }
            // Read before it can be gone: a store of blocks reads when it is asked.
            var copy = new MemoryStream();
            await using (opened)
            {
                await opened.CopyToAsync(copy, ct);
            }
            copy.Position = 0;
            await Opened();
            return copy;
        }

        public Uri? ReadOrigin => store.ReadOrigin;

        public Task<Uri?> ReadAddressAsync(Guid schoolId, string sha256Hex, string mediaType, string disposition, TimeSpan validFor, CancellationToken ct) =>
            store.ReadAddressAsync(schoolId, sha256Hex, mediaType, disposition, validFor, ct);

        public Task<bool> ExistsAsync(Guid schoolId, string sha256Hex, CancellationToken ct) => store.ExistsAsync(schoolId, sha256Hex, ct);

        public Task<bool> DeleteAsync(Guid schoolId, string sha256Hex, CancellationToken ct) => store.DeleteAsync(schoolId, sha256Hex, ct);

        public IAsyncEnumerable<BlobListing> ListAsync(Guid? schoolId, CancellationToken ct) => store.ListAsync(schoolId, ct);

        public Task DeleteStrayAsync(string name, CancellationToken ct) => store.DeleteStrayAsync(name, ct);

        public Task<int> SweepAsync(DateTime before, CancellationToken ct) => store.SweepAsync(before, ct);

        public Task ProbeAsync(CancellationToken ct) => store.ProbeAsync(ct);
    }
}
