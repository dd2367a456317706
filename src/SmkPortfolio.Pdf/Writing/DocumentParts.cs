using SmkPortfolio.Pdf.Typesetting;

namespace SmkPortfolio.Pdf.Writing;

/// <summary>A line of the bookmarks.</summary>
internal sealed record OutlineEntry(string Title, int Level, int Page, float Top);

/// <summary>A picture of the document.</summary>
internal sealed record EmbeddedImage(JpegPicture Jpeg, byte[] Bytes, int ObjectId, int Number);

/// <summary>What pages share while they are painted: fonts, pictures, annotations, bookmarks.</summary>
internal sealed class DocumentParts(PdfObjects objects, int pageCount)
{
    private readonly GlyphSubset?[] subsets = new GlyphSubset?[FontSet.Count];
    private readonly List<EmbeddedImage> images = [];
    private readonly List<StructureElement> annotationElements = [];

    public PdfObjects Objects { get; } = objects;

    public StructureElement Root { get; } = new("Document");

    public List<OutlineEntry> Outline { get; } = [];

    public IReadOnlyList<GlyphSubset?> Subsets => subsets;

    public IReadOnlyList<EmbeddedImage> Images => images;

    /// <summary>The element of each annotation; their numbers follow those of the pages.</summary>
    public IReadOnlyList<StructureElement> AnnotationElements => annotationElements;

    public GlyphSubset SubsetFor(int face) => subsets[face] ??= new GlyphSubset(FontSet.Get(face), Objects.Reserve());

    public EmbeddedImage ImageFor(byte[] jpeg)
    {
        var known = images.Find(i => ReferenceEquals(i.Bytes, jpeg));
        if (known is null)
        {
            known = new EmbeddedImage(JpegPicture.Read(jpeg), jpeg, Objects.Reserve(), images.Count);
            images.Add(known);
        }

        return known;
    }

    /// <summary>Reserves an annotation that belongs to an element.</summary>
    public int AddAnnotation(StructureElement element, out int number)
    {
        number = pageCount + annotationElements.Count;
        annotationElements.Add(element);
        return Objects.Reserve();
    }
}
