using System.Buffers.Binary;
using SmkPortfolio.Pdf.Writing;

namespace SmkPortfolio.Pdf;

/// <summary>How large a picture is, for layouts that follow its shape.</summary>
public static class PictureSize
{
    private const int PngSizeAt = 16;
    private const int FirstTurnedOrientation = 5;

    /// <summary>Width and height in points of the picture, as it is seen upright.</summary>
    /// <exception cref="ArgumentException">It is neither a JPEG nor a PNG that can be embedded.</exception>
    public static (int Width, int Height) Of(byte[] bytes)
    {
        if (PngPicture.IsPng(bytes) && bytes.Length >= PngSizeAt + 8)
        {
            // The first block of a PNG is its size: no need to unpack it.
            return (BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(PngSizeAt)), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(PngSizeAt + 4)));
        }

        var picture = JpegPicture.Read(bytes);
        return picture.Orientation >= FirstTurnedOrientation ? (picture.Height, picture.Width) : (picture.Width, picture.Height);
    }
}
