using SmkPortfolio.Pdf.Layout;

namespace SmkPortfolio.Pdf;

/// <summary>A part of the document for readers' software; looks like its content.</summary>
public sealed record Section(Block Content) : Block
{
    /// <summary>A language tag where it differs from the document's.</summary>
    public string? Language { get; init; }

    internal override bool KeepsWithNext => Content.KeepsWithNext;

    internal override Fragment? Lay(LayoutContext context, float width, float room, out Block? rest) => new Group(new ElementSlot("Sect") { Language = Language }, Content).Lay(context, width, room, out rest);
}
