using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Web.Keeping;
using SmkPortfolio.WebTests.Data.EvidenceFiles;

namespace SmkPortfolio.WebTests.Keeping;

public sealed class StoreMoveTests
{
    private static readonly Guid[] Schools = [Guid.Parse("0198c0de-0000-7000-8000-000000000001"), Guid.Parse("0198c0de-0000-7000-8000-000000000002")];

    public static TheoryData<string, string> Ways => new() { { "disk", "azure" }, { "azure", "disk" } };

    [Theory, MemberData(nameof(Ways))]
    public async Task Every_file_of_every_school_arrives_and_a_second_run_finds_it_there(string one, string other)
    {
        await using var from = BlobStores.Open(one);
        await using var to = BlobStores.Open(other);
        var names = await FillAsync(from.Store, 12);
        List<MoveProgress> progress = [];

        var report = await StoreMove.RunAsync(from.Store, to.Store, p => { lock (progress) { progress.Add(p); } }, TestContext.Current.CancellationToken);
        var again = await StoreMove.RunAsync(from.Store, to.Store, null, TestContext.Current.CancellationToken);

        Assert.Equal((24, 0, 0), (report.Copied, report.AlreadyThere, report.Damaged.Count));
        Assert.Equal((0, 24), (again.Copied, again.AlreadyThere));
        Assert.Equal(names, await NamesAsync(to.Store));
        Assert.Equal(names, await NamesAsync(from.Store));
        Assert.Equal((24, 24), (progress.Max(p => p.Files), progress[0].OfFiles));
        Assert.Equal(progress[0].OfBytes, progress.Max(p => p.Bytes));
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task A_run_that_was_broken_off_is_continued(string one, string other)
    {
        await using var from = BlobStores.Open(one);
        await using var to = BlobStores.Open(other);
        var names = await FillAsync(from.Store, 20);
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => StoreMove.RunAsync(from.Store, to.Store, p =>
        {
            if (p.Files == 10)
            {
                stop.Cancel();
            }
        }, stop.Token));
        var half = (await NamesAsync(to.Store)).Count;
        var report = await StoreMove.RunAsync(from.Store, to.Store, null, TestContext.Current.CancellationToken);

        Assert.InRange(half, 1, names.Count - 1);
        Assert.Equal(names.Count, report.Copied + report.AlreadyThere);
        // What was on the line when it broke off may still have been stored, four at once at most.
        Assert.InRange(report.AlreadyThere, half, half + 4);
        Assert.Equal(names, await NamesAsync(to.Store));
    }

    [Fact]
    public async Task What_is_damaged_here_is_named_and_not_carried_and_what_is_wrong_there_is_put_right()
    {
        var root = Directory.CreateTempSubdirectory("smk-move-").FullName;
        try
        {
            IBlobStore from = new DiskBlobStore(Path.Combine(root, "from"));
            IBlobStore to = new DiskBlobStore(Path.Combine(root, "to"));
            var names = await FillAsync(from, 3);
            await StoreMove.RunAsync(from, to, null, TestContext.Current.CancellationToken);
            var (damaged, wrong) = (names[0], names[1]);
            await File.WriteAllTextAsync(Path.Combine(root, "from", damaged), "rusak");
            File.Delete(Path.Combine(root, "to", damaged));
            await File.WriteAllTextAsync(Path.Combine(root, "to", wrong), "rusak");
            Directory.CreateDirectory(Path.Combine(root, "from", ".uploads"));
            await File.WriteAllTextAsync(Path.Combine(root, "from", ".uploads", Guid.NewGuid().ToString()), "separuh");

            var report = await StoreMove.RunAsync(from, to, null, TestContext.Current.CancellationToken);

            Assert.Equal([damaged], report.Damaged);
            Assert.Equal((1, 4, 1), (report.Copied, report.AlreadyThere, report.LeftBehind));
            Assert.Equal(names.Except([damaged]), await NamesAsync(to));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static async Task<List<string>> FillAsync(IBlobStore store, int each)
    {
        foreach (var (school, at) in Schools.Select((s, i) => (s, i)))
        {
            for (var i = 0; i < each; i++)
            {
                var bytes = KeptSchool.Bytes((at * 1000) + i, 1 + (i * 700));
                await store.PutAsync(school, new MemoryStream(bytes), bytes.Length, CancellationToken.None);
            }
        }
        return await NamesAsync(store);
    }

    private static async Task<List<string>> NamesAsync(IBlobStore store)
    {
        var names = new List<string>();
        await foreach (var blob in store.ListAsync(null, CancellationToken.None))
        {
            if (blob.SchoolId is { } school)
            {
                names.Add($"{school}/{blob.Name}");
            }
        }
        return [.. names.Order(StringComparer.Ordinal)];
    }
}
