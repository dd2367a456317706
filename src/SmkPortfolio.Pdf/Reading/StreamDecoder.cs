using System.IO.Compression;
using System.Runtime.InteropServices;

namespace SmkPortfolio.Pdf.Reading;

/// <summary>Undoes Flate and PNG prediction, within one allowance for the whole file.</summary>
internal sealed class StreamDecoder(long allowance)
{
    private long left = allowance;

    /// <summary>The decoded bytes, or null when a filter is used that we do not read.</summary>
    public byte[]? Decode(PdfStream stream, Func<PdfValue, PdfValue> resolve)
    {
        var filter = resolve(stream.Dictionary["Filter"]);
        var parameters = resolve(stream.Dictionary["DecodeParms"]);
        if (filter is PdfArray { Items.Count: <= 1 } list)
        {
            filter = list.Items.Count == 0 ? PdfNull.Instance : resolve(list.Items[0]);
            parameters = parameters is PdfArray { Items.Count: 1 } one ? resolve(one.Items[0]) : parameters;
        }

        switch (filter)
        {
            case PdfNull:
                Spend(stream.Raw.Length);
                return stream.Raw.ToArray();
            case PdfName { Value: "FlateDecode" or "Fl" }:
                var bytes = Inflate(stream.Raw);
                return parameters is PdfDictionary dictionary ? Unpredict(bytes, dictionary, resolve) : bytes;
            default:
                return null;
        }
    }

    private byte[] Inflate(ReadOnlyMemory<byte> raw)
    {
        // Many entries can name one stream: copying it for each would cost more than unpacking it.
        var packed = MemoryMarshal.TryGetArray(raw, out var segment) ? segment : new ArraySegment<byte>(raw.ToArray());
        using var input = new MemoryStream(packed.Array!, packed.Offset, packed.Count, writable: false);
        using var inflater = new ZLibStream(input, CompressionMode.Decompress);
        using var output = new MemoryStream();
        var buffer = new byte[16384];
        try
        {
            for (int read; (read = inflater.Read(buffer, 0, buffer.Length)) > 0;)
            {
                Spend(read);
                output.Write(buffer, 0, read);
            }
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException)
        {
            throw new PdfFormatException("a compressed stream is broken");
        }

        return output.ToArray();
    }

    private void Spend(int bytes)
    {
        left -= bytes;
        if (left < 0)
        {
            throw new PdfFormatException("the file unpacks to more than we accept");
        }
    }

    private static byte[] Unpredict(byte[] data, PdfDictionary parameters, Func<PdfValue, PdfValue> resolve)
    {
        int Number(string key, int otherwise) => resolve(parameters[key]) is PdfNumber { IsInteger: true, Value: >= 1 and <= 100_000 } number ? (int)number.Value : otherwise;
        var predictor = Number("Predictor", 1);
        if (predictor == 1)
        {
            return data;
        }

        if (predictor < 10)
        {
            throw new PdfFormatException("a stream uses a predictor that we do not read");
        }

        var width = Number("Columns", 1);
        var step = Math.Max(1, Number("Colors", 1) * Number("BitsPerComponent", 8) / 8);
        var row = (int)Math.Min(int.MaxValue - 1, ((long)width * Number("Colors", 1) * Number("BitsPerComponent", 8) + 7) / 8);
        var rows = data.Length / ((long)row + 1);
        var result = new byte[rows * row];
        for (var r = 0; r < rows; r++)
        {
            var from = r * (row + 1);
            for (var i = 0; i < row; i++)
            {
                var at = r * row + i;
                int before = i >= step ? result[at - step] : 0;
                int above = r > 0 ? result[at - row] : 0;
                int corner = r > 0 && i >= step ? result[at - row - step] : 0;
                result[at] = (byte)(data[from + 1 + i] + data[from] switch
                {
                    0 => 0,
                    1 => before,
                    2 => above,
                    3 => (before + above) / 2,
                    4 => Paeth(before, above, corner),
                    _ => throw new PdfFormatException("a stream's prediction is broken"),
                });
            }
        }

        return result;
    }

    private static int Paeth(int before, int above, int corner)
    {
        var guess = before + above - corner;
        var (a, b, c) = (Math.Abs(guess - before), Math.Abs(guess - above), Math.Abs(guess - corner));
        return a <= b && a <= c ? before : b <= c ? above : corner;
    }
}
