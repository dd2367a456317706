using System.Text.Json;
using System.Text.Json.Nodes;
using SmkPortfolio.Domain.Cvs;

namespace SmkPortfolio.Web.Issuing;

/// <summary>What one field says on two papers.</summary>
/// <param name="Path">As in the content, with the line's place in <paramref name="Titles"/>.</param>
/// <param name="Titles">Titles of the lines that paths count.</param>
public sealed record PaperChange(string Path, IReadOnlyList<string> Titles, string Before, string After);

/// <summary>Compares the frozen content of two papers, field by field; lines are the same when they are of the same entry.</summary>
public static class PaperDiff
{
    // What is new on every paper, or told by something else.
    private static readonly string[] Apart = ["verification", "foreignTexts", "school", "entries"];
    private static readonly string[] ApartOfLines = ["credentialId", "values"];

    /// <summary>The changes from the earlier to the later paper; null when one of them holds no content that can be read.</summary>
    public static IReadOnlyList<PaperChange>? Between(CvDocument earlier, CvDocument later)
    {
        if (Content(earlier) is not { } before || Content(later) is not { } after)
        {
            return null;
        }
        List<PaperChange> changes = [];
        Compare(changes, "", [], Flat(before, Apart), Flat(after, Apart));
        var (was, now) = (Lines(earlier, before), Lines(later, after));
        foreach (var id in was.Keys.Union(now.Keys))
        {
            var (old, made) = (was.GetValueOrDefault(id), now.GetValueOrDefault(id));
            var title = Title(made) is { Length: > 0 } newest ? newest : Title(old);
            if (old is null || made is null)
            {
                changes.Add(new PaperChange("entries[0]", [title], Title(old), Title(made)));
                continue;
            }
            Compare(changes, "entries[0].", [title], Flat(old, ApartOfLines), Flat(made, ApartOfLines));
        }
        return changes;
    }

    private static void Compare(List<PaperChange> changes, string head, IReadOnlyList<string> titles, Dictionary<string, string> before, Dictionary<string, string> after)
    {
        foreach (var name in before.Keys.Union(after.Keys))
        {
            var (old, made) = (before.GetValueOrDefault(name, ""), after.GetValueOrDefault(name, ""));
            if (old != made)
            {
                changes.Add(new PaperChange(head + name, titles, old, made));
            }
        }
    }

    /// <summary>Fields by name, those of the person and the statements one step deeper.</summary>
    private static Dictionary<string, string> Flat(JsonObject content, string[] apart)
    {
        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        foreach (var (name, value) in content.Where(p => !apart.Contains(p.Key)))
        {
            if (name is "person" or "statements" && value is JsonObject inner)
            {
                foreach (var (field, text) in inner.Where(f => f.Key != "under18"))
                {
                    fields[$"{name}.{field}"] = Said(text);
                }
            }
            else
            {
                fields[name] = Said(value);
            }
        }
        return fields;
    }

    private static Dictionary<Guid, JsonObject> Lines(CvDocument paper, JsonObject content) =>
        paper.Lines.Zip(content["entries"]?.AsArray() ?? [], (line, entry) => (line.EntryId, entry)).Where(p => p.entry is JsonObject).ToDictionary(p => p.EntryId, p => (JsonObject)p.entry!);

    private static string Title(JsonObject? line) => (string?)line?["title"] ?? "";

    private static string Said(JsonNode? value) => value switch
    {
        null => "",
        JsonArray list => string.Join('\n', list.Select(Said).Where(s => s.Length > 0)),
        JsonObject parts => string.Join(" · ", parts.Where(p => p.Value is not JsonValue v || v.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False)).Select(p => Said(p.Value)).Where(s => s.Length > 0)),
        JsonValue one when one.GetValueKind() is JsonValueKind.String => (string)one!,
        _ => value.ToJsonString(),
    };

    private static JsonObject? Content(CvDocument paper)
    {
        try
        {
            return JsonNode.Parse(paper.Snapshot)?["content"] as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
