using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SmkPortfolio.UnitTests.Pdf.Conformance;

/// <summary>Rules for what is painted and for annotations.</summary>
internal sealed partial class PageRules(PdfModel model, StructureRules structure, Action<bool, string, string> need)
{
    private const int Artifact = -2;
    private const int Unnumbered = -1;
    private static readonly HashSet<string> Painting = ["Tj", "TJ", "'", "\"", "Do", "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "EI"];

    public void Check()
    {
        foreach (var (page, dictionary) in model.Pages())
        {
            CheckContent(page, dictionary);
            CheckAnnotations(page, dictionary);
        }

        foreach (var (reference, image) in model.All().Where(o => (string?)o.Dictionary["/Subtype"] == "/Image"))
        {
            need((bool?)image["/Interpolate"] != true, "image-interpolation", reference);
            need((bool?)image["/ImageMask"] == true ? image["/ColorSpace"] is null : model.Get(image["/ColorSpace"]) is JsonArray or JsonValue && image["/ColorSpace"]!.ToJsonString() is var space && !space.Contains("CMYK", StringComparison.Ordinal), "color-space", reference);
        }
    }

    private void CheckContent(string page, JsonObject dictionary)
    {
        var content = string.Concat(model.Array(dictionary["/Contents"]).Select(c => Encoding.Latin1.GetString(model.Data(PdfModel.IsReference(dictionary["/Contents"]) ? dictionary["/Contents"] : c)) + "\n"));
        var open = new Stack<int>();
        var operands = new List<string>();
        var seen = new HashSet<int>();
        var parents = structure.Numbers.TryGetValue((int?)dictionary["/StructParents"] ?? -1, out var list) ? model.Array(list) : [];
        foreach (Match match in Token().Matches(content))
        {
            var token = match.Value;
            if (token is "BDC" or "BMC")
            {
                open.Push(Begin(page, operands, seen, parents));
                operands.Clear();
            }
            else if (token == "EMC")
            {
                need(open.TryPop(out _), "marks-balanced", page);
                operands.Clear();
            }
            else if (Painting.Contains(token))
            {
                need(open.Any(m => m != Unnumbered), "painted-in-marks", page);
                need(token != "TJ" || !operands.Any(o => o.StartsWith('(') && HasNotdef(o)), "no-notdef", page);
                operands.Clear();
            }
            else if (token is "k" or "K")
            {
                need(false, "color-space", page);
            }
            else
            {
                operands.Add(token);
            }
        }

        need(open.Count == 0, "marks-balanced", page);
        need(structure.Owners.Keys.Where(k => k.Page == page).All(k => seen.Contains(k.Mark)), "mark-exists", page);
    }

    private int Begin(string page, List<string> operands, HashSet<int> seen, JsonArray parents)
    {
        var at = operands.LastIndexOf("/MCID");
        if (at < 0 || !int.TryParse(operands.ElementAtOrDefault(at + 1), out var mark))
        {
            return operands.Contains("/Artifact") ? Artifact : Unnumbered;
        }

        need(seen.Add(mark), "mark-unique", page);
        var owners = structure.Owners.GetValueOrDefault((page, mark), []);
        need(owners.Count == 1, "mark-owned", $"{page} {mark}");
        need(owners.Count == 0 || (string?)parents.ElementAtOrDefault(mark) == owners[0], "parent-tree", $"{page} {mark}");
        return mark;
    }

    /// <summary>A two-byte string with the glyph that stands for nothing.</summary>
    private static bool HasNotdef(string literal)
    {
        var bytes = new List<char>();
        for (var i = 1; i < literal.Length - 1; i++)
        {
            bytes.Add(literal[i] != '\\' ? literal[i] : literal[++i] == 'r' ? '\r' : literal[i]);
        }

        return Enumerable.Range(0, bytes.Count / 2).Any(i => bytes[2 * i] == 0 && bytes[2 * i + 1] == 0);
    }

    private void CheckAnnotations(string page, JsonObject dictionary)
    {
        var annotations = model.Array(dictionary["/Annots"]);
        need(annotations.Count == 0 || (string?)dictionary["/Tabs"] == "/S", "tab-order", page);
        foreach (var reference in annotations.Select(a => (string)a!))
        {
            var annotation = model.Dictionary(reference);
            var flags = (int?)annotation["/F"] ?? 0;
            var kind = (string?)annotation["/Subtype"];
            var held = structure.Annotations.GetValueOrDefault(reference, "");
            need((flags & 4) != 0, "annotation-printed", reference);
            need((flags & (1 | 2 | 32)) == 0, "annotation-not-hidden", reference);
            need(kind != "/Link" || PdfModel.Text(annotation["/Contents"]).Length > 0, "link-contents", reference);
            need(kind != "/Link" || held == "/Link", "link-in-element", reference);
            need(kind != "/Widget" || held == "/Form", "widget-in-form", reference);
            need(kind != "/Widget" || PdfModel.Text(annotation["/TU"]).Length > 0, "widget-name", reference);
            var box = model.Array(annotation["/Rect"]).Select(n => (double)n!).ToList();
            need(kind is "/Link" or "/Popup" || annotation.ContainsKey("/AP") || box[0] == box[2] && box[1] == box[3], "appearance", reference);
            need(structure.Numbers.TryGetValue((int?)annotation["/StructParent"] ?? -1, out var owner) && ("/" + model.Dictionary(owner)["/S"]!)[1..] == held, "annotation-parent", reference);
        }
    }

    [GeneratedRegex(@"\((?:\\.|[^\\()])*\)|<<|>>|<[0-9A-Fa-f\s]*>|/[^\s/<>\[\](){}%]*|\[|\]|[^\s/<>\[\](){}%]+", RegexOptions.Singleline)]
    private static partial Regex Token();
}
