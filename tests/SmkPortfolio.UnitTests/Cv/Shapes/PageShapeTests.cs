using SmkPortfolio.Pdf;
using SmkPortfolio.UnitTests.Pdf;

namespace SmkPortfolio.UnitTests.Cv.Shapes;

public class PageShapeTests
{
    private static readonly TextStyle Body = new(10, 14, Color.Black);
    private static readonly Block Rule = new Frame(new Text("Ruled", Body)) { Bottom = new Edge(1, Color.Black) };
    private static readonly Block[] Plain = [new Text("The first paragraph of the page.", Body), Rule, new Text("The last one stands here.", Body)];

    [Fact]
    public void The_same_page_has_the_same_shape() => Assert.Empty(Differences(Plain, Plain));

    [Fact]
    public void A_word_of_the_same_length_leaves_the_shape() => Assert.Empty(Differences(Plain, [new Text("The first paragraph of the bags.", Body), .. Plain[1..]]));

    [Fact]
    public void A_lost_paragraph_is_noticed() => Assert.NotEmpty(Differences(Plain, Plain[..2]));

    [Fact]
    public void A_paragraph_that_moved_is_noticed() => Assert.NotEmpty(Differences(Plain, [Plain[0], Plain[1], new Space(9), Plain[2]]));

    [Fact]
    public void A_longer_paragraph_is_noticed() => Assert.NotEmpty(Differences(Plain, [.. Plain[..2], new Text("The last one stands here and goes on for some words.", Body)]));

    [Fact]
    public void A_lost_line_is_noticed() =>
        Assert.Contains(Differences(Plain, [Plain[0], new Text("Ruled", Body), Plain[2]]), d => d.StartsWith("the line", StringComparison.Ordinal));

    [Fact]
    public void Text_of_another_size_is_noticed() => Assert.NotEmpty(Differences(Plain, [.. Plain[..2], new Text("The last one stands here.", Body with { Size = 14, LineHeight = 18 })]));

    private static IReadOnlyList<string> Differences(IReadOnlyList<Block> approved, IReadOnlyList<Block> now) => Shape(now).Differences(Shape(approved));

    private static PageShape Shape(IReadOnlyList<Block> blocks)
    {
        using var folder = new WorkFolder();
        var document = new PdfDocument
        {
            Title = "Shape",
            Author = "Tests",
            Language = "en",
            Creator = "Tests",
            Created = DateTimeOffset.UnixEpoch,
            Id = new byte[16],
            Content = new Column(6, blocks),
        };
        // By way of the picture as it is kept.
        var page = Assert.Single(ApprovedPages.Rendered(folder, PdfWriter.Write(document, null)));
        return PageShape.Of(GreyPng.Read(page.ToPng()));
    }
}
