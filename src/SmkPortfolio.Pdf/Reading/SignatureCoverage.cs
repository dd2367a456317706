using System.Buffers;
using System.Formats.Asn1;

namespace SmkPortfolio.Pdf.Reading;

/// <summary>
/// What one signature covers. It covers the whole file only if its byte range starts at 0, ends at the end of the file
/// and leaves out exactly the hexadecimal string of its own /Contents, which holds one DER object and zeros.
/// </summary>
internal sealed record SignatureCoverage(byte[]? Cms, IReadOnlyList<ReadOnlyMemory<byte>> Ranges, string? Problem)
{
    private static readonly SearchValues<byte> LowerHex = SearchValues.Create("0123456789abcdef"u8);
    private static readonly SearchValues<byte> UpperHex = SearchValues.Create("0123456789ABCDEF"u8);

    public static SignatureCoverage Read(ReadOnlyMemory<byte> file, PdfDictionary signature, Func<PdfValue, PdfValue> resolve)
    {
        if (resolve(signature["Contents"]) is not PdfString contents)
        {
            return new(null, [], "the signature is empty");
        }

        var cms = FirstObject(contents.Bytes, AsnEncodingRules.BER);
        if (resolve(signature["ByteRange"]) is not PdfArray { Items.Count: 4 } range || range.Items.Any(i => i is not PdfNumber { IsInteger: true, Value: >= 0 and <= int.MaxValue }))
        {
            return new(cms, [], "the signature does not say what it covers");
        }

        var n = range.Items.Select(i => (int)((PdfNumber)i).Value).ToArray();
        if (n[0] > file.Length - (long)n[1] || n[2] > file.Length - (long)n[3] || n[0] + (long)n[1] > n[2])
        {
            return new(cms, [], "the signature covers bytes that are not in the file");
        }

        IReadOnlyList<ReadOnlyMemory<byte>> ranges = [file.Slice(n[0], n[1]), file.Slice(n[2], n[3])];
        return new(cms, ranges, ProblemOf(file, contents, n));
    }

    private static string? ProblemOf(ReadOnlyMemory<byte> file, PdfString contents, int[] range)
    {
        if (range[0] != 0)
        {
            return "the signature does not cover the beginning of the file";
        }

        if (range[2] + range[3] != file.Length)
        {
            return "something was added after signing";
        }

        if (!contents.IsHex || contents.Start != range[1] || contents.End != range[2])
        {
            return "the signature leaves out more than itself";
        }

        var hole = file.Span[(range[1] + 1)..(range[2] - 1)];
        if (hole.Length % 2 != 0 || hole.Length / 2 != contents.Bytes.Length || !IsOneCase(hole))
        {
            return "the signature's hole is not plain hexadecimal";
        }

        if (FirstObject(contents.Bytes, AsnEncodingRules.DER) is not { } der)
        {
            return "the signature is not one DER object";
        }

        return hole[(der.Length * 2)..].ContainsAnyExcept((byte)'0') ? "something was hidden behind the signature" : null;
    }

    /// <summary>Mixed case would let a byte change without changing the value.</summary>
    private static bool IsOneCase(ReadOnlySpan<byte> hole) =>
        !hole.ContainsAnyExcept(LowerHex) || !hole.ContainsAnyExcept(UpperHex);

    private static byte[]? FirstObject(byte[] bytes, AsnEncodingRules rules) =>
        AsnDecoder.TryReadEncodedValue(bytes, rules, out var tag, out _, out _, out var consumed) && tag == Asn1Tag.Sequence ? bytes[..consumed] : null;
}
