using System.Text.Json.Nodes;

namespace SmkPortfolio.UnitTests.Pdf.Conformance;

/// <summary>Rules for the structure tree, and what pages need to know of it.</summary>
internal sealed class StructureRules(PdfModel model, Action<bool, string, string> need)
{
    private static readonly HashSet<string> Types =
    [
        "/Document", "/Part", "/Sect", "/P", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/L", "/LI", "/Lbl", "/LBody", "/Table", "/THead", "/TBody", "/TFoot", "/TR", "/TH", "/TD",
        "/Span", "/Link", "/Figure", "/Caption", "/Form", "/Div", "/Note", "/BlockQuote", "/Art", "/Quote", "/Reference", "/Annot", "/Formula", "/Code",
    ];

    private int headingLevel;

    /// <summary>For each mark of a page the elements that claim it.</summary>
    public Dictionary<(string Page, int Mark), List<string>> Owners { get; } = [];

    /// <summary>The element type that holds each annotation.</summary>
    public Dictionary<string, string> Annotations { get; } = [];

    /// <summary>What each number of the parent tree leads to.</summary>
    public Dictionary<int, JsonNode> Numbers { get; } = [];

    public void Check()
    {
        var root = model.Dictionary(model.Catalog["/StructTreeRoot"]);
        need(root.ContainsKey("/K"), "structure", "");
        ReadNumbers(root["/ParentTree"]);
        var first = true;
        foreach (var child in model.Array(root["/K"]))
        {
            need(!first || (string?)model.Dictionary(child)["/S"] == "/Document", "document-root", "");
            first = false;
            Visit((string)child!, null, []);
        }
    }

    private void ReadNumbers(JsonNode? node)
    {
        var tree = model.Dictionary(node);
        var pairs = model.Array(tree["/Nums"]);
        for (var i = 0; i + 1 < pairs.Count; i += 2)
        {
            Numbers[(int)pairs[i]!] = pairs[i + 1]!;
        }

        foreach (var kid in model.Array(tree["/Kids"]))
        {
            ReadNumbers(kid);
        }
    }

    private void Visit(string reference, string? page, IReadOnlyList<string> chain)
    {
        var element = model.Dictionary(reference);
        var type = (string?)element["/S"] ?? "";
        page = (string?)element["/Pg"] ?? page;
        need(Types.Contains(type), "standard-type", type);
        CheckElement(reference, element, type, chain);
        var holdsAnnotation = false;
        foreach (var child in model.Array(element["/K"]))
        {
            if (child is JsonValue value && value.TryGetValue<int>(out var mark))
            {
                Own(page, mark, reference);
            }
            else if (model.Get(child) is JsonObject inner && (string?)inner["/Type"] == "/MCR")
            {
                Own((string?)inner["/Pg"] ?? page, (int)inner["/MCID"]!, reference);
            }
            else if (model.Get(child) is JsonObject held && (string?)held["/Type"] == "/OBJR")
            {
                Annotations[(string)held["/Obj"]!] = type;
                holdsAnnotation = true;
            }
            else if (PdfModel.IsReference(child))
            {
                Visit((string)child!, page, [.. chain, type]);
            }
        }

        need(type is not "/Link" || holdsAnnotation, "link-element", reference);
    }

    private void Own(string? page, int mark, string element)
    {
        var key = (page ?? "", mark);
        (Owners.TryGetValue(key, out var owners) ? owners : Owners[key] = []).Add(element);
    }

    private void CheckElement(string reference, JsonObject element, string type, IReadOnlyList<string> chain)
    {
        var parent = chain.Count == 0 ? "" : chain[^1];
        need(type != "/Figure" || PdfModel.Text(element["/Alt"]).Length > 0, "figure-alternative", reference);
        need(type != "/Form" || PdfModel.Text(element["/Alt"]).Length > 0, "form-alternative", reference);
        need(type is not ("/TH" or "/TD") || parent == "/TR", "cell-in-row", reference);
        need(type != "/TR" || parent is "/Table" or "/THead" or "/TBody", "row-in-table", reference);
        need(type != "/LI" || parent == "/L", "item-in-list", reference);
        need(type is not ("/Lbl" or "/LBody") || parent == "/LI", "body-in-item", reference);
        need(type != "/TH" || (string?)Attribute(element, "/Scope") is "/Row" or "/Column" or "/Both", "header-scope", reference);
        need(type != "/Part" || PdfModel.Text(element["/Lang"]).Length > 0, "part-language", reference);
        if (type is ['/', 'H', >= '1' and <= '6'])
        {
            var level = type[2] - '0';
            need(level <= headingLevel + 1, "heading-levels", reference);
            headingLevel = level;
        }

        if (type == "/Part")
        {
            headingLevel = 0;
        }

        if (type == "/Table")
        {
            need(IsRegular(reference), "table-regular", reference);
        }
    }

    private JsonNode? Attribute(JsonObject element, string name) => model.Array(element["/A"]).Select(model.Dictionary).Select(a => a[name]).FirstOrDefault(a => a is not null);

    /// <summary>Every row has every column, cells that span counted.</summary>
    private bool IsRegular(string table)
    {
        var rows = Rows(table).ToList();
        var widths = new int[rows.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            foreach (var cell in model.Array(model.Dictionary(rows[row])["/K"]).Select(model.Dictionary).Where(c => c.ContainsKey("/S")))
            {
                var (down, across) = ((int?)Attribute(cell, "/RowSpan") ?? 1, (int?)Attribute(cell, "/ColSpan") ?? 1);
                for (var i = 0; i < down; i++)
                {
                    if (row + i >= rows.Count)
                    {
                        return false;
                    }

                    widths[row + i] += across;
                }
            }
        }

        return widths.Distinct().Count() <= 1;
    }

    private IEnumerable<string> Rows(string reference) => model.Array(model.Dictionary(reference)["/K"]).Where(PdfModel.IsReference).Select(k => (string)k!)
        .SelectMany(k => (string?)model.Dictionary(k)["/S"] switch { "/TR" => [k], "/THead" or "/TBody" or "/TFoot" => Rows(k), _ => [] });
}
