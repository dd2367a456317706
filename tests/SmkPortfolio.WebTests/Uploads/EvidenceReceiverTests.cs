using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Web.Pictures;
using SmkPortfolio.Web.Settings;
using SmkPortfolio.Web.Uploads;
using SmkPortfolio.Web.Wording;
using SmkPortfolio.WebTests.Data.EvidenceFiles;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Uploads;

public sealed class EvidenceReceiverTests
{
    /// <summary>An orientation in 22 bytes; written anew it takes 26.</summary>
    private static readonly byte[] TersestOrientation = [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0];

    private static byte[] Turned
    {
        get
        {
            var bare = Fixtures.Read("bare.jpg");
            return [.. bare[..2], 0xFF, 0xE1, 0, (byte)(2 + 6 + TersestOrientation.Length), .. "Exif\0\0"u8, .. TersestOrientation, .. bare[2..]];
        }
    }

    [Fact]
    public async Task A_picture_that_grows_over_the_limit_by_cleaning_is_refused_as_too_large()
    {
        await using var stores = BlobStores.Open("disk");

        var received = await ReceiveAsync(stores.Store, Turned.Length);

        Assert.Equal((null, new EvidenceRefusal(RefusalCodes.TooLarge, EvidenceKinds.Jpeg, Turned.Length, Turned.Length + 4)), (received.File, received.Refusal));
    }

    [Fact]
    public async Task A_picture_whose_cleaned_bytes_are_just_within_the_limit_is_taken()
    {
        await using var stores = BlobStores.Open("disk");

        var received = await ReceiveAsync(stores.Store, Turned.Length + 4);

        Assert.Equal((null, Turned.Length + 4L), (received.Refusal, received.File?.Size));
    }

    [Fact]
    public void Every_reason_to_refuse_a_file_has_a_sentence() => Assert.Empty(RefusalCodes.All.Except(ErrorWords.Codes));

    [Fact]
    public async Task A_file_that_lies_on_disk_already_is_kept_and_closed()
    {
        await using var stores = BlobStores.Open("disk");
        var school = Guid.CreateVersion7();
        var path = ExifTool.TemporaryPath("part");
        try
        {
            await File.WriteAllBytesAsync(path, IsoFiles.Clip(told: true), TestContext.Current.CancellationToken);
            var spooled = File.OpenRead(path);

            var received = await WithAsync(stores.Store, new LimitsSettings(), receiver => receiver.SpooledAsync(school, EntryKind.Project, "klip.mp4.exe", spooled, TestContext.Current.CancellationToken));

            Assert.Equal(("klip.mp4", "video/mp4", 64, NameChange.Ending), (received.File!.FileName, received.File.MediaType, received.File.Width!.Value, received.Renamed));
            Assert.False(spooled.CanRead);
            Assert.True(await stores.Store.ExistsAsync(school, received.File.Sha256, TestContext.Current.CancellationToken));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static Task<Received> ReceiveAsync(IBlobStore store, long most) => WithAsync(store, new LimitsSettings { EvidenceBytes = most }, async receiver =>
    {
        using var upload = new MemoryStream(Turned);
        return await receiver.EvidenceAsync(Guid.CreateVersion7(), EntryKind.Certification, "miring.jpg", upload, TestContext.Current.CancellationToken);
    });

    private static async Task<Received> WithAsync(IBlobStore store, LimitsSettings limits, Func<EvidenceReceiver, Task<Received>> receive)
    {
        await using var app = await WebApps.EmptyAsync(Engine.Sqlite);
        await using var scope = app.NewScope();
        using var pictures = new PictureCodec(1);
        return await receive(new EvidenceReceiver(store, scope.ServiceProvider.GetRequiredService<AppDb>(), limits, pictures, app.Clock));
    }
}
