using System.Buffers.Binary;

namespace SmkPortfolio.Pdf.Typesetting;

/// <summary>TrueType outlines: simple ones lose their hints, composite ones can have their parts renumbered.</summary>
internal static class GlyphOutline
{
    private const int WordArguments = 0x0001;
    private const int HasScale = 0x0008;
    private const int MoreParts = 0x0020;
    private const int HasXyScale = 0x0040;
    private const int HasMatrix = 0x0080;
    private const int HasInstructions = 0x0100;

    public static bool IsComposite(ReadOnlySpan<byte> outline) => outline.Length > 0 && (outline[0] & 0x80) != 0;

    public static byte[] WithoutHints(ReadOnlySpan<byte> outline)
    {
        if (outline.IsEmpty)
        {
            return [];
        }

        if (IsComposite(outline))
        {
            var copy = outline.ToArray();
            var end = ForEachPart(copy, static (part, _) => BinaryPrimitives.WriteUInt16BigEndian(part, (ushort)(BinaryPrimitives.ReadUInt16BigEndian(part) & ~HasInstructions)));
            Array.Resize(ref copy, end + 3 & ~3);
            return copy;
        }

        var contours = BinaryPrimitives.ReadInt16BigEndian(outline);
        var ends = 10 + 2 * contours;
        var hints = BinaryPrimitives.ReadUInt16BigEndian(outline[ends..]);
        var result = new byte[outline.Length - hints + 3 & ~3];
        outline[..ends].CopyTo(result);
        outline[(ends + 2 + hints)..].CopyTo(result.AsSpan(ends + 2));
        return result;
    }

    /// <summary>A copy of a composite outline whose parts have the numbers that <paramref name="renumber"/> gives.</summary>
    public static byte[] Renumbered(byte[] outline, Func<ushort, ushort> renumber)
    {
        var copy = (byte[])outline.Clone();
        ForEachPart(copy, (part, _) => BinaryPrimitives.WriteUInt16BigEndian(part[2..], renumber(BinaryPrimitives.ReadUInt16BigEndian(part[2..]))));
        return copy;
    }

    private delegate void PartAction(Span<byte> part, int flags);

    private static int ForEachPart(byte[] outline, PartAction act)
    {
        var at = 10;
        int flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at));
            act(outline.AsSpan(at), flags);
            at += 4 + ((flags & WordArguments) != 0 ? 4 : 2)
                + ((flags & HasScale) != 0 ? 2 : (flags & HasXyScale) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0);
        }
        while ((flags & MoreParts) != 0);
        return at;
    }
}
