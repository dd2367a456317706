using SmkPortfolio.WebTests.Data.EvidenceFiles;

namespace SmkPortfolio.WebTests.Uploads;

/// <summary>Pictures of any size that are taken as they are, each another.</summary>
internal static class LargePictures
{
    /// <summary>A JPEG whose picture data go on for so long: no marker stands in them.</summary>
    public static byte[] Make(int length, int seed)
    {
        var bare = Fixtures.Read("bare.jpg");
        var picture = new byte[length];
        var random = new Random(seed);
        bare.AsSpan(..^2).CopyTo(picture);
        var data = picture.AsSpan((bare.Length - 2)..^2);
        random.NextBytes(data);
        data.Replace((byte)0xFF, (byte)0x7F);
        picture[^2] = 0xFF;
        picture[^1] = 0xD9;
        return picture;
    }
}
