using System.Text;

namespace SmkPortfolio.Pdf.Reading;

/// <summary>Reads embedded files from the name tree and from the catalogue's /AF list.</summary>
internal static class AttachmentReader
{
    // Of nodes, pairs and associated files together: what is named a thousand times is looked at a thousand times.
    private const int MaxSteps = 100_000;
    private const int MaxDepth = 32;
    private const int MaxAttachments = 2_000;

    public static IReadOnlyList<PdfAttachment> Read(PdfFile file)
    {
        var specifications = new List<PdfDictionary>();
        var known = new HashSet<PdfDictionary>(ReferenceEqualityComparer.Instance);
        var nodes = new HashSet<PdfDictionary>(ReferenceEqualityComparer.Instance);
        var steps = 0;
        if (file.Resolve(file.Catalog["Names"]) is PdfDictionary names)
        {
            Walk(names["EmbeddedFiles"], 0);
        }

        if (file.Resolve(file.Catalog["AF"]) is PdfArray associated)
        {
            foreach (var item in associated.Items)
            {
                Add(item);
            }
        }

        return [.. specifications.Select(s => Open(file, s)).OfType<PdfAttachment>()];

        void Walk(PdfValue value, int depth)
        {
            Step();
            if (depth > MaxDepth)
            {
                throw new PdfFormatException("the list of attachments is broken");
            }

            if (file.Resolve(value) is not PdfDictionary node || !nodes.Add(node))
            {
                return;
            }

            if (file.Resolve(node["Names"]) is PdfArray pairs)
            {
                for (var i = 1; i < pairs.Items.Count; i += 2)
                {
                    Add(pairs.Items[i]);
                }
            }

            if (file.Resolve(node["Kids"]) is PdfArray kids)
            {
                foreach (var kid in kids.Items)
                {
                    Walk(kid, depth + 1);
                }
            }
        }

        void Step()
        {
            if (++steps > MaxSteps)
            {
                throw new PdfFormatException("the list of attachments is longer than we accept");
            }
        }

        void Add(PdfValue value)
        {
            Step();
            if (file.Resolve(value) is PdfDictionary specification && known.Add(specification))
            {
                specifications.Add(specification);
                if (specifications.Count > MaxAttachments)
                {
                    throw new PdfFormatException("the file holds more attachments than we accept");
                }
            }
        }
    }

    private static PdfAttachment? Open(PdfFile file, PdfDictionary specification)
    {
        if (file.Resolve(specification["EF"]) is not PdfDictionary embedded)
        {
            return null;
        }

        var stream = file.Resolve(embedded["UF"]) as PdfStream ?? file.Resolve(embedded["F"]) as PdfStream;
        if (stream is null || file.Decode(stream) is not { } bytes)
        {
            return null;
        }

        var name = Text(file.Resolve(specification["UF"])) ?? Text(file.Resolve(specification["F"])) ?? "";
        var mediaType = file.Resolve(stream.Dictionary["Subtype"]) is PdfName type ? type.Value : "application/octet-stream";
        var relationship = file.Resolve(specification["AFRelationship"]) is PdfName relation ? relation.Value : "Unspecified";
        return new PdfAttachment(name, mediaType, Text(file.Resolve(specification["Desc"])) ?? "", bytes, relationship);
    }

    private static string? Text(PdfValue value) => value is not PdfString { Bytes: var bytes } ? null
        : bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2))
        : bytes is [0xEF, 0xBB, 0xBF, ..] ? Encoding.UTF8.GetString(bytes.AsSpan(3))
        : Encoding.Latin1.GetString(bytes);
}
