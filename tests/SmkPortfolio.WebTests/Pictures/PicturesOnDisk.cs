using SmkPortfolio.Web.Pictures;

namespace SmkPortfolio.WebTests.Pictures;

/// <summary>Hands pictures made in memory to what reads them from a file.</summary>
internal static class PicturesOnDisk
{
    public static Task<PictureOutcome<T>> ReadAsync<T>(this PictureCodec codec, byte[] picture, int longest, Func<Picture, T> work)
        where T : class =>
        WithFileAsync(picture, path => codec.ReadAsync(path, longest, work, CancellationToken.None));

    public static Task<PictureOutcome<DerivedPicture>> DeriveAsync(this PictureCodec codec, byte[] picture) =>
        WithFileAsync(picture, path => Derivatives.MakeAsync(codec, path, CancellationToken.None));

    public static PictureHead? Head(byte[] picture)
    {
        using var file = Written(picture);
        return PictureHead.Read(file.Path);
    }

    private static async Task<T> WithFileAsync<T>(byte[] picture, Func<string, Task<T>> work)
    {
        using var file = Written(picture);
        return await work(file.Path);
    }

    private static PictureFile Written(byte[] picture)
    {
        var path = Path.Combine(Path.GetTempPath(), $"smk-{Guid.NewGuid():N}.picture");
        File.WriteAllBytes(path, picture);
        return PictureFile.At(path, () => File.Delete(path));
    }
}
