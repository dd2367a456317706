using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Files;
using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.UnitTests.Domain;

public sealed class FilesTests
{
    private static readonly DateTime Now = new(2026, 11, 20, 3, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static Upload Begun(long length = 100) =>
        Upload.Begin(Guid.CreateVersion7(), Entry.Begin(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), new ProjectDetail { Title = new Bilingual("Rangka") }, Now), "foto.jpg", "", length, Now, Day);

    [Fact]
    public void Parts_count_only_where_the_last_one_ended()
    {
        var upload = Begun();
        Assert.Null(upload.Arrived(0, 60, Now, Day));
        Assert.Equal(Error.Conflict("upload-moved-on"), upload.Arrived(0, 60, Now, Day));
        Assert.Equal(Error.Invalid("upload-too-long"), upload.Arrived(60, 41, Now, Day));
        Assert.Equal((60, false), (upload.Offset, upload.IsComplete));
        Assert.Null(upload.Arrived(60, 40, Now, Day));
        Assert.True(upload.IsComplete);
    }

    [Fact]
    public void Each_part_moves_the_end_of_an_upload_on()
    {
        var upload = Begun();
        Assert.Equal(Now + Day, upload.ExpiresAt);
        upload.Arrived(0, 1, Now.AddHours(5), Day);
        Assert.Equal(Now.AddHours(5) + Day, upload.ExpiresAt);
    }

    [Fact]
    public void Only_one_looks_at_a_whole_upload_and_after_its_lease_another()
    {
        var upload = Begun();
        Assert.False(upload.Claim(Now, Minute));
        upload.Arrived(0, 100, Now, Day);
        Assert.True(upload.Claim(Now, Minute));
        Assert.False(upload.Claim(Now, Minute));
        Assert.True(upload.Claim(Now + Minute, Minute));
        upload.Release();
        Assert.True(upload.Claim(Now + Minute, Minute));
    }

    [Fact]
    public void What_was_decided_is_not_looked_at_again_and_takes_no_more_parts()
    {
        var refused = Begun();
        refused.Refused("type-refused", 25);
        Assert.Equal((UploadState.Refused, "type-refused", 25), (refused.State, refused.Refusal, refused.RefusalLimit));
        Assert.Equal(Error.Conflict("upload-moved-on"), refused.Arrived(0, 1, Now, Day));

        var attached = Begun();
        attached.Arrived(0, 100, Now, Day);
        attached.Attached();
        Assert.False(attached.Claim(Now + Day, Minute));
    }
}
