using SmkPortfolio.Data.EvidenceFiles;

namespace SmkPortfolio.WebTests.Data.EvidenceFiles;

public sealed class DiskSweepTests
{
    [Fact]
    public async Task What_a_killed_upload_left_behind_is_swept_once_it_is_old_and_stored_files_stay()
    {
        var root = Directory.CreateTempSubdirectory("smk-blobs-");
        try
        {
            var store = new DiskBlobStore(root.FullName);
            var now = new DateTime(2026, 11, 23, 3, 0, 0, DateTimeKind.Utc);
            Assert.Equal(0, await store.SweepAsync(now, TestContext.Current.CancellationToken));
            var school = Guid.CreateVersion7();
            var stored = await store.PutAsync(school, new MemoryStream([1, 2, 3]), 3, TestContext.Current.CancellationToken);
            File.SetLastWriteTimeUtc(Directory.GetFiles(root.FullName, stored.Sha256Hex, SearchOption.AllDirectories).Single(), now.AddDays(-9));
            var (old, young) = (Path.Combine(root.FullName, ".incoming", "old.part"), Path.Combine(root.FullName, ".incoming", "young.part"));
            foreach (var (part, age) in new[] { (old, 25), (young, 23) })
            {
                await File.WriteAllBytesAsync(part, [1], TestContext.Current.CancellationToken);
                File.SetLastWriteTimeUtc(part, now.AddHours(-age));
            }

            Assert.Equal(1, await store.SweepAsync(now.AddDays(-1), TestContext.Current.CancellationToken));

            Assert.Equal((false, true), (File.Exists(old), File.Exists(young)));
            Assert.True(await store.ExistsAsync(school, stored.Sha256Hex, TestContext.Current.CancellationToken));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }
}
