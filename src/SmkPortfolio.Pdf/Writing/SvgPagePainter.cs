using System.Security;
using System.Text;
using SmkPortfolio.Pdf.Typesetting;

namespace SmkPortfolio.Pdf.Writing;

/// <summary>Paints one page as an SVG that needs nothing from outside: letters are outlines, pictures lie within.</summary>
internal sealed class SvgPagePainter(int pageIndex, float pageWidth, float pageHeight, string title) : PagePainter
{
    private readonly ByteSink definitions = new();
    private readonly ByteSink body = new();
    private readonly HashSet<(int Face, int Glyph)> defined = [];
    private int clips;

    public override int PageIndex => pageIndex;

    public byte[] Finish()
    {
        var sink = new ByteSink(definitions.Count + body.Count + 1024);
        sink.Raw("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 "u8).Number(pageWidth).Blank().Number(pageHeight)
            .Raw("\" width=\""u8).Number(pageWidth).Raw("pt\" height=\""u8).Number(pageHeight).Raw("pt\"><title>"u8).Raw(Encoding.UTF8.GetBytes(SecurityElement.Escape(title)))
            .Raw("</title><defs>"u8).Raw(definitions.Span).Raw("</defs><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>"u8).Raw(body.Span).Raw("</svg>\n"u8);
        return sink.Span.ToArray();
    }

    public override Area BoxAt(float x, float y, float width, float height) => new(x, pageHeight - y - height, x + width, pageHeight - y);

    public override void AddOutline(string title, int level, float y)
    {
    }

    public override void Rectangle(float x, float y, float width, float height, Color fill) =>
        Attribute(Attribute(Attribute(Attribute(Paint(body.Raw("<rect"u8), "fill"u8, fill), "x"u8, x), "y"u8, y), "width"u8, width), "height"u8, height).Raw("/>"u8);

    public override void Dashes(float fromX, float fromY, float toX, float toY, Edge edge)
    {
        Paint(body.Raw("<path d=\"M"u8).Number(fromX).Blank().Number(fromY).Raw("L"u8).Number(toX).Blank().Number(toY).Byte((byte)'"'), "stroke"u8, edge.Color);
        Attribute(body, "stroke-width"u8, edge.Thickness).Raw(edge.Kind == EdgeKind.Dotted ? " stroke-linecap=\"round\" stroke-dasharray=\"0 "u8 : " stroke-dasharray=\""u8);
        if (edge.Kind == EdgeKind.Dotted)
        {
            body.Number(edge.Thickness * DotDistance);
        }
        else
        {
            body.Number(DashLength).Blank().Number(DashGap);
        }

        body.Raw("\"/>"u8);
    }

    public override void Image(Image picture, float x, float y, StructureElement? element)
    {
        var read = Picture.Read(picture.Bytes);
        var m = read.Placed(BoxAt(x, y, picture.Width, picture.Height), picture.Fit);
        var name = FormattableString.Invariant($"p{pageIndex}c{clips++}");
        definitions.Raw("<clipPath id=\""u8).Ascii(name).Raw("\"><rect"u8);
        Attribute(Attribute(Attribute(Attribute(definitions, "x"u8, x), "y"u8, y), "width"u8, picture.Width), "height"u8, picture.Height).Raw("/></clipPath>"u8);
        // The matrix is made for a unit square with y upwards.
        body.Raw("<g clip-path=\"url(#"u8).Ascii(name).Raw(")\"><image width=\"1\" height=\"1\" preserveAspectRatio=\"none\" transform=\"matrix("u8)
            .Numbers(m[0], -m[1], -m[2], m[3], m[4] + m[2], pageHeight - m[3] - m[5]).Raw(")\" href=\"data:"u8)
            .Ascii(read.MediaType).Raw(";base64,"u8).Ascii(Convert.ToBase64String(read.File)).Raw("\"/></g>"u8);
    }

    public override void Bitmap(Bitmap picture, float x, float y, StructureElement? element)
    {
        body.Raw("<g transform=\"translate("u8).Numbers(x, y).Raw(") scale("u8).Numbers(picture.Width / picture.Columns, picture.Height / picture.Rows).Raw(")\">"u8);
        Attribute(Attribute(Paint(body.Raw("<rect"u8), "fill"u8, Color.White), "width"u8, picture.Columns), "height"u8, picture.Rows).Raw("/><path d=\""u8);
        for (var row = 0; row < picture.Rows; row++)
        {
            for (var column = 0; column < picture.Columns; column++)
            {
                var start = column;
                while (column < picture.Columns && picture.IsBlack(column, row))
                {
                    column++;
                }

                if (column > start)
                {
                    Bar(start, row, column - start, 1);
                }
            }
        }

        Paint(body.Byte((byte)'"'), "fill"u8, Color.Black).Raw("/></g>"u8);
    }

    public override void Shapes(Drawing drawing, float x, float y, StructureElement? element)
    {
        body.Raw("<g transform=\"translate("u8).Numbers(x, y).Raw(") scale("u8).Numbers(drawing.Width / drawing.ViewWidth, drawing.Height / drawing.ViewHeight).Raw(")\">"u8);
        foreach (var shape in drawing.Shapes)
        {
            body.Raw("<path d=\""u8);
            WritePath(shape.Path);
            body.Byte((byte)'"');
            if (shape.Stroke > 0)
            {
                Attribute(Paint(body.Raw(" fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\""u8), "stroke"u8, shape.Color), "stroke-width"u8, shape.Stroke);
            }
            else
            {
                Paint(body, "fill"u8, shape.Color);
            }

            body.Raw("/>"u8);
        }

        body.Raw("</g>"u8);
    }

    public override void Glyphs(GlyphStretch stretch, Segment segment, float textSize, Color textColor, float x, float baseline, StructureElement? element)
    {
        body.Raw("<g transform=\"translate("u8).Numbers(x, baseline).Raw(")"u8);
        Run(stretch, segment, textSize, textColor);
    }

    public override void Watermark(ShapedText shaped, float textSize, Color textColor, float x, float baseline, float angle)
    {
        foreach (var segment in shaped.Segments)
        {
            body.Raw("<g opacity=\""u8).Number(WatermarkOpacity).Raw("\" transform=\"translate("u8).Numbers(x, baseline).Raw(") rotate("u8).Number(-angle * 180 / MathF.PI)
                .Raw(") translate("u8).Numbers(shaped.Position[segment.Start] * textSize, 0).Raw(")"u8);
            Run(new GlyphStretch(shaped, segment.Start, segment.End, 0), segment, textSize, textColor);
        }
    }

    public override void Link(float x, float y, float width, float height, string address, string description, StructureElement element)
    {
    }

    /// <summary>The glyphs of a run, in the units of their font; the group's transform is open.</summary>
    private void Run(GlyphStretch stretch, Segment segment, float textSize, Color textColor)
    {
        var (shaped, from, to, gap) = stretch;
        var font = FontSet.Get(segment.Face);
        var scale = textSize / font.UnitsPerEm;
        body.Raw(" matrix("u8).Exact(scale).Raw(" 0 0 "u8).Exact(-scale).Raw(" 0 0)\""u8);
        Paint(body, "fill"u8, textColor);
        if (segment.IsHeavy)
        {
            Attribute(Paint(body, "stroke"u8, textColor), "stroke-width"u8, HeavyLine * font.UnitsPerEm);
        }

        body.Byte((byte)'>');
        var pen = 0f;
        for (var i = shaped.FirstGlyph[from]; i < shaped.FirstGlyph[to]; i++)
        {
            var glyph = shaped.Glyphs[i];
            if (font.Outline(glyph.Id).Length > 0)
            {
                Define(segment.Face, font, glyph.Id);
                body.Raw("<use href=\"#g"u8).Integer(segment.Face).Byte((byte)'-').Integer(glyph.Id).Byte((byte)'"');
                Attribute(body, "x"u8, pen + glyph.OffsetX);
                if (glyph.OffsetY != 0)
                {
                    Attribute(body, "y"u8, glyph.OffsetY);
                }

                body.Raw("/>"u8);
            }

            var isLastOfCluster = i + 1 >= shaped.Glyphs.Length || shaped.Glyphs[i + 1].Cluster != glyph.Cluster;
            pen += glyph.Advance + (gap != 0 && isLastOfCluster && ShapedText.StretchesAfter(shaped.Text, glyph.Cluster) ? gap * font.UnitsPerEm : 0);
        }

        body.Raw("</g>"u8);
    }

    private void Define(int face, FontFile font, int glyph)
    {
        if (defined.Add((face, glyph)))
        {
            definitions.Raw("<path id=\"g"u8).Integer(face).Byte((byte)'-').Integer(glyph).Raw("\" d=\""u8);
            GlyphPath.Write(definitions, font, glyph);
            definitions.Raw("\"/>"u8);
        }
    }

    private void WritePath(VectorPath path)
    {
        for (var i = 0; i < path.Steps.Length;)
        {
            var step = (VectorPath.Step)path.Steps[i++];
            var values = path.Steps.Slice(i, VectorPath.CoordinatesOf(step));
            i += values.Length;
            if (step == VectorPath.Step.Rectangle)
            {
                Bar(values[0], values[1], values[2], values[3]);
                continue;
            }

            body.Byte(step switch { VectorPath.Step.Move => (byte)'M', VectorPath.Step.Line => (byte)'L', VectorPath.Step.Curve => (byte)'C', _ => (byte)'Z' }).Numbers(values);
        }
    }

    private void Bar(float x, float y, float width, float height) =>
        body.Byte((byte)'M').Numbers(x, y).Byte((byte)'h').Number(width).Byte((byte)'v').Number(height).Byte((byte)'h').Number(-width).Byte((byte)'z');

    private static ByteSink Attribute(ByteSink sink, ReadOnlySpan<byte> name, float value) => sink.Blank().Raw(name).Raw("=\""u8).Number(value).Byte((byte)'"');

    private static ByteSink Paint(ByteSink sink, ReadOnlySpan<byte> name, Color color) =>
        sink.Blank().Raw(name).Raw("=\"#"u8).Hex16(color.Red << 8 | color.Green).Byte("0123456789ABCDEF"u8[color.Blue >> 4]).Byte("0123456789ABCDEF"u8[color.Blue & 15]).Byte((byte)'"');
}
