using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SmkPortfolio.Credentials;
using SmkPortfolio.Credentials.Json;
using SmkPortfolio.Tests;

namespace SmkPortfolio.UnitTests.Credentials.ThreeParties;

/// <summary>Our core and two tools of other people judge the same documents at the same time. One node process answers for all cases.</summary>
public sealed class ThreePartyTests(ThreePartyTests.Answers answers) : IClassFixture<ThreePartyTests.Answers>
{
    public static TheoryData<string> Names => [.. ThreePartyCases.All.Select(c => c.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Each_party_gives_its_answer(string name)
    {
        var one = ThreePartyCases.All.Single(c => c.Name == name);
        var core = answers.Core[name];
        Assert.True(one.Core == core.Verdict, $"our core: {core.Verdict} ({core.ReasonCode}) instead of {one.Core}");
        Assert.Equal((one.VerifierCore, one.Vc), (answers.Of("verifier-core", name), answers.Of("vc", name)));
    }

    [Fact]
    public void There_are_forty_cases_at_least_and_a_tool_that_accepts_more_than_we_do_is_explained()
    {
        Assert.True(ThreePartyCases.All.Count >= 40);
        var moreThanWeDo = ThreePartyCases.All.Where(c => c.Core != Verdict.GenuineCurrent && (c.VerifierCore == ThreePartyCase.Accept || c.Vc == ThreePartyCase.Accept)).ToList();
        Assert.NotEmpty(moreThanWeDo);
        Assert.All(moreThanWeDo, one => Assert.NotEqual("", one.Note));
    }

    /// <summary>What everybody said, asked once.</summary>
    public sealed class Answers : IAsyncLifetime
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("parties").FullName;
        private readonly Dictionary<(string Tool, string Name), (string Answer, string Errors)> _tools = [];

        internal Dictionary<string, VerificationReport> Core { get; } = [];

        internal string Of(string tool, string name) => _tools[(tool, name)].Answer;

        public async ValueTask InitializeAsync()
        {
            var manifest = new JsonArray();
            foreach (var (number, one) in ThreePartyCases.All.Index())
            {
                var world = new ThreePartyWorld(number);
                var document = one.Make(world);
                Core[one.Name] = await CredentialVerifier.VerifyAsync(document, new VerificationContext(world.Register(), world, ThreePartyWorld.Now, "en"), default);
                var site = Path.Combine(_folder, number.ToString(CultureInfo.InvariantCulture));
                world.Save(site);
                File.WriteAllBytes(site + ".json", document);
                manifest.Add((JsonNode)new JsonObject
                {
                    ["name"] = one.Name,
                    ["file"] = site + ".json",
                    ["origin"] = world.Site.GetLeftPart(UriPartial.Authority),
                    ["site"] = new Uri(site + "/").AbsoluteUri,
                });
            }
            File.WriteAllBytes(Path.Combine(_folder, "manifest.json"), JsonWrite.Bytes(manifest));
            await AskToolsAsync();
            WriteTable();
        }

        public ValueTask DisposeAsync()
        {
            Directory.Delete(_folder, recursive: true);
            return ValueTask.CompletedTask;
        }

        private async Task AskToolsAsync()
        {
            var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
            start.ArgumentList.Add(Path.Combine(Vectors.Folder(".."), "interop", "verify.mjs"));
            start.ArgumentList.Add("--cases");
            start.ArgumentList.Add(Path.Combine(_folder, "manifest.json"));
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, await errors);
            foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                var json = JsonDocument.Parse(line).RootElement;
                _tools[(json.GetProperty("tool").GetString()!, json.GetProperty("name").GetString()!)] = (json.GetProperty("answer").GetString()!, json.GetProperty("errors").GetRawText());
            }
        }

        // What was really said, so that the table is worth reading when a test fails.
        private void WriteTable()
        {
            var rows = ThreePartyCases.All.Select(one => new[] { one.Name, WireNames.Of(Core[one.Name].Verdict), Of("verifier-core", one.Name), Of("vc", one.Name), one.Note });
            TestTables.Write(
                "three-parties",
                $"{ThreePartyCases.All.Count} documents before three parties: our core, @digitalcredentials/verifier-core, @digitalbazaar/vc",
                [["case", "core", "verifier-core", "vc", "note"], .. rows]);
        }
    }
}
