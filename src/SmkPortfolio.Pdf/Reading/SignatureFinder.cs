namespace SmkPortfolio.Pdf.Reading;

/// <summary>Finds the dictionaries of filled-in signature fields.</summary>
internal static class SignatureFinder
{
    private const int MaxFields = 10_000;
    private const int MaxDepth = 32;

    public static IReadOnlyList<PdfDictionary> Find(PdfFile file)
    {
        var found = new List<PdfDictionary>();
        var seen = new HashSet<PdfDictionary>(ReferenceEqualityComparer.Instance);
        var visited = 0;
        if (file.Resolve(file.Catalog["AcroForm"]) is PdfDictionary form)
        {
            Walk(form["Fields"], inheritedType: null, depth: 0);
        }

        return found;

        void Walk(PdfValue fields, string? inheritedType, int depth)
        {
            if (file.Resolve(fields) is not PdfArray list)
            {
                return;
            }

            foreach (var item in list.Items)
            {
                if (++visited > MaxFields || depth > MaxDepth)
                {
                    throw new PdfFormatException("the file holds more form fields than we accept");
                }

                if (file.Resolve(item) is not PdfDictionary field)
                {
                    continue;
                }

                var type = file.Resolve(field["FT"]) is PdfName name ? name.Value : inheritedType;
                if (type == "Sig" && file.Resolve(field["V"]) is PdfDictionary signature && seen.Add(signature))
                {
                    found.Add(signature);
                }

                Walk(field["Kids"], type, depth + 1);
            }
        }
    }
}
