using System.Buffers.Text;
using System.Security.Cryptography;

namespace SmkPortfolio.Pdf.Writing;

/// <summary>The signature field and its value: a place is left while writing, and filled when the last byte stands.</summary>
internal sealed class SignatureHole(PdfObjects objects, PdfSeal seal)
{
    private const int RangeWidth = 40;
    private const int MaxSealBytes = 64 * 1024;
    private readonly int valueId = objects.Reserve();
    private int rangeAt;
    private int start;

    public int ValueId => valueId;

    private int Length => seal.MaxBytes * 2 + 2;

    /// <summary>An invisible field that certifies the document: no change is allowed after it.</summary>
    public void WriteField(int fieldId, int pageId, int structureNumber, string description)
    {
        objects.Begin(fieldId).Raw("<</Type/Annot/Subtype/Widget/FT/Sig/T(Seal)/TU"u8).Text(description).Raw("/F 132/Rect[0 0 0 0]/P "u8).Reference(pageId)
            .Raw("/V "u8).Reference(valueId).Raw("/StructParent "u8).Integer(structureNumber).Raw(">>"u8);
        objects.End();
    }

    /// <summary>The value lies open in the file, because its bytes are counted.</summary>
    public void WriteValue(DateTimeOffset time)
    {
        if (seal.MaxBytes is < 1 or > MaxSealBytes)
        {
            throw new ArgumentException("The room for the seal is out of bounds.");
        }

        var sink = objects.BeginOpen(valueId).Raw("<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M"u8).Text(Metadata.Date(time))
            .Raw("/Name"u8).Text(seal.Name).Raw("/Reason"u8).Text(seal.Reason).Raw("/Location"u8).Text(seal.Location)
            .Raw("/Reference[<</Type/SigRef/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/P 1/V/1.2>>>>]/ByteRange["u8);
        rangeAt = sink.Count;
        sink.Ascii(new string(' ', RangeWidth)).Raw("]/Contents"u8);
        start = sink.Count;
        sink.Byte((byte)'<').Ascii(new string('0', seal.MaxBytes * 2)).Raw(">>>"u8);
        objects.EndOpen();
    }

    /// <summary>Says what is covered, has it signed, and puts the signature in.</summary>
    public void Fill()
    {
        var file = objects.File;
        var end = start + Length;
        WriteRange(file.At(rangeAt, RangeWidth), [0, start, end, file.Count - end]);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(file.At(0, start));
        hash.AppendData(file.At(end, file.Count - end));
        var signature = seal.Sign(hash.GetHashAndReset());
        if (signature.Length > seal.MaxBytes)
        {
            throw new InvalidOperationException($"The seal has {signature.Length} bytes; there is room for {seal.MaxBytes}.");
        }

        Convert.TryToHexStringLower(signature, file.At(start + 1, signature.Length * 2), out _);
    }

    private static void WriteRange(Span<byte> place, ReadOnlySpan<int> values)
    {
        var at = 0;
        foreach (var value in values)
        {
            Utf8Formatter.TryFormat(value, place[at..], out var written);
            at += written + 1;
        }
    }
}
