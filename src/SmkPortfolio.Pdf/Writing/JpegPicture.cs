using System.Buffers.Binary;

namespace SmkPortfolio.Pdf.Writing;

/// <summary>What has to be known of a JPEG to embed it: size, colours, and how the camera was held (EXIF orientation 1 to 8).</summary>
internal sealed record JpegPicture(byte[] Bytes, int Width, int Height, int Components, int Orientation) : Picture(Width, Height, Orientation)
{
    public override string MediaType => "image/jpeg";

    /// <summary>Where the orientation is applied by us, viewers must not find it.</summary>
    public override byte[] File => Orientation == 1 ? Bytes : WithoutExif(Bytes);

    public override void Write(PdfObjects objects, int id) =>
        objects.Stream(id, Entries($"/ColorSpace/{(Components == 1 ? "DeviceGray" : "DeviceRGB")}/BitsPerComponent 8/Filter/DCTDecode"), Bytes, compress: false);

    public static new JpegPicture Read(byte[] bytes)
    {
        ReadOnlySpan<byte> jpeg = bytes;
        var orientation = 1;
        var at = 2;
        if (jpeg is not [0xFF, 0xD8, ..])
        {
            throw new ArgumentException("The picture is not a JPEG.");
        }

        while (at + 4 <= jpeg.Length && jpeg[at] == 0xFF)
        {
            var marker = jpeg[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
            var body = at + 4 <= jpeg.Length && at + 2 + length <= jpeg.Length && length >= 2 ? jpeg.Slice(at + 4, length - 2) : throw new ArgumentException("The JPEG is cut off.");
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return FromFrame(bytes, body, orientation);
            }

            orientation = marker == 0xE1 && body.StartsWith("Exif\0\0"u8) ? OrientationOf(body[6..]) : orientation;
            at += 2 + length;
        }

        throw new ArgumentException("The JPEG has no picture in it.");
    }

    private static byte[] WithoutExif(byte[] jpeg)
    {
        var kept = new List<byte>(jpeg.Length) { 0xFF, 0xD8 };
        var at = 2;
        while (at + 4 <= jpeg.Length && jpeg[at] == 0xFF && jpeg[at + 1] is var marker and not 0xDA)
        {
            var end = marker == 0xFF ? at + 1 : at + 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 2));
            if (marker != 0xE1)
            {
                kept.AddRange(jpeg.AsSpan(at, end - at));
            }

            at = end;
        }

        kept.AddRange(jpeg.AsSpan(at));
        return [.. kept];
    }

    private static JpegPicture FromFrame(byte[] bytes, ReadOnlySpan<byte> frame, int orientation)
    {
        if (frame is [8, _, _, _, _, 4, ..])
        {
            throw new ArgumentException("The JPEG is CMYK; it has to be turned into RGB before it can stand in a PDF/A.");
        }

        if (frame.Length < 6 || frame[0] != 8 || frame[5] is not (1 or 3))
        {
            throw new ArgumentException("The JPEG is neither grey nor RGB with eight bits.");
        }

        var picture = new JpegPicture(bytes, BinaryPrimitives.ReadUInt16BigEndian(frame[3..]), BinaryPrimitives.ReadUInt16BigEndian(frame[1..]), frame[5], orientation);
        return picture is { Width: > 0, Height: > 0 } ? picture : throw new ArgumentException("The JPEG has no size.");
    }

    private static int OrientationOf(ReadOnlySpan<byte> tiff)
    {
        const int orientationTag = 0x0112;
        if (tiff.Length < 8)
        {
            return 1;
        }

        var isLittle = tiff[0] == (byte)'I';
        var directory = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (directory > tiff.Length - 2)
        {
            return 1;
        }

        var entries = tiff[(int)directory..];
        var count = Short(entries, isLittle);
        for (var i = 0; i < count && 2 + 12 * i + 12 <= entries.Length; i++)
        {
            var entry = entries.Slice(2 + 12 * i, 12);
            if (Short(entry, isLittle) == orientationTag)
            {
                return Short(entry[8..], isLittle) is >= 1 and <= 8 and var value ? value : 1;
            }
        }

        return 1;
    }

    private static int Short(ReadOnlySpan<byte> bytes, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
