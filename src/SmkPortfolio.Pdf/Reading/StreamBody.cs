namespace SmkPortfolio.Pdf.Reading;

internal static class StreamBody
{
    /// <summary>The stream that follows a dictionary, or null when none does.</summary>
    public static PdfStream? Read(ObjectParser parser, ReadOnlyMemory<byte> file, PdfDictionary dictionary, PdfValue length)
    {
        if (!parser.TryReadKeyword("stream"))
        {
            return null;
        }

        var bytes = file.Span;
        var start = parser.Position;
        start += start < bytes.Length && bytes[start] == (byte)'\r' ? 1 : 0;
        start += start < bytes.Length && bytes[start] == (byte)'\n' ? 1 : 0;
        if (length is PdfNumber { IsInteger: true, Value: >= 0 } number && number.Value <= bytes.Length - start)
        {
            var end = start + (int)number.Value;
            parser.Position = end;
            if (parser.TryReadKeyword("endstream"))
            {
                return new PdfStream(dictionary, file[start..end]);
            }
        }

        throw new PdfFormatException("a stream does not end where it says");
    }
}
