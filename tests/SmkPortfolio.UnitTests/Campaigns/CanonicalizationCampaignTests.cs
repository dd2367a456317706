using System.Diagnostics;
using System.Text;
using System.Text.Json;
using SmkPortfolio.Credentials.Integrity;
using SmkPortfolio.Credentials.Json;
using SmkPortfolio.Credentials.Rdf;
using SmkPortfolio.Tests;
using SmkPortfolio.UnitTests.Credentials;

namespace SmkPortfolio.UnitTests.Campaigns;

/// <summary>What is signed is a text that others must make from the document in the same way, to the byte.</summary>
[Trait(Campaign.Category, Campaign.Name)]
public sealed class CanonicalizationCampaignTests
{
    private const int Seed = 20261124;

    // A limit of its own on documents with many nameless nodes alike.
    private const string GivenUp = "error: Error Maximum deep iterations exceeded";

    [Fact]
    public async Task Documents_put_together_at_random_have_the_same_canonical_text_here_and_in_jsonld_js()
    {
        var generated = new GeneratedCredentials(Seed);
        var documents = Enumerable.Range(0, Campaign.Count(2_000, 5_000)).Select(_ => JsonWrite.Bytes(generated.Next())).ToList();
        var theirs = await JsonLdJsAsync(documents);
        Assert.Equal(documents.Count, theirs.Count);
        // What jsonld.js gives up on has no answer to compare with; that is rare, or the documents are put together badly.
        var answered = documents.Zip(theirs).Where(pair => !pair.Second.StartsWith(GivenUp, StringComparison.Ordinal)).ToList();
        Assert.InRange(answered.Count, documents.Count - (documents.Count / 1_000), documents.Count);
        var differing = answered.Where(pair => Ours(pair.First) != pair.Second).Select(pair => $"{Encoding.UTF8.GetString(pair.First)}\n{Ours(pair.First)}\n-- jsonld.js:\n{pair.Second}").ToList();
        Assert.True(differing.Count == 0, $"{differing.Count} differ, the first: {differing.FirstOrDefault()}");
    }

    private static string Ours(byte[] document) => Rdfc10.Canonicalize(DataIntegrityProof.DocumentQuads(StrictJson.ParseObject(document)));

    private static async Task<IReadOnlyList<string>> JsonLdJsAsync(IReadOnlyList<byte[]> documents)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Vectors.Folder(".."), "interop", "canonize-lines.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        foreach (var document in documents)
        {
            await process.StandardInput.BaseStream.WriteAsync(document);
            process.StandardInput.BaseStream.WriteByte((byte)'\n');
        }
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return [.. (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<string>(line)!)];
    }
}
