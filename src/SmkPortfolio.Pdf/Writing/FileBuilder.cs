using SmkPortfolio.Pdf.Layout;

namespace SmkPortfolio.Pdf.Writing;

/// <summary>Puts one file together from documents that are laid out, page after page.</summary>
internal sealed class FileBuilder
{
    private readonly PdfObjects objects;
    private readonly BoundFile file;
    private readonly PdfSeal? seal;
    private readonly DocumentParts parts;
    private readonly int catalog;
    private readonly int pageTree;
    private readonly int resources;
    private readonly List<(int Id, int Contents, int Number, PageFrame Frame, IList<int> Annotations)> pages = [];

    public FileBuilder(PdfObjects objects, BoundFile file, PdfSeal? seal)
    {
        (this.objects, this.file, this.seal) = (objects, file, seal);
        parts = new DocumentParts(objects);
        (catalog, pageTree, resources) = (objects.Reserve(), objects.Reserve(), objects.Reserve());
    }

    /// <param name="document">The pages to be added.</param>
    /// <param name="isPart">The document is one of several: an element and a bookmark of its own.</param>
    public void Add(PageSet document, bool isPart)
    {
        var root = parts.Root;
        if (isPart)
        {
            var slot = new ElementSlot("Part") { Language = document.Document.Language, Title = document.Document.Title };
            root = root.AddElement(slot, null, pages.Count);
            parts.Outline.Add(new OutlineEntry(document.Document.Title, 0, pages.Count, document.Document.Page.Height));
        }

        for (var i = 0; i < document.Count; i++)
        {
            var painter = new PdfPagePainter(parts, pages.Count, document.Document.Page.Height);
            var number = parts.AddPage(painter.Marks);
            pages.Add((objects.Reserve(), objects.Reserve(), number, document.Document.Page, painter.Annotations));
            document.Paint(i, painter, root);
            objects.Stream(pages[^1].Contents, default, painter.Finish());
        }
    }

    public void Finish()
    {
        if (pages.Count == 0)
        {
            throw new ArgumentException("There is no document to be bound.");
        }

        var hole = seal is null ? null : new SignatureHole(objects, seal);
        var field = hole is null ? 0 : WriteSignatureField(hole);
        WriteResources();
        WritePages();
        int[] pageIds = [.. pages.Select(p => p.Id)];
        var tree = new StructureWriter(objects, pageIds).Write(parts.Root, parts.Parents);
        var outline = OutlineWriter.Write(objects, parts.Outline, pageIds);
        var attachments = AttachmentWriter.Write(objects, file.Attachments, file.Created);
        WriteCatalog(tree, outline, attachments, field, hole);
        var information = objects.Reserve();
        Metadata.WriteInformation(objects.Begin(information), file);
        objects.End();
        hole?.WriteValue(file.Created);
        objects.Finish(catalog, information, file.Id);
        hole?.Fill();
    }

    private int WriteSignatureField(SignatureHole hole)
    {
        var description = seal!.Name.Length == 0 ? "Digital signature" : seal.Name;
        var element = parts.Root.AddElement(new ElementSlot("Form") { Alternative = description }, null, 0);
        var field = parts.AddAnnotation(element, out var number);
        element.AddAnnotation(0, field);
        pages[0].Annotations.Add(field);
        hole.WriteField(field, pages[0].Id, number, description);
        return field;
    }

    private void WriteResources()
    {
        foreach (var subset in parts.Subsets)
        {
            if (subset is not null)
            {
                FontWriter.Write(objects, subset);
                subset.Release();
            }
        }

        foreach (var image in parts.Images)
        {
            image.Picture.Write(objects, image.ObjectId);
        }

        var sink = objects.Begin(resources).Raw("<</Font<<"u8);
        for (var face = 0; face < parts.Subsets.Count; face++)
        {
            if (parts.Subsets[face] is { } subset)
            {
                sink.Raw("/F"u8).Integer(face).Blank().Reference(subset.ObjectId);
            }
        }

        sink.Raw(">>/XObject<<"u8);
        foreach (var image in parts.Images)
        {
            sink.Raw("/I"u8).Integer(image.Number).Blank().Reference(image.ObjectId);
        }

        sink.Raw(">>"u8).Raw(parts.UsesTransparency ? "/ExtGState<</G0<</Type/ExtGState/ca .22>>>>"u8 : default).Raw(">>"u8);
        objects.End();
    }

    private void WritePages()
    {
        foreach (var (id, contents, number, frame, annotations) in pages)
        {
            var page = objects.Begin(id).Raw("<</Type/Page/Parent "u8).Reference(pageTree).Raw("/MediaBox[0 0 "u8).Numbers(frame.Width, frame.Height)
                .Raw("]/Resources "u8).Reference(resources).Raw("/Contents "u8).Reference(contents).Raw("/StructParents "u8).Integer(number).Raw("/Tabs/S"u8);
            if (annotations.Count > 0)
            {
                page.Raw("/Annots["u8);
                foreach (var annotation in annotations)
                {
                    page.Reference(annotation);
                }

                page.Byte((byte)']');
            }

            page.Raw(">>"u8);
            objects.End();
        }

        var sink = objects.Begin(pageTree).Raw("<</Type/Pages/Count "u8).Integer(pages.Count).Raw("/Kids["u8);
        foreach (var page in pages)
        {
            sink.Reference(page.Id);
        }

        sink.Raw("]>>"u8);
        objects.End();
    }

    private void WriteCatalog(int tree, int outline, IReadOnlyList<(string Name, int Id)> attachments, int field, SignatureHole? hole)
    {
        var (metadata, profile) = (objects.Reserve(), objects.Reserve());
        objects.Stream(metadata, "/Type/Metadata/Subtype/XML"u8, Metadata.Xmp(file), compress: false);
        objects.Stream(profile, "/N 3/Filter/FlateDecode"u8, IccProfile.Deflated, compress: false);
        var sink = objects.Begin(catalog).Raw("<</Type/Catalog/Pages "u8).Reference(pageTree).Raw("/Lang"u8).Text(file.Language).Raw("/Metadata "u8).Reference(metadata)
            .Raw("/ViewerPreferences<</DisplayDocTitle true>>/MarkInfo<</Marked true>>/StructTreeRoot "u8).Reference(tree)
            .Raw("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile "u8).Reference(profile).Raw(">>]"u8);
        if (outline != 0)
        {
            sink.Raw("/Outlines "u8).Reference(outline);
        }

        if (attachments.Count > 0)
        {
            sink.Raw("/AF["u8);
            foreach (var (_, id) in attachments)
            {
                sink.Reference(id);
            }

            sink.Raw("]/Names<</EmbeddedFiles<</Names["u8);
            foreach (var (name, id) in attachments)
            {
                sink.Text(name).Reference(id);
            }

            sink.Raw("]>>>>"u8);
        }

        if (hole is not null)
        {
            sink.Raw("/AcroForm<</SigFlags 3/Fields["u8).Reference(field).Raw("]>>/Perms<</DocMDP "u8).Reference(hole.ValueId).Raw(">>"u8);
        }

        sink.Raw(">>"u8);
        objects.End();
    }
}
