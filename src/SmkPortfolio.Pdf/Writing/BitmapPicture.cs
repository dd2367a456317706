namespace SmkPortfolio.Pdf.Writing;

/// <summary>
/// Writes a picture of black and white squares as a stencil for ink: programs that soften the edges of pictures leave those of stencils
/// sharp. It goes in as it is: what has no repetition is not made smaller by packing it.
/// </summary>
internal sealed record BitmapPicture(Bitmap Source) : Picture(Source.Columns, Source.Rows, Orientation: 1)
{
    public override string MediaType => "application/octet-stream";

    public override byte[] File => Source.Bits;

    public override void Write(PdfObjects objects, int id) => objects.Stream(id, Entries("/ImageMask true/BitsPerComponent 1/Decode[1 0]"), Source.Bits, compress: false);
}
