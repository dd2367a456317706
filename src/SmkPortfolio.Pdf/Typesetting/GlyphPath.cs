using System.Buffers.Binary;
using SmkPortfolio.Pdf.Writing;

namespace SmkPortfolio.Pdf.Typesetting;

/// <summary>Reads a TrueType outline as a path of an SVG, in font units with y upwards.</summary>
internal static class GlyphPath
{
    private const int OnCurve = 0x01;
    private const int ShortX = 0x02;
    private const int ShortY = 0x04;
    private const int Repeat = 0x08;
    private const int SameX = 0x10;
    private const int SameY = 0x20;
    private const int MaxDepth = 6;

    private readonly record struct Point(float X, float Y, bool IsOn);

    public static void Write(ByteSink sink, FontFile font, int glyph)
    {
        foreach (var contour in Contours(font, glyph, depth: 0))
        {
            WriteContour(sink, contour);
        }
    }

    private static List<Point[]> Contours(FontFile font, int glyph, int depth)
    {
        var outline = font.Outline(glyph);
        return outline.IsEmpty || depth > MaxDepth ? [] : GlyphOutline.IsComposite(outline) ? Parts(font, outline, depth) : Simple(outline);
    }

    private static List<Point[]> Parts(FontFile font, ReadOnlySpan<byte> outline, int depth)
    {
        var contours = new List<Point[]>();
        foreach (var part in GlyphOutline.Parts(outline))
        {
            contours.AddRange(Contours(font, part.Glyph, depth + 1).Select(contour => Array.ConvertAll(contour, p =>
                new Point(part.A * p.X + part.C * p.Y + part.X, part.B * p.X + part.D * p.Y + part.Y, p.IsOn))));
        }

        return contours;
    }

    private static List<Point[]> Simple(ReadOnlySpan<byte> outline)
    {
        var count = BinaryPrimitives.ReadInt16BigEndian(outline);
        var ends = new int[count];
        for (var i = 0; i < count; i++)
        {
            ends[i] = BinaryPrimitives.ReadUInt16BigEndian(outline[(10 + 2 * i)..]);
        }

        var total = count == 0 ? 0 : ends[^1] + 1;
        var at = 12 + 2 * count + BinaryPrimitives.ReadUInt16BigEndian(outline[(10 + 2 * count)..]);
        var flags = new byte[total];
        for (var i = 0; i < total;)
        {
            var flag = outline[at++];
            var times = (flag & Repeat) != 0 ? outline[at++] + 1 : 1;
            for (; times > 0; times--)
            {
                flags[i++] = flag;
            }
        }

        var xs = Coordinates(outline, ref at, flags, ShortX, SameX);
        var ys = Coordinates(outline, ref at, flags, ShortY, SameY);
        var contours = new List<Point[]>(count);
        for (var (i, start) = (0, 0); i < count; start = ends[i++] + 1)
        {
            contours.Add([.. Enumerable.Range(start, ends[i] + 1 - start).Select(p => new Point(xs[p], ys[p], (flags[p] & OnCurve) != 0))]);
        }

        return contours;
    }

    private static int[] Coordinates(ReadOnlySpan<byte> outline, ref int at, byte[] flags, int isShort, int isSame)
    {
        var values = new int[flags.Length];
        var value = 0;
        for (var i = 0; i < flags.Length; i++)
        {
            if ((flags[i] & isShort) != 0)
            {
                value += (flags[i] & isSame) != 0 ? outline[at] : -outline[at];
                at++;
            }
            else if ((flags[i] & isSame) == 0)
            {
                value += BinaryPrimitives.ReadInt16BigEndian(outline[at..]);
                at += 2;
            }

            values[i] = value;
        }

        return values;
    }

    /// <summary>Between two points off the curve lies one on it, half-way.</summary>
    private static void WriteContour(ByteSink sink, Point[] points)
    {
        if (points.Length == 0)
        {
            return;
        }

        var first = Array.FindIndex(points, p => p.IsOn);
        var start = first >= 0 ? points[first] : Middle(points[^1], points[0]);
        sink.Byte((byte)'M').Number(start.X).Blank().Number(start.Y);
        for (var i = 1; i <= points.Length; i++)
        {
            var point = points[(Math.Max(first, -1) + i) % points.Length];
            if (point.IsOn)
            {
                sink.Byte((byte)'L').Number(point.X).Blank().Number(point.Y);
                continue;
            }

            var next = i == points.Length ? start : points[(Math.Max(first, -1) + i + 1) % points.Length];
            var end = next.IsOn ? next : i == points.Length ? start : Middle(point, next);
            sink.Byte((byte)'Q').Number(point.X).Blank().Number(point.Y).Blank().Number(end.X).Blank().Number(end.Y);
            i += next.IsOn ? 1 : 0;
        }

        sink.Byte((byte)'Z');
    }

    private static Point Middle(Point a, Point b) => new((a.X + b.X) / 2, (a.Y + b.Y) / 2, IsOn: true);
}
