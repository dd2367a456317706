using System.Runtime.CompilerServices;
using SmkPortfolio.Pdf.Writing;

namespace SmkPortfolio.Pdf.Layout;

/// <summary>A structure element to be: made once, when the first of its parts is painted.</summary>
internal sealed record ElementSlot(string Type)
{
    private readonly StrongBox<StructureElement?> made = new();

    /// <summary>Everything beneath is decoration.</summary>
    public static readonly ElementSlot Artifact = new("Artifact");

    public string? Alternative { get; init; }

    public string? Language { get; init; }

    public string? Scope { get; init; }

    public int RowSpan { get; init; } = 1;

    public int ColumnSpan { get; init; } = 1;

    /// <summary>What the element is called, for a part of a bound file.</summary>
    public string? Title { get; init; }

    /// <summary>Width and height of a figure.</summary>
    public (float Width, float Height)? Box { get; init; }

    public string? OutlineTitle { get; init; }

    public int OutlineLevel { get; init; }

    public StructureElement? Open(PagePainter painter, StructureElement parent, float x, float y)
    {
        if (ReferenceEquals(this, Artifact))
        {
            return null;
        }

        if (made.Value is null)
        {
            made.Value = parent.AddElement(this, Box is { } box ? painter.BoxAt(x, y, box.Width, box.Height) : null, painter.PageIndex);
            if (OutlineTitle is not null)
            {
                painter.AddOutline(OutlineTitle, OutlineLevel, y);
            }
        }

        return made.Value;
    }
}
