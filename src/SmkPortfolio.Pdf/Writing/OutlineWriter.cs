namespace SmkPortfolio.Pdf.Writing;

/// <summary>Writes the headings as bookmarks.</summary>
internal static class OutlineWriter
{
    /// <summary>The outline's root object, or 0 when there is nothing to list.</summary>
    public static int Write(PdfObjects objects, IReadOnlyList<OutlineEntry> entries, IReadOnlyList<int> pages)
    {
        if (entries.Count == 0)
        {
            return 0;
        }

        var root = objects.Reserve();
        var ids = entries.Select(_ => objects.Reserve()).ToArray();
        var parents = Parents(entries);
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            var sink = objects.Begin(ids[i]).Raw("<</Title"u8).Text(entry.Title).Raw("/Parent "u8).Reference(parents[i] < 0 ? root : ids[parents[i]])
                .Raw("/Dest["u8).Reference(pages[entry.Page]).Raw("/XYZ null "u8).Number(entry.Top).Raw(" null]"u8);
            Link(sink, "/Prev "u8, FindLast(parents, parents[i], 0, i), ids);
            Link(sink, "/Next "u8, FindFirst(parents, parents[i], i + 1), ids);
            Children(sink, parents, ids, i, i + 1);
            sink.Raw(">>"u8);
            objects.End();
        }

        var top = objects.Begin(root).Raw("<</Type/Outlines"u8);
        Children(top, parents, ids, -1, 0);
        top.Raw(">>"u8);
        objects.End();
        return root;
    }

    private static int[] Parents(IReadOnlyList<OutlineEntry> entries)
    {
        var parents = new int[entries.Count];
        for (var i = 0; i < entries.Count; i++)
        {
            var parent = i - 1;
            while (parent >= 0 && entries[parent].Level >= entries[i].Level)
            {
                parent = parents[parent];
            }

            parents[i] = parent;
        }

        return parents;
    }

    private static void Children(ByteSink sink, int[] parents, int[] ids, int parent, int from)
    {
        var first = FindFirst(parents, parent, from);
        if (first < 0)
        {
            return;
        }

        Link(sink, "/First "u8, first, ids);
        Link(sink, "/Last "u8, FindLast(parents, parent, from, parents.Length), ids);
        // Negative: closed, so that the list begins short.
        var count = parents.Skip(from).Count(p => p == parent);
        sink.Raw("/Count "u8).Integer(parent < 0 ? count : -count);
    }

    private static void Link(ByteSink sink, ReadOnlySpan<byte> key, int index, int[] ids)
    {
        if (index >= 0)
        {
            sink.Raw(key).Reference(ids[index]);
        }
    }

    private static int FindFirst(int[] parents, int parent, int from) => Array.IndexOf(parents, parent, from);

    private static int FindLast(int[] parents, int parent, int from, int before) => before > from ? Array.LastIndexOf(parents, parent, before - 1, before - from) : -1;
}
