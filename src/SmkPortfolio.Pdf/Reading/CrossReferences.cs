namespace SmkPortfolio.Pdf.Reading;

/// <summary>Where each object lies. Newer sections win over older ones.</summary>
internal sealed class CrossReferences
{
    private const int MaxSections = 256;
    private const int MaxObjects = 1_000_000;
    private readonly Dictionary<int, Entry> entries = [];
    private readonly ReadOnlyMemory<byte> file;
    private readonly StreamDecoder decoder;
    private readonly ReadingBudget budget;

    private CrossReferences(ReadOnlyMemory<byte> file, StreamDecoder decoder, ReadingBudget budget) => (this.file, this.decoder, this.budget) = (file, decoder, budget);

    /// <summary>Either an offset in the file, or an object stream and the place in it; a free object has neither.</summary>
    public readonly record struct Entry(int Offset, int ObjectStream, int Index);

    public PdfDictionary Trailer { get; private set; } = new(new Dictionary<string, PdfValue>());

    public Entry? Find(int id) => entries.TryGetValue(id, out var entry) && (entry.Offset > 0 || entry.ObjectStream > 0) ? entry : null;

    public static CrossReferences Read(ReadOnlyMemory<byte> file, StreamDecoder decoder, ReadingBudget budget)
    {
        var references = new CrossReferences(file, decoder, budget);
        references.ReadChain(references.FindStart());
        return references;
    }

    private int FindStart()
    {
        var tail = file.Length - Math.Min(file.Length, 2048);
        var at = file.Span[tail..].LastIndexOf("startxref"u8);
        if (at < 0)
        {
            throw new PdfFormatException("the pointer to the cross references is missing");
        }

        var parser = new ObjectParser(file[(tail + at + 9)..], isFile: false, budget);
        return parser.ReadInteger();
    }

    private void ReadChain(int start)
    {
        var seen = new HashSet<int>();
        var next = new Queue<int>([start]);
        var isFirst = true;
        while (next.TryDequeue(out var offset))
        {
            if (offset <= 0 || offset >= file.Length || seen.Count >= MaxSections)
            {
                throw new PdfFormatException("the cross references point outside the file");
            }

            if (!seen.Add(offset))
            {
                throw new PdfFormatException("the cross references run in a circle");
            }

            var trailer = ReadSection(offset);
            Trailer = isFirst ? trailer : Trailer;
            isFirst = false;
            if (trailer["XRefStm"] is PdfNumber hybrid)
            {
                next.Enqueue(Whole(hybrid));
            }

            if (trailer["Prev"] is PdfNumber previous)
            {
                next.Enqueue(Whole(previous));
            }
        }
    }

    private PdfDictionary ReadSection(int offset)
    {
        var parser = new ObjectParser(file, isFile: true, budget) { Position = offset };
        return parser.TryReadKeyword("xref") ? ReadTable(parser) : ReadStream(parser);
    }

    private PdfDictionary ReadTable(ObjectParser parser)
    {
        while (!parser.TryReadKeyword("trailer"))
        {
            var first = parser.ReadInteger();
            var count = parser.ReadInteger();
            if (first < 0 || count < 0 || count > file.Length / 18)
            {
                throw new PdfFormatException("a cross reference table is broken");
            }

            for (var i = 0; i < count; i++)
            {
                var offset = parser.ReadInteger();
                parser.ReadInteger();
                var isUsed = parser.TryReadKeyword("n");
                if (!isUsed && !parser.TryReadKeyword("f"))
                {
                    throw new PdfFormatException("a cross reference table is broken");
                }

                Add(first + i, new Entry(isUsed ? offset : 0, 0, 0));
            }
        }

        return parser.ReadValue() as PdfDictionary ?? throw new PdfFormatException("the trailer is not a dictionary");
    }

    private PdfDictionary ReadStream(ObjectParser parser)
    {
        parser.ReadInteger();
        parser.ReadInteger();
        if (!parser.TryReadKeyword("obj") || parser.ReadValue() is not PdfDictionary dictionary || dictionary["Type"] is not PdfName { Value: "XRef" })
        {
            throw new PdfFormatException("the cross references cannot be found");
        }

        var stream = StreamBody.Read(parser, file, dictionary, dictionary["Length"]) ?? throw new PdfFormatException("the cross reference stream is broken");
        var data = decoder.Decode(stream, value => value) ?? throw new PdfFormatException("the cross reference stream uses a filter that we do not read");
        if (dictionary["W"] is not PdfArray { Items.Count: 3 } fields)
        {
            throw new PdfFormatException("the cross reference stream is broken");
        }

        var widths = fields.Items.Select(Whole).ToArray();
        if (widths.Any(w => w is < 0 or > 4) || widths[1] == 0)
        {
            throw new PdfFormatException("the cross reference stream is broken");
        }

        var sections = dictionary["Index"] is PdfArray index ? index.Items.Select(Whole).ToArray() : [0, Whole(dictionary["Size"])];
        var at = 0;
        long Field(int width, long otherwise)
        {
            long value = 0;
            for (var i = 0; i < width; i++)
            {
                value = value << 8 | data[at++];
            }

            return width == 0 ? otherwise : value;
        }

        var size = widths.Sum();
        for (var s = 0; s + 1 < sections.Length; s += 2)
        {
            for (var i = 0; i < sections[s + 1] && at + size <= data.Length; i++)
            {
                var (type, second, third) = (Field(widths[0], 1), Field(widths[1], 0), Field(widths[2], 0));
                var fits = second is > 0 and <= int.MaxValue && third is >= 0 and <= int.MaxValue;
                Add(sections[s] + i, type switch
                {
                    1 when fits => new Entry((int)second, 0, 0),
                    2 when fits => new Entry(0, (int)second, (int)third),
                    _ => default,
                });
            }
        }

        return dictionary;
    }

    private void Add(int id, Entry entry)
    {
        if (entries.Count >= MaxObjects)
        {
            throw new PdfFormatException("the file holds more objects than we accept");
        }

        entries.TryAdd(id, entry);
    }

    private static int Whole(PdfValue value) =>
        value is PdfNumber { IsInteger: true, Value: >= 0 and <= int.MaxValue } number ? (int)number.Value : throw new PdfFormatException("the cross references are broken");
}
