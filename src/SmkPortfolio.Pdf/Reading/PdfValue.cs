namespace SmkPortfolio.Pdf.Reading;

internal abstract record PdfValue;

internal sealed record PdfNull : PdfValue
{
    public static readonly PdfNull Instance = new();
}

internal sealed record PdfBoolean(bool Value) : PdfValue;

internal sealed record PdfNumber(double Value, bool IsInteger) : PdfValue;

internal sealed record PdfName(string Value) : PdfValue;

/// <summary>A string; <paramref name="Start"/> and <paramref name="End"/> are its place in the file with delimiters, or -1 inside an object stream.</summary>
internal sealed record PdfString(byte[] Bytes, int Start, int End, bool IsHex) : PdfValue;

internal sealed record PdfReference(int Id, int Generation) : PdfValue;

internal sealed record PdfArray(IReadOnlyList<PdfValue> Items) : PdfValue;

internal sealed record PdfDictionary(IReadOnlyDictionary<string, PdfValue> Entries) : PdfValue
{
    public PdfValue this[string key] => Entries.TryGetValue(key, out var value) ? value : PdfNull.Instance;
}

internal sealed record PdfStream(PdfDictionary Dictionary, ReadOnlyMemory<byte> Raw) : PdfValue;
