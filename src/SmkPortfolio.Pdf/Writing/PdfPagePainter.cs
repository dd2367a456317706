using SmkPortfolio.Pdf.Typesetting;

namespace SmkPortfolio.Pdf.Writing;

/// <summary>
/// Writes one page's content as PDF. Whatever is painted belongs to an element, or is marked as decoration; no operator stands outside.
/// </summary>
internal sealed class PdfPagePainter(DocumentParts parts, int pageIndex, float pageHeight) : PagePainter
{
    private readonly ByteSink sink = parts.Objects.NewPage();
    private readonly List<StructureElement> marks = [];
    private readonly List<int> annotations = [];
    private StructureElement? current;
    private bool isMarked;
    private bool isText;
    private int face = -1;
    private float size = -1;
    private Color? color;
    private bool isHeavy;
    private Color lineColor;

    public override int PageIndex => pageIndex;

    public IReadOnlyList<StructureElement> Marks => marks;

    public IList<int> Annotations => annotations;

    /// <summary>The page's content, until the next page begins.</summary>
    public ReadOnlySpan<byte> Finish()
    {
        Close();
        return sink.Span;
    }

    public override Area BoxAt(float x, float y, float width, float height) => new(x, pageHeight - y - height, x + width, pageHeight - y);

    public override void AddOutline(string title, int level, float y) => parts.Outline.Add(new OutlineEntry(title, level, pageIndex, pageHeight - y + 6));

    public override void Rectangle(float x, float y, float width, float height, Color fill)
    {
        Mark(null);
        LeaveText();
        Fill(fill);
        sink.Numbers(x, pageHeight - y - height, width, height).Raw("re f\n"u8);
    }

    public override void Dashes(float fromX, float fromY, float toX, float toY, Edge edge)
    {
        Mark(null);
        LeaveText();
        sink.Raw("q "u8).Numbers(edge.Color.Red / 255f, edge.Color.Green / 255f, edge.Color.Blue / 255f).Raw("RG "u8).Number(edge.Thickness).Raw(" w "u8);
        if (edge.Kind == EdgeKind.Dotted)
        {
            sink.Raw("1 J [0 "u8).Number(edge.Thickness * DotDistance);
        }
        else
        {
            sink.Raw("["u8).Numbers(DashLength, DashGap);
        }

        sink.Raw("] 0 d "u8).Numbers(fromX, pageHeight - fromY).Raw("m "u8).Numbers(toX, pageHeight - toY).Raw("l S Q\n"u8);
    }

    public override void Image(Image picture, float x, float y, StructureElement? element)
    {
        var (width, height) = (picture.Width, picture.Height);
        var image = parts.ImageFor(picture.Bytes, () => Picture.Read(picture.Bytes));
        Mark(element);
        LeaveText();
        var placed = image.Picture.Placed(BoxAt(x, y, width, height), picture.Fit);
        sink.Raw("q "u8).Numbers(x, pageHeight - y - height, width, height).Raw("re W n "u8)
            .Numbers(placed).Raw("cm /I"u8).Integer(image.Number).Raw(" Do Q\n"u8);
    }

    public override void Bitmap(Bitmap picture, float x, float y, StructureElement? element)
    {
        var image = parts.ImageFor(picture.Bits, () => new BitmapPicture(picture));
        Mark(element);
        LeaveText();
        Fill(Color.White);
        sink.Numbers(x, pageHeight - y - picture.Height, picture.Width, picture.Height).Raw("re f\n"u8);
        Fill(Color.Black);
        sink.Raw("q "u8).Numbers(picture.Width, 0, 0, picture.Height, x, pageHeight - y - picture.Height).Raw("cm /I"u8).Integer(image.Number).Raw(" Do Q\n"u8);
    }

    public override void Shapes(Drawing drawing, float x, float y, StructureElement? element)
    {
        Mark(element);
        LeaveText();
        sink.Raw("q "u8).Numbers(drawing.Width / drawing.ViewWidth, 0, 0, -drawing.Height / drawing.ViewHeight, x, pageHeight - y).Raw("cm\n"u8);
        foreach (var shape in drawing.Shapes)
        {
            sink.Numbers(shape.Color.Red / 255f, shape.Color.Green / 255f, shape.Color.Blue / 255f).Raw(shape.Stroke > 0 ? "RG "u8 : "rg "u8);
            if (shape.Stroke > 0)
            {
                sink.Number(shape.Stroke).Raw(" w 1 J 1 j\n"u8);
            }

            WritePath(shape.Path);
            sink.Raw(shape.Stroke > 0 ? "S\n"u8 : "f\n"u8);
        }

        sink.Raw("Q\n"u8);
    }

    public override void Glyphs(GlyphStretch stretch, Segment segment, float textSize, Color textColor, float x, float baseline, StructureElement? element)
    {
        Mark(element);
        Fill(textColor);
        if (!isText)
        {
            sink.Raw("BT\n"u8);
            isText = true;
        }

        if (isHeavy != segment.IsHeavy || isHeavy && (size != textSize || lineColor != textColor))
        {
            SetHeavy(segment.IsHeavy, textSize, textColor);
        }

        if (face != segment.Face || size != textSize)
        {
            (face, size) = (segment.Face, textSize);
            sink.Raw("/F"u8).Integer(face).Blank().Number(size).Raw(" Tf\n"u8);
        }

        sink.Raw("1 0 0 1 "u8).Numbers(x, pageHeight - baseline).Raw("Tm\n"u8);
        new GlyphRun(sink, parts.SubsetFor(face), size).Write(stretch);
    }

    public override void Watermark(ShapedText shaped, float textSize, Color textColor, float x, float baseline, float angle)
    {
        Mark(null);
        LeaveText();
        var (cos, sin) = (MathF.Cos(angle), MathF.Sin(angle));
        sink.Raw("q 0 Tr /G0 gs "u8).Numbers(textColor.Red / 255f, textColor.Green / 255f, textColor.Blue / 255f).Raw("rg BT "u8).Numbers(cos, sin, -sin, cos, x, pageHeight - baseline).Raw("Tm\n"u8);
        foreach (var segment in shaped.Segments)
        {
            sink.Raw("/F"u8).Integer(segment.Face).Blank().Number(textSize).Raw(" Tf\n"u8);
            new GlyphRun(sink, parts.SubsetFor(segment.Face), textSize).Write(new GlyphStretch(shaped, segment.Start, segment.End, 0));
        }

        sink.Raw("ET Q\n"u8);
        parts.UsesTransparency = true;
        // Setting the font ended with the saved state.
        (face, size) = (-1, -1);
    }

    public override void Link(float x, float y, float width, float height, string address, string description, StructureElement element)
    {
        var id = parts.AddAnnotation(element, out var number);
        annotations.Add(id);
        element.AddAnnotation(pageIndex, id);
        var box = BoxAt(x, y, width, height);
        parts.Objects.Begin(id).Raw("<</Type/Annot/Subtype/Link/Border[0 0 0]/F 4/Rect["u8).Numbers(box.Left, box.Bottom, box.Right, box.Top)
            .Raw("]/A<</S/URI/URI"u8).Text(address).Raw(">>/Contents"u8).Text(description).Raw("/StructParent "u8).Integer(number).Raw(">>"u8);
        parts.Objects.End();
    }

    /// <summary>A line of the letters' own colour around them, or no longer.</summary>
    private void SetHeavy(bool heavy, float textSize, Color textColor)
    {
        (isHeavy, lineColor) = (heavy, textColor);
        if (!heavy)
        {
            sink.Raw("0 Tr\n"u8);
            return;
        }

        sink.Raw("2 Tr "u8).Number(textSize * HeavyLine).Raw(" w "u8).Numbers(textColor.Red / 255f, textColor.Green / 255f, textColor.Blue / 255f).Raw("RG\n"u8);
    }

    private void WritePath(VectorPath path)
    {
        var steps = path.Steps;
        for (var i = 0; i < steps.Length;)
        {
            var step = (VectorPath.Step)steps[i++];
            for (var n = VectorPath.CoordinatesOf(step); n > 0; n--)
            {
                sink.Number(steps[i++]).Blank();
            }

            sink.Raw(step switch
            {
                VectorPath.Step.Move => "m\n"u8,
                VectorPath.Step.Line => "l\n"u8,
                VectorPath.Step.Curve => "c\n"u8,
                VectorPath.Step.Rectangle => "re\n"u8,
                _ => "h\n"u8,
            });
        }
    }

    private void Mark(StructureElement? element)
    {
        if (isMarked && ReferenceEquals(element, current))
        {
            return;
        }

        Close();
        if (element is null)
        {
            sink.Raw("/Artifact BMC\n"u8);
        }
        else
        {
            sink.Name(element.Type).Raw("<</MCID "u8).Integer(marks.Count).Raw(">>BDC\n"u8);
            element.AddMark(pageIndex, marks.Count);
            marks.Add(element);
        }

        (current, isMarked) = (element, true);
    }

    private void Close()
    {
        LeaveText();
        if (isMarked)
        {
            sink.Raw("EMC\n"u8);
            isMarked = false;
        }
    }

    private void LeaveText()
    {
        if (isText)
        {
            sink.Raw("ET\n"u8);
            isText = false;
        }
    }

    private void Fill(Color value)
    {
        if (color != value)
        {
            color = value;
            sink.Numbers(value.Red / 255f, value.Green / 255f, value.Blue / 255f).Raw("rg\n"u8);
        }
    }
}
