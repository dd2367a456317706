using SmkPortfolio.Pdf.Typesetting;

namespace SmkPortfolio.Pdf.Writing;

/// <summary>A line of the bookmarks.</summary>
internal sealed record OutlineEntry(string Title, int Level, int Page, float Top);

/// <summary>A picture of the document.</summary>
internal sealed record EmbeddedImage(Picture Picture, byte[] Bytes, int ObjectId, int Number);

/// <summary>What a number in the structure stands for: an annotation's element, or the elements of a page's marks.</summary>
internal readonly record struct ParentEntry(StructureElement? Element, IReadOnlyList<StructureElement>? Marks);

/// <summary>What pages share while they are painted: fonts, pictures, annotations, bookmarks.</summary>
internal sealed class DocumentParts(PdfObjects objects)
{
    private readonly GlyphSubset?[] subsets = new GlyphSubset?[FontSet.Count];
    private readonly List<EmbeddedImage> images = [];
    private readonly List<ParentEntry> parents = [];

    public PdfObjects Objects { get; } = objects;

    public StructureElement Root { get; } = new("Document");

    public List<OutlineEntry> Outline { get; } = [];

    public IReadOnlyList<GlyphSubset?> Subsets => subsets;

    public IReadOnlyList<EmbeddedImage> Images => images;

    /// <summary>The way from pages and annotations back to elements, by their numbers.</summary>
    public IReadOnlyList<ParentEntry> Parents => parents;

    public bool UsesTransparency { get; set; }

    public GlyphSubset SubsetFor(int face) => subsets[face] ??= new GlyphSubset(FontSet.Get(face), Objects.Reserve());

    public EmbeddedImage ImageFor(byte[] bytes, Func<Picture> read)
    {
        var known = images.Find(i => ReferenceEquals(i.Bytes, bytes));
        if (known is null)
        {
            known = new EmbeddedImage(read(), bytes, Objects.Reserve(), images.Count);
            images.Add(known);
        }

        return known;
    }

    /// <summary>Reserves an annotation that belongs to an element.</summary>
    public int AddAnnotation(StructureElement element, out int number)
    {
        number = parents.Count;
        parents.Add(new ParentEntry(element, null));
        return Objects.Reserve();
    }

    /// <summary>The number of a page; its marks are filled in while it is painted.</summary>
    public int AddPage(IReadOnlyList<StructureElement> marks)
    {
        parents.Add(new ParentEntry(null, marks));
        return parents.Count - 1;
    }
}
