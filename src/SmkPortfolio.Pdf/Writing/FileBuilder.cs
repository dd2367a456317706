using System.Globalization;
using System.Text;
using SmkPortfolio.Pdf.Layout;

namespace SmkPortfolio.Pdf.Writing;

/// <summary>Puts one file together from pages that are laid out.</summary>
internal sealed class FileBuilder(PdfObjects objects, PdfDocument document, PdfSeal? seal)
{
    private readonly int catalog = objects.Reserve();
    private readonly int pageTree = objects.Reserve();
    private readonly int resources = objects.Reserve();

    public void Write(IReadOnlyList<Fragment> pages, IReadOnlyList<IReadOnlyList<(float Top, Fragment Fragment)>> margins)
    {
        var frame = document.Page;
        var parts = new DocumentParts(objects, pages.Count);
        var pageIds = pages.Select(_ => objects.Reserve()).ToArray();
        var contents = pages.Select(_ => objects.Reserve()).ToArray();
        var painters = new PagePainter[pages.Count];
        for (var i = 0; i < pages.Count; i++)
        {
            var painter = painters[i] = new PagePainter(parts, i, frame.Height);
            pages[i].Paint(painter, frame.Left, frame.Top, parts.Root);
            foreach (var (top, margin) in margins[i])
            {
                margin.Paint(painter, frame.Left, top, parent: null);
            }

            objects.Stream(contents[i], default, painter.Finish());
        }

        var hole = seal is null ? null : new SignatureHole(objects, seal);
        var field = hole is null ? 0 : WriteSignatureField(hole, parts, painters[0], pageIds[0]);
        WriteResources(parts);
        WritePages(painters, pageIds, contents);
        var tree = new StructureWriter(objects, pageIds).Write(parts.Root, [.. painters.Select(p => p.Marks)], parts.AnnotationElements);
        var outline = OutlineWriter.Write(objects, parts.Outline, pageIds);
        var attachments = AttachmentWriter.Write(objects, document.Attachments, document.Created);
        WriteCatalog(tree, outline, attachments, field, hole);
        var information = objects.Reserve();
        Metadata.WriteInformation(objects.Begin(information), document);
        objects.End();
        hole?.WriteValue(document.Created);
        objects.Finish(catalog, information, document.Id);
        hole?.Fill();
    }

    private int WriteSignatureField(SignatureHole hole, DocumentParts parts, PagePainter firstPage, int pageId)
    {
        var description = seal!.Name.Length == 0 ? "Digital signature" : seal.Name;
        var element = parts.Root.AddElement(new ElementSlot("Form") { Alternative = description }, null, 0);
        var field = parts.AddAnnotation(element, out var number);
        element.AddAnnotation(0, field);
        firstPage.Annotations.Add(field);
        hole.WriteField(field, pageId, number, description);
        return field;
    }

    private void WriteResources(DocumentParts parts)
    {
        foreach (var subset in parts.Subsets)
        {
            if (subset is not null)
            {
                FontWriter.Write(objects, subset);
            }
        }

        foreach (var image in parts.Images)
        {
            var (width, height, components, _) = image.Jpeg;
            var entries = string.Create(CultureInfo.InvariantCulture, $"/Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/{(components == 1 ? "DeviceGray" : "DeviceRGB")}/BitsPerComponent 8/Filter/DCTDecode");
            objects.Stream(image.ObjectId, Encoding.ASCII.GetBytes(entries), image.Bytes, compress: false);
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

        sink.Raw(">>>>"u8);
        objects.End();
    }

    private void WritePages(PagePainter[] painters, int[] pageIds, int[] contents)
    {
        for (var i = 0; i < painters.Length; i++)
        {
            var page = objects.Begin(pageIds[i]).Raw("<</Type/Page/Parent "u8).Reference(pageTree).Raw("/MediaBox[0 0 "u8).Numbers(document.Page.Width, document.Page.Height)
                .Raw("]/Resources "u8).Reference(resources).Raw("/Contents "u8).Reference(contents[i]).Raw("/StructParents "u8).Integer(i).Raw("/Tabs/S"u8);
            if (painters[i].Annotations.Count > 0)
            {
                page.Raw("/Annots["u8);
                foreach (var annotation in painters[i].Annotations)
                {
                    page.Reference(annotation);
                }

                page.Byte((byte)']');
            }

            page.Raw(">>"u8);
            objects.End();
        }

        var sink = objects.Begin(pageTree).Raw("<</Type/Pages/Count "u8).Integer(pageIds.Length).Raw("/Kids["u8);
        foreach (var id in pageIds)
        {
            sink.Reference(id);
        }

        sink.Raw("]>>"u8);
        objects.End();
    }

    private void WriteCatalog(int tree, int outline, IReadOnlyList<(string Name, int Id)> attachments, int field, SignatureHole? hole)
    {
        var (metadata, profile) = (objects.Reserve(), objects.Reserve());
        objects.Stream(metadata, "/Type/Metadata/Subtype/XML"u8, Metadata.Xmp(document), compress: false);
        objects.Stream(profile, "/N 3/Filter/FlateDecode"u8, IccProfile.Deflated, compress: false);
        var sink = objects.Begin(catalog).Raw("<</Type/Catalog/Pages "u8).Reference(pageTree).Raw("/Lang"u8).Text(document.Language).Raw("/Metadata "u8).Reference(metadata)
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
