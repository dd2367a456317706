using System.Globalization;

namespace SmkPortfolio.UnitTests.Cv.Shapes;

/// <summary>A rectangle in pixels, the right and lower edge not included.</summary>
internal readonly record struct Box(int Left, int Top, int Right, int Bottom)
{
    public long Area => (long)(Right - Left) * (Bottom - Top);

    public Box With(int x, int y) => new(Math.Min(Left, x), Math.Min(Top, y), Math.Max(Right, x + 1), Math.Max(Bottom, y + 1));

    /// <summary>How much of both together is in both, 0 to 1.</summary>
    public double Overlap(Box other)
    {
        var both = new Box(Math.Max(Left, other.Left), Math.Max(Top, other.Top), Math.Min(Right, other.Right), Math.Min(Bottom, other.Bottom));
        var shared = both.Right > both.Left && both.Bottom > both.Top ? both.Area : 0;
        return (double)shared / (Area + other.Area - shared);
    }

    /// <summary>No edge is further away than that.</summary>
    public bool IsNear(Box other, int pixels) =>
        Math.Abs(Left - other.Left) <= pixels && Math.Abs(Top - other.Top) <= pixels && Math.Abs(Right - other.Right) <= pixels && Math.Abs(Bottom - other.Bottom) <= pixels;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Left},{Top}–{Right},{Bottom}");
}

/// <summary>What a page is made of to somebody who cannot read: ruled lines, and boxes of text or pictures between them.</summary>
internal sealed record PageShape(IReadOnlyList<Box> Lines, IReadOnlyList<Box> Boxes)
{
    private const int ShortestLine = 24;
    private const int ThickestLine = 3;
    private const int WordGap = 4;
    private const int LeastArea = 12;
    private const double LeastOverlap = 0.6;
    private const int Play = 3;

    public static PageShape Of(GreyPng page)
    {
        var ink = new bool[page.Width * page.Height];
        for (var i = 0; i < ink.Length; i++) ink[i] = page.IsDark(i % page.Width, i / page.Width);
        var isLine = new bool[ink.Length];
        var lines = Lying(page, ink, isLine).Concat(Standing(page, ink, isLine)).ToList();
        for (var i = 0; i < ink.Length; i++) ink[i] &= !isLine[i];
        return new PageShape(lines, Joined(page, ink));
    }

    /// <summary>What one page has and the other has not, in words; empty when they are made alike.</summary>
    public IReadOnlyList<string> Differences(PageShape approved) =>
    [
        .. approved.Lines.Where(a => !Lines.Any(l => l.IsNear(a, Play))).Select(a => $"the line {a} is gone"),
        .. Lines.Where(l => !approved.Lines.Any(a => a.IsNear(l, Play))).Select(l => $"the line {l} is new"),
        .. approved.Boxes.Where(a => !Boxes.Any(b => IsSame(a, b))).Select(a => $"the box {a} is gone"),
        .. Boxes.Where(b => !approved.Boxes.Any(a => IsSame(a, b))).Select(b => $"the box {b} is new"),
    ];

    private static bool IsSame(Box a, Box b) => a.Overlap(b) >= LeastOverlap || a.IsNear(b, 2);

    private static IEnumerable<Box> Lying(GreyPng page, bool[] ink, bool[] isLine)
    {
        for (var y = 0; y < page.Height; y++)
        {
            for (var x = 0; x < page.Width; x++)
            {
                var end = x;
                while (end < page.Width && ink[(y * page.Width) + end] && !isLine[(y * page.Width) + end]) end++;
                if (end - x >= ShortestLine)
                {
                    var bottom = y + 1;
                    while (bottom < page.Height && bottom - y <= ThickestLine && IsFull(ink, page.Width, x, end, bottom)) bottom++;
                    if (bottom - y <= ThickestLine)
                    {
                        yield return Mark(page.Width, isLine, new Box(x, y, end, bottom));
                    }
                }
                x = Math.Max(x, end - 1);
            }
        }
    }

    private static IEnumerable<Box> Standing(GreyPng page, bool[] ink, bool[] isLine)
    {
        for (var x = 0; x < page.Width; x++)
        {
            for (var y = 0; y < page.Height; y++)
            {
                var end = y;
                while (end < page.Height && ink[(end * page.Width) + x]) end++;
                if (end - y >= ShortestLine && !Enumerable.Range(y, end - y).All(i => isLine[(i * page.Width) + x]))
                {
                    var right = x + 1;
                    while (right < page.Width && right - x <= ThickestLine && Enumerable.Range(y, end - y).All(i => ink[(i * page.Width) + right])) right++;
                    if (right - x <= ThickestLine)
                    {
                        yield return Mark(page.Width, isLine, new Box(x, y, right, end));
                    }
                }
                y = Math.Max(y, end - 1);
            }
        }
    }

    private static bool IsFull(bool[] ink, int width, int left, int right, int y)
    {
        var dark = 0;
        for (var x = left; x < right; x++) dark += ink[(y * width) + x] ? 1 : 0;
        return dark >= (right - left) * 0.9;
    }

    private static Box Mark(int width, bool[] isLine, Box line)
    {
        for (var y = line.Top; y < line.Bottom; y++)
        {
            for (var x = line.Left; x < line.Right; x++) isLine[(y * width) + x] = true;
        }
        return line;
    }

    /// <summary>Ink that touches, or nearly touches beside each other, is one box.</summary>
    private static List<Box> Joined(GreyPng page, bool[] ink)
    {
        var seen = new bool[ink.Length];
        var boxes = new List<Box>();
        var waiting = new Stack<int>();
        for (var start = 0; start < ink.Length; start++)
        {
            if (!ink[start] || seen[start]) continue;
            var box = new Box(start % page.Width, start / page.Width, (start % page.Width) + 1, (start / page.Width) + 1);
            seen[start] = true;
            waiting.Push(start);
            while (waiting.TryPop(out var at))
            {
                var (x, y) = (at % page.Width, at / page.Width);
                box = box.With(x, y);
                for (var dy = -1; dy <= 1; dy++)
                {
                    for (var dx = -WordGap; dx <= WordGap; dx++)
                    {
                        var (nx, ny) = (x + dx, y + dy);
                        if (nx < 0 || ny < 0 || nx >= page.Width || ny >= page.Height) continue;
                        var next = (ny * page.Width) + nx;
                        if (ink[next] && !seen[next])
                        {
                            seen[next] = true;
                            waiting.Push(next);
                        }
                    }
                }
            }
            if (box.Area >= LeastArea) boxes.Add(box);
        }
        return boxes;
    }
}
