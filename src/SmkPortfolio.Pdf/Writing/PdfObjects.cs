using System.Buffers.Text;
using System.IO.Compression;
using System.Text;

namespace SmkPortfolio.Pdf.Writing;

/// <summary>
/// The objects of one file and their places. Streams, and objects that must lie open, go straight into the file;
/// everything else is packed into one object stream at the end.
/// </summary>
internal sealed class PdfObjects
{
    private const int Unwritten = 0;
    private const int InFile = 1;
    private const int Packed = 2;
    private readonly ByteSink packed = new();
    private readonly ByteSink packedIndex = new();
    private readonly ByteSink scratch = new();
    private readonly ByteSink page = new();
    private readonly List<(int Kind, int Place)> places = [(Unwritten, 0)];
    private CompressionLevel level;
    private int packedCount;
    private int lengthAt;

    public ByteSink File { get; } = new();

    /// <summary>Speed is wanted more than small files.</summary>
    public bool IsFast => level == CompressionLevel.Fastest;

    private static ReadOnlySpan<byte> RoomForLength => "          "u8;

    public void Start(CompressionLevel compression)
    {
        level = compression;
        File.Clear();
        packed.Clear();
        packedIndex.Clear();
        packedCount = 0;
        places.Clear();
        places.Add((Unwritten, 0));
        File.Raw("%PDF-1.7\n%"u8).Raw([0xE2, 0xE3, 0xCF, 0xD3]).Byte((byte)'\n');
    }

    /// <summary>Where a page is painted: pages are painted one after the other, so one place serves them all.</summary>
    public ByteSink NewPage()
    {
        page.Clear();
        return page;
    }

    public int Reserve()
    {
        places.Add((Unwritten, 0));
        return places.Count - 1;
    }

    /// <summary>Begins an object in the object stream; the next one may begin only after <see cref="End"/>.</summary>
    public ByteSink Begin(int id)
    {
        places[id] = (Packed, packedCount++);
        packedIndex.Integer(id).Blank().Integer(packed.Count).Blank();
        return packed;
    }

    public void End() => packed.Byte((byte)'\n');

    /// <summary>Begins an object that lies open in the file.</summary>
    public ByteSink BeginOpen(int id)
    {
        places[id] = (InFile, File.Count);
        return File.Integer(id).Raw(" 0 obj\n"u8);
    }

    public void EndOpen() => File.Raw("\nendobj\n"u8);

    /// <summary>Writes a stream; <paramref name="entries"/> are further entries of its dictionary.</summary>
    public void Stream(int id, ReadOnlySpan<byte> entries, ReadOnlySpan<byte> data, bool compress = true)
    {
        if (!compress)
        {
            BeginOpen(id).Raw("<<"u8).Raw(entries).Raw("/Length "u8).Integer(data.Length).Raw(">>stream\n"u8).Raw(data).Raw("\nendstream"u8);
            EndOpen();
            return;
        }

        using (var deflater = new ZLibStream(new SinkStream(BeginDeflated(id, entries)), level))
        {
            deflater.Write(data);
        }

        EndDeflated();
    }

    /// <summary>Begins a stream that the caller deflates straight into the file; <paramref name="entries"/> are further entries of its dictionary.</summary>
    public ByteSink BeginDeflated(int id, ReadOnlySpan<byte> entries)
    {
        BeginOpen(id).Raw("<<"u8).Raw(entries).Raw("/Filter/FlateDecode/Length "u8);
        lengthAt = File.Count;
        return File.Raw(RoomForLength).Raw(">>stream\n"u8);
    }

    public void EndDeflated()
    {
        var start = lengthAt + RoomForLength.Length + ">>stream\n"u8.Length;
        Utf8Formatter.TryFormat(File.Count - start, File.At(lengthAt, RoomForLength.Length), out _);
        File.Raw("\nendstream"u8);
        EndOpen();
    }

    /// <summary>Writes the object stream, the cross references and the end.</summary>
    public void Finish(int catalog, int information, byte[] documentId)
    {
        var container = Reserve();
        scratch.Clear();
        var first = packedIndex.Count;
        scratch.Raw(packedIndex.Span).Raw(packed.Span);
        Stream(container, Encoding.ASCII.GetBytes(FormattableString.Invariant($"/Type/ObjStm/N {packedCount}/First {first}")), scratch.Span);

        var references = Reserve();
        var start = File.Count;
        places[references] = (InFile, start);
        scratch.Clear();
        for (var id = 0; id < places.Count; id++)
        {
            var (kind, place) = places[id];
            var (second, third) = kind switch { InFile => (place, 0), Packed => (container, place), _ => (0, id == 0 ? 65535 : 0) };
            scratch.Byte((byte)kind).Unsigned32((uint)second).Unsigned16(third);
        }

        var name = Convert.ToHexString(documentId);
        Stream(references, Encoding.ASCII.GetBytes(FormattableString.Invariant($"/Type/XRef/W[1 4 2]/Size {places.Count}/Root {catalog} 0 R/Info {information} 0 R/ID[<{name}><{name}>]")), scratch.Span);
        File.Raw("startxref\n"u8).Integer(start).Raw("\n%%EOF\n"u8);
    }
}
