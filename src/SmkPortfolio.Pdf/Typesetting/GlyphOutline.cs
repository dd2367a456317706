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

    public static bool HasHints(ReadOnlySpan<byte> outline)
    {
        if (outline.IsEmpty)
        {
            return false;
        }

        if (!IsComposite(outline))
        {
            return BinaryPrimitives.ReadUInt16BigEndian(outline[(10 + 2 * BinaryPrimitives.ReadInt16BigEndian(outline))..]) != 0;
        }

        var hasHints = false;
        for (var part = 10; part > 0; part = NextPart(outline, part))
        {
            hasHints |= (BinaryPrimitives.ReadUInt16BigEndian(outline[part..]) & HasInstructions) != 0;
        }

        return hasHints;
    }

    public static byte[] WithoutHints(ReadOnlySpan<byte> outline)
    {
        if (IsComposite(outline))
        {
            var copy = outline.ToArray();
            var end = 0;
            for (var part = 10; part > 0; part = NextPart(copy, part))
            {
                BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(part), (ushort)(BinaryPrimitives.ReadUInt16BigEndian(copy.AsSpan(part)) & ~HasInstructions));
                end = part + LengthOfPart(copy, part);
            }

            return copy[..end];
        }

        var contours = BinaryPrimitives.ReadInt16BigEndian(outline);
        var ends = 10 + 2 * contours;
        var hints = BinaryPrimitives.ReadUInt16BigEndian(outline[ends..]);
        var result = new byte[outline.Length - hints];
        outline[..ends].CopyTo(result);
        outline[(ends + 2 + hints)..].CopyTo(result.AsSpan(ends + 2));
        return result;
    }

    /// <summary>Gives the parts of a composite outline other numbers, in place.</summary>
    public static void Renumber(Span<byte> outline, Func<ushort, ushort> renumber)
    {
        for (var part = 10; part > 0; part = NextPart(outline, part))
        {
            var number = outline[(part + 2)..];
            BinaryPrimitives.WriteUInt16BigEndian(number, renumber(BinaryPrimitives.ReadUInt16BigEndian(number)));
        }
    }

    /// <summary>The parts of a composite outline: a glyph, its matrix, its place.</summary>
    public static IReadOnlyList<(int Glyph, float A, float B, float C, float D, float X, float Y)> Parts(ReadOnlySpan<byte> outline)
    {
        var parts = new List<(int, float, float, float, float, float, float)>();
        for (var part = 10; part > 0; part = NextPart(outline, part))
        {
            var flags = BinaryPrimitives.ReadUInt16BigEndian(outline[part..]);
            var isWide = (flags & WordArguments) != 0;
            var matrix = outline[(part + (isWide ? 8 : 6))..];
            var (a, b, c, d) = (flags & HasScale) != 0 ? (Share(matrix), 0, 0, Share(matrix))
                : (flags & HasXyScale) != 0 ? (Share(matrix), 0, 0, Share(matrix[2..]))
                : (flags & HasMatrix) != 0 ? (Share(matrix), Share(matrix[2..]), Share(matrix[4..]), Share(matrix[6..]))
                : (1f, 0f, 0f, 1f);
            var (x, y) = isWide
                ? (BinaryPrimitives.ReadInt16BigEndian(outline[(part + 4)..]), BinaryPrimitives.ReadInt16BigEndian(outline[(part + 6)..]))
                : ((short)(sbyte)outline[part + 4], (short)(sbyte)outline[part + 5]);
            parts.Add((BinaryPrimitives.ReadUInt16BigEndian(outline[(part + 2)..]), a, b, c, d, x, y));
        }

        return parts;
    }

    private static float Share(ReadOnlySpan<byte> number) => BinaryPrimitives.ReadInt16BigEndian(number) / 16384f;

    /// <summary>Where the next part of a composite outline begins, 0 after the last.</summary>
    private static int NextPart(ReadOnlySpan<byte> outline, int part) =>
        (BinaryPrimitives.ReadUInt16BigEndian(outline[part..]) & MoreParts) != 0 ? part + LengthOfPart(outline, part) : 0;

    private static int LengthOfPart(ReadOnlySpan<byte> outline, int part)
    {
        var flags = BinaryPrimitives.ReadUInt16BigEndian(outline[part..]);
        return 4 + ((flags & WordArguments) != 0 ? 4 : 2) + ((flags & HasScale) != 0 ? 2 : (flags & HasXyScale) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0);
    }
}
