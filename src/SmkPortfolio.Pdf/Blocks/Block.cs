using SmkPortfolio.Pdf.Layout;

namespace SmkPortfolio.Pdf;

/// <summary>A piece of a page, described by values. Blocks are made from blocks; they know neither pages nor ink.</summary>
public abstract record Block
{
    /// <summary>The next block in the same column begins on the same page.</summary>
    internal virtual bool KeepsWithNext => false;

    /// <summary>The same block, moved within the width it is given; blocks that fill their width stay as they are.</summary>
    internal virtual Block Aligned(TextAlign align) => this;

    /// <summary>Lays out what fits into <paramref name="room"/>, and gives back what is left; null when nothing fits.</summary>
    internal abstract Fragment? Lay(LayoutContext context, float width, float room, out Block? rest);
}
