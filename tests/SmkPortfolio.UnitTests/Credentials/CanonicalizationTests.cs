using SmkPortfolio.Credentials.JsonLd;
using SmkPortfolio.Credentials.Rdf;

namespace SmkPortfolio.UnitTests.Credentials;

public sealed class CanonicalizationTests
{
    public static TheoryData<string> Cases => [.. Directory.GetFiles(Vectors.Folder("rdf-canon"), "*-in.nq")
        .Where(f => File.Exists(Expected(f))).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Cases))]
    public void The_W3C_suite_gives_the_expected_text(string file)
    {
        var path = Path.Combine(Vectors.Folder("rdf-canon"), file);
        Assert.Equal(File.ReadAllText(Expected(path)), Rdfc10.Canonicalize(Vectors.ReadNQuads(File.ReadAllText(path))));
    }

    [Fact]
    public void The_suite_is_complete() => Assert.True(Cases.Count >= 60);

    [Fact]
    public void The_poison_case_of_the_suite_ends_in_an_error() =>
        Assert.Throws<CanonicalizationException>(() => Rdfc10.Canonicalize(Vectors.ReadNQuads(File.ReadAllText(Path.Combine(Vectors.Folder("rdf-canon"), "test074-in.nq")))));

    [Fact]
    public void A_dataset_built_to_be_slow_ends_in_an_error()
    {
        // Every node points at every other: all look alike, and the number of orders grows with the factorial.
        var nodes = Enumerable.Range(0, 12).Select(i => new Blank($"n{i}")).ToList();
        var quads = nodes.SelectMany(a => nodes.Where(b => b != a).Select(b => new Quad(a, new Iri("https://example.org/p"), b, null)));
        Assert.Throws<CanonicalizationException>(() => Rdfc10.Canonicalize(quads));
    }

    [Fact]
    public void Two_alike_hubs_with_thousands_of_leaves_end_in_an_error_before_every_leaf_has_copied_the_others()
    {
        var spokes = new[] { "a", "b" }.SelectMany(hub => Enumerable.Range(0, 8_000)
            .Select(i => new Quad(new Blank(hub), new Iri($"https://example.org/p{i}"), new Blank($"{hub}{i}"), null)));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Throws<CanonicalizationException>(() => Rdfc10.Canonicalize(spokes));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024L * 1024 * 1024);
    }

    [Fact]
    public void A_long_chain_of_alike_nodes_ends_in_an_error()
    {
        var chain = new[] { "a", "b" }.SelectMany(name => Enumerable.Range(0, 5000)
            .Select(i => new Quad(new Blank($"{name}{i}"), new Iri("https://example.org/p"), new Blank($"{name}{i + 1}"), null)));
        Assert.Throws<CanonicalizationException>(() => Rdfc10.Canonicalize(chain));
    }

    [Theory]
    [InlineData(3.5, "3.5E0")]
    [InlineData(0.125, "1.25E-1")]
    [InlineData(123456.75, "1.2345675E5")]
    public void Doubles_are_written_in_their_canonical_form(double number, string text) => Assert.Equal(text, RdfConverter.DoubleText(number));

    private static string Expected(string input) => input.Replace("-in.nq", "-rdfc10.nq", StringComparison.Ordinal);
}
