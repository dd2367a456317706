namespace SmkPortfolio.Pdf.Reading;

/// <summary>The objects of a file, found through its cross references; each is read once, when asked for.</summary>
internal sealed class PdfFile
{
    public const int MaxBytes = 64 * 1024 * 1024;
    // Attachments and tables; pictures and pages are never unpacked. Our largest papers attach some megabytes.
    private const long MaxUnpacked = 48L * 1024 * 1024;
    private const int MaxChain = 16;
    private readonly ReadOnlyMemory<byte> bytes;
    private readonly StreamDecoder decoder = new(MaxUnpacked);
    private readonly ReadingBudget budget = new();
    private readonly CrossReferences references;
    private readonly Dictionary<int, PdfValue> known = [];
    private readonly Dictionary<int, ObjectStream> objectStreams = [];
    private int chain;

    public PdfFile(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
        {
            throw new PdfFormatException("the file is larger than we accept");
        }

        if (!bytes.Span.StartsWith("%PDF-"u8))
        {
            throw new PdfFormatException("the file does not begin like a PDF");
        }

        this.bytes = bytes;
        references = CrossReferences.Read(bytes, decoder, budget);
    }

    public bool IsEncrypted => references.Trailer["Encrypt"] is not PdfNull;

    public PdfDictionary Catalog => Resolve(references.Trailer["Root"]) as PdfDictionary ?? throw new PdfFormatException("the file has no catalogue");

    public byte[]? Decode(PdfStream stream) => decoder.Decode(stream, Resolve);

    public PdfValue Resolve(PdfValue value)
    {
        for (var hops = 0; value is PdfReference reference; hops++)
        {
            if (hops > MaxChain)
            {
                throw new PdfFormatException("references run in a circle");
            }

            value = Load(reference.Id);
        }

        return value;
    }

    private PdfValue Load(int id)
    {
        if (known.TryGetValue(id, out var value))
        {
            return value;
        }

        if (references.Find(id) is not { } entry)
        {
            return PdfNull.Instance;
        }

        if (++chain > MaxChain)
        {
            throw new PdfFormatException("objects depend on each other in a circle");
        }

        value = entry.Offset > 0 ? ReadAt(id, entry.Offset) : ReadPacked(id, entry.ObjectStream);
        chain--;
        known[id] = value;
        return value;
    }

    private PdfValue ReadAt(int id, int offset)
    {
        if (offset >= bytes.Length)
        {
            throw new PdfFormatException("an object lies outside the file");
        }

        var parser = new ObjectParser(bytes, isFile: true, budget) { Position = offset };
        if (parser.ReadInteger() != id)
        {
            throw new PdfFormatException("an object is not where the cross references say");
        }

        parser.ReadInteger();
        if (!parser.TryReadKeyword("obj"))
        {
            throw new PdfFormatException("an object is not where the cross references say");
        }

        var value = parser.ReadValue();
        return value is PdfDictionary dictionary && StreamBody.Read(parser, bytes, dictionary, Resolve(dictionary["Length"])) is { } stream ? stream : value;
    }

    private PdfValue ReadPacked(int id, int container)
    {
        if (!objectStreams.TryGetValue(container, out var objects))
        {
            if (references.Find(container) is not { Offset: > 0 } || Load(container) is not PdfStream stream || Decode(stream) is not { } data)
            {
                throw new PdfFormatException("an object stream cannot be read");
            }

            objectStreams[container] = objects = new ObjectStream(data, Resolve(stream.Dictionary["N"]), Resolve(stream.Dictionary["First"]), budget);
        }

        return objects.Read(id);
    }
}
