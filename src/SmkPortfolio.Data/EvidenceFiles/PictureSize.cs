namespace SmkPortfolio.Data.EvidenceFiles;

internal readonly record struct PictureSize(int Width, int Height)
{
    /// <summary>Called before anything else of the picture is believed.</summary>
    public PictureSize Within(long maxPixels)
    {
        if (Width <= 0 || Height <= 0)
        {
            throw RefusedException.Broken();
        }
        var pixels = (long)Width * Height;
        return pixels > maxPixels ? throw RefusedException.Over(RefusalCodes.TooManyPixels, maxPixels, pixels) : this;
    }

    /// <summary>As the picture is shown: the orientations 5 to 8 lie on their side.</summary>
    public PictureSize Shown(int orientation) => orientation >= 5 ? new PictureSize(Height, Width) : this;
}
