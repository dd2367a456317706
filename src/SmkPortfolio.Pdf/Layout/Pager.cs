namespace SmkPortfolio.Pdf.Layout;

/// <summary>Divides content into pages.</summary>
internal static class Pager
{
    private const int MaxPages = 2000;

    public static IReadOnlyList<Fragment> Divide(LayoutContext context, Block content, float width, float height)
    {
        var pages = new List<Fragment>();
        for (Block? rest = content; rest is not null;)
        {
            // What would rather stay whole is divided where a page is not enough for it; what fits on no page at all is drawn over its edge rather than never.
            var page = rest.Lay(context, width, height, out var left) ?? Divided(context, rest, width, height, out left) ?? rest.Lay(context, width, float.PositiveInfinity, out left);
            if (page is null || pages.Count >= MaxPages)
            {
                throw new InvalidOperationException("The content cannot be divided into pages.");
            }

            pages.Add(page);
            rest = left;
        }

        return pages;
    }

    private static Fragment? Divided(LayoutContext context, Block content, float width, float height, out Block? rest)
    {
        context.MustDivide = true;
        try
        {
            return content.Lay(context, width, height, out rest);
        }
        finally
        {
            context.MustDivide = false;
        }
    }
}
