using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Walls;

namespace SmkPortfolio.WebTests.Nodes;

/// <summary>Two separate installations on real ports, each with its own register: neither vouches for the other's documents.</summary>
public sealed class TwoSitesTests
{
    private const int Positions = 60;

    [Theory]
    [Engines("https://dua.example")]
    [Engines("https://satu.example")]
    public async Task A_document_is_genuine_at_its_own_site_and_a_strangers_at_the_other_even_under_the_same_name(string engine, string otherName)
    {
        await using var own = await StartAsync(engine, "https://satu.example");
        await using var other = await StartAsync(engine, otherName);
        var school = await WalledSchool.ArrangeAsync(own);
        await WalledSchool.ArrangeAsync(other);
        var paper = await PaperAsync(own, school);
        var badge = school.Badge.Bytes;

        Assert.NotEqual(own.Address, other.Address);
        Assert.Equal("genuine-current", await VerdictAsync(own, paper));
        Assert.Equal("genuine-current", await VerdictAsync(own, badge));
        Assert.Equal("issuer-unknown", await VerdictAsync(other, paper));
        Assert.Equal("issuer-unknown", await VerdictAsync(other, badge));
    }

    [Theory, Engines]
    public async Task Any_changed_byte_of_a_paper_is_altered_at_its_own_site(string engine)
    {
        await using var site = await StartAsync(engine, "https://satu.example");
        var paper = await PaperAsync(site, await WalledSchool.ArrangeAsync(site));
        List<string> wrong = [];

        for (var i = 0; i < Positions; i++)
        {
            var at = (int)((long)(paper.Length - 1) * i / (Positions - 1));
            var changed = (byte[])paper.Clone();
            changed[at] ^= 1;
            if (await VerdictAsync(site, changed) is not "altered" and var verdict)
            {
                wrong.Add($"byte {at} of {paper.Length}: {verdict}");
            }
        }

        Assert.Empty(wrong);
        Assert.Equal("genuine-current", await VerdictAsync(site, paper));
    }

    [Theory, Engines]
    public async Task A_changed_word_of_a_badge_is_altered_at_its_own_site(string engine)
    {
        await using var site = await StartAsync(engine, "https://satu.example");
        var badge = Encoding.UTF8.GetString((await WalledSchool.ArrangeAsync(site)).Badge.Bytes);

        var changed = badge.Replace("Dewi Lestari", "Dewi Pertiwi", StringComparison.Ordinal);

        Assert.NotEqual(badge, changed);
        Assert.Equal("altered", await VerdictAsync(site, Encoding.UTF8.GetBytes(changed)));
    }

    private static Task<WebApp> StartAsync(string engine, string name) => WebApps.EmptyAsync(engine, listen: true, new KeyValuePair<string, string>("Site:PublicUrl", name));

    private static async Task<byte[]> PaperAsync(WebApp site, WalledSchool school)
    {
        await using var scope = site.NewScope();
        await using var stored = await scope.ServiceProvider.GetRequiredService<IBlobStore>().OpenReadAsync(school.Work.SchoolId, school.Paper.PdfSha256, CancellationToken.None);
        using var bytes = new MemoryStream();
        await stored!.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static async Task<string?> VerdictAsync(WebApp site, byte[] file)
    {
        using var client = site.NewClient();
        using var body = new ByteArrayContent(file);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var answer = await client.PostAsync("/api/v1/verify", body);
        using var report = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return report.RootElement.TryGetProperty("verdict", out var verdict) ? verdict.GetString() : $"{(int)answer.StatusCode}";
    }
}
