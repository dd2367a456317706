namespace SmkPortfolio.Pdf.Writing;

/// <summary>Writes the structure tree and the way from marks back to elements.</summary>
internal sealed class StructureWriter(PdfObjects objects, IReadOnlyList<int> pages)
{
    /// <param name="root">The document element.</param>
    /// <param name="numbered">What the number of each page and annotation stands for.</param>
    /// <returns>The object of the tree's root.</returns>
    public int Write(StructureElement root, IReadOnlyList<ParentEntry> numbered)
    {
        var (tree, parents) = (objects.Reserve(), objects.Reserve());
        Number(root);
        WriteElement(root, tree);

        var sink = objects.Begin(parents).Raw("<</Nums["u8);
        for (var number = 0; number < numbered.Count; number++)
        {
            sink.Integer(number).Blank();
            if (numbered[number].Element is { } owner)
            {
                sink.Reference(owner.ObjectId);
                continue;
            }

            sink.Byte((byte)'[');
            foreach (var element in numbered[number].Marks!)
            {
                sink.Reference(element.ObjectId);
            }

            sink.Byte((byte)']');
        }

        sink.Raw("]>>"u8);
        objects.End();
        objects.Begin(tree).Raw("<</Type/StructTreeRoot/K["u8).Reference(root.ObjectId).Raw("]/ParentTree "u8).Reference(parents)
            .Raw("/ParentTreeNextKey "u8).Integer(numbered.Count).Raw(">>"u8);
        objects.End();
        return tree;
    }

    private void Number(StructureElement element)
    {
        element.ObjectId = objects.Reserve();
        foreach (var child in element.Children)
        {
            if (child.Element is { } inner)
            {
                Number(inner);
            }
        }
    }

    private void WriteElement(StructureElement element, int parent)
    {
        var sink = objects.Begin(element.ObjectId).Raw("<</Type/StructElem/S"u8).Name(element.Type).Raw("/P "u8).Reference(parent);
        if (element.Page >= 0)
        {
            sink.Raw("/Pg "u8).Reference(pages[element.Page]);
        }

        if (element.Title is { } title)
        {
            sink.Raw("/T"u8).Text(title);
        }

        if (element.Alternative is { } alternative)
        {
            sink.Raw("/Alt"u8).Text(alternative);
        }

        if (element.Language is { } language)
        {
            sink.Raw("/Lang"u8).Text(language);
        }

        WriteAttributes(sink, element);
        sink.Raw("/K["u8);
        foreach (var child in element.Children)
        {
            WriteChild(sink, child, element.Page);
        }

        sink.Raw("]>>"u8);
        objects.End();
        foreach (var child in element.Children)
        {
            if (child.Element is { } inner)
            {
                WriteElement(inner, element.ObjectId);
            }
        }
    }

    private static void WriteAttributes(ByteSink sink, StructureElement element)
    {
        if (element.Scope is not null || element.RowSpan > 1 || element.ColumnSpan > 1)
        {
            WriteCell(sink.Raw("/A<</O/Table"u8), element);
            sink.Raw(">>"u8);
        }

        if (element.Type == "L")
        {
            sink.Raw("/A<</O/List/ListNumbering/Disc>>"u8);
        }

        if (element.Box is { } box)
        {
            sink.Raw("/A<</O/Layout/Placement/Block/BBox["u8).Numbers(box.Left, box.Bottom, box.Right, box.Top).Raw("]>>"u8);
        }
    }

    private static void WriteCell(ByteSink sink, StructureElement cell)
    {
        if (cell.Scope is { } scope)
        {
            sink.Raw("/Scope"u8).Name(scope);
        }

        if (cell.RowSpan > 1)
        {
            sink.Raw("/RowSpan "u8).Integer(cell.RowSpan);
        }

        if (cell.ColumnSpan > 1)
        {
            sink.Raw("/ColSpan "u8).Integer(cell.ColumnSpan);
        }
    }

    private void WriteChild(ByteSink sink, StructureChild child, int page)
    {
        if (child.Element is { } element)
        {
            sink.Reference(element.ObjectId);
        }
        else if (child.Annotation != 0)
        {
            sink.Raw("<</Type/OBJR/Obj "u8).Reference(child.Annotation).Raw("/Pg "u8).Reference(pages[child.Page]).Raw(">>"u8);
        }
        else if (child.Page == page)
        {
            sink.Integer(child.Mark).Blank();
        }
        else
        {
            sink.Raw("<</Type/MCR/Pg "u8).Reference(pages[child.Page]).Raw("/MCID "u8).Integer(child.Mark).Raw(">>"u8);
        }
    }
}
