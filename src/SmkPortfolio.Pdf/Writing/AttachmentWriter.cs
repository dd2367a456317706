using System.Text;

namespace SmkPortfolio.Pdf.Writing;

/// <summary>Writes embedded files as PDF/A-3 asks: described, typed, dated, and said how they relate to the document.</summary>
internal static class AttachmentWriter
{
    private static readonly HashSet<string> Relationships = new(StringComparer.Ordinal) { "Data", "Source", "Supplement", "Alternative", "Unspecified" };

    /// <summary>The file specifications, in the order of their names.</summary>
    public static IReadOnlyList<(string Name, int Id)> Write(PdfObjects objects, IReadOnlyList<PdfAttachment> attachments, DateTimeOffset time)
    {
        var written = new List<(string Name, int Id)>(attachments.Count);
        foreach (var attachment in attachments.OrderBy(a => a.Name, StringComparer.Ordinal))
        {
            Check(attachment, written);
            var (file, specification) = (objects.Reserve(), objects.Reserve());
            var entries = new ByteSink(room: 256).Raw("/Type/EmbeddedFile/Subtype"u8).Name(attachment.MediaType).Raw("/Params<</Size "u8).Integer(attachment.Bytes.Length)
                .Raw("/ModDate"u8).Text(Metadata.Date(time)).Raw(">>"u8);
            objects.Stream(file, entries.Span, attachment.Bytes);
            objects.Begin(specification).Raw("<</Type/Filespec/F"u8).Text(attachment.Name).Raw("/UF"u8).Text(attachment.Name).Raw("/Desc"u8).Text(attachment.Description)
                .Raw("/AFRelationship"u8).Name(attachment.Relationship).Raw("/EF<</F "u8).Reference(file).Raw("/UF "u8).Reference(file).Raw(">>>>"u8);
            objects.End();
            written.Add((attachment.Name, specification));
        }

        return written;
    }

    private static void Check(PdfAttachment attachment, List<(string Name, int Id)> written)
    {
        if (attachment.Name.Length == 0 || !Ascii.IsValid(attachment.Name) || written is [.., var last] && last.Name == attachment.Name)
        {
            throw new ArgumentException($"The attachment name '{attachment.Name}' is empty, not ASCII, or used twice.");
        }

        if (!Relationships.Contains(attachment.Relationship))
        {
            throw new ArgumentException($"The attachment relationship '{attachment.Relationship}' is not one of PDF/A-3.");
        }
    }
}
