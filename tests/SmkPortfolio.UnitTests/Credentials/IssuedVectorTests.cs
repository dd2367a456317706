using SmkPortfolio.Credentials.Integrity;
using SmkPortfolio.Credentials.Json;
using SmkPortfolio.Credentials.Rdf;

namespace SmkPortfolio.UnitTests.Credentials;

/// <summary>Documents that other programs have judged once, kept so that ours never drifts away from them.</summary>
public sealed class IssuedVectorTests
{
    public static TheoryData<string> Documents => [.. Directory.GetFiles(Vectors.Folder("issued"), "*.json").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Documents))]
    public void Our_canonical_form_is_the_one_of_jsonld_js(string file)
    {
        var document = StrictJson.ParseObject(Read(file));
        Assert.Equal(File.ReadAllText(Path.Combine(Vectors.Folder("issued"), Path.ChangeExtension(file, ".nq"))), Rdfc10.Canonicalize(DataIntegrityProof.DocumentQuads(document)));
    }

    [Fact]
    public void The_same_claims_keys_and_time_still_give_the_very_same_files()
    {
        Assert.Equal(Read("badge.json"), Samples.SignedBadge());
        Assert.Equal(Read("endorsement.json"), Samples.SignedEndorsement(Samples.Teacher));
        Assert.Equal(Read("portfolio.json"), Samples.SignedBadge(Samples.Portfolio()));
    }

    // The packed bits may differ between versions of the compressor, so this one is verified and not compared.
    [Fact]
    public void The_kept_status_list_still_verifies()
    {
        var document = StrictJson.ParseObject(Read("status-list.json"));
        Assert.True(DataIntegrityProof.Verify(document, document.GetProperty("proof"), Samples.School.Key.PublicKey.Span));
    }

    private static byte[] Read(string file) => File.ReadAllBytes(Path.Combine(Vectors.Folder("issued"), file));
}
