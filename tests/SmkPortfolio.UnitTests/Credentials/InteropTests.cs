using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SmkPortfolio.Credentials;
using SmkPortfolio.Credentials.Json;

namespace SmkPortfolio.UnitTests.Credentials;

/// <summary>Other people's verifiers say whether our credentials are right. <c>tests/run.sh</c> installs them.</summary>
public sealed class InteropTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("interop").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Both_verifiers_and_the_schemas_accept_what_we_issue_and_refuse_it_altered_or_withdrawn()
    {
        foreach (var key in new[] { Samples.School, Samples.Teacher, Samples.Mentor }) Publish(key);
        Publish(Samples.SecondTeacher, 8);
        Save("good-badge.json", Samples.SignedBadge(Samples.Badge(Samples.SignedEndorsement(Samples.Teacher), Samples.SignedEndorsement(Samples.Mentor))));
        Save("good-endorsement.json", Samples.SignedEndorsement(Samples.Teacher));
        Save("good-batch.json", Samples.SignedBadge(Samples.Badge(Samples.SignedBatch(Samples.Teacher))));
        Save("good-portfolio.json", Samples.SignedBadge(Samples.Portfolio()));
        Save("bad-altered.json", Altered(Samples.SignedBadge()));
        Save("bad-withdrawn.json", Samples.SignedEndorsement(Samples.SecondTeacher, 8));

        var lines = await VerifyAsync("good-badge.json", "good-endorsement.json", "good-batch.json", "good-portfolio.json", "bad-altered.json", "bad-withdrawn.json");
        Assert.Equal(18, lines.Count);
        foreach (var line in lines.Where(l => l.File.StartsWith("good-", StringComparison.Ordinal))) Assert.True(line.Verified, $"{line.Tool} {line.File}: {line.Errors}");
        foreach (var line in lines.Where(l => l.File.StartsWith("bad-", StringComparison.Ordinal) && l.Tool != "ob-schema")) Assert.False(line.Verified, $"{line.Tool} {line.File}");
    }

    private void Publish(SigningKey key, params int[] withdrawn)
    {
        var folder = Path.Combine(_folder, "site", new Uri(DidWeb.BaseUrl(key.Controller)).AbsolutePath.Trim('/'));
        Directory.CreateDirectory(Path.Combine(folder, "status"));
        File.WriteAllBytes(Path.Combine(folder, "did.json"), DidDocument.Build(key.Controller, [new PublishedKey(key.Key.Multikey, true)]));
        File.WriteAllBytes(Path.Combine(folder, "status", "rev-1.json"), Samples.StatusList(key, withdrawn));
    }

    private void Save(string name, byte[] file) => File.WriteAllBytes(Path.Combine(_folder, name), file);

    private static byte[] Altered(byte[] file)
    {
        var json = JsonNode.Parse(file)!;
        json["credentialSubject"]!["name"] = "Orang Lain";
        return JsonWrite.Bytes(json);
    }

    private async Task<IReadOnlyList<(string File, string Tool, bool Verified, string Errors)>> VerifyAsync(params string[] files)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        start.ArgumentList.Add(Path.Combine(Vectors.Folder(".."), "interop", "verify.mjs"));
        start.ArgumentList.Add("https://folio.example");
        start.ArgumentList.Add(new Uri(Path.Combine(_folder, "site") + "/").AbsoluteUri);
        foreach (var file in files) start.ArgumentList.Add(Path.Combine(_folder, file));
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(output.Length > 0, await errors);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
        {
            var json = JsonDocument.Parse(line).RootElement;
            return (Path.GetFileName(json.GetProperty("file").GetString()!), json.GetProperty("tool").GetString()!,
                json.GetProperty("verified").GetBoolean(), json.GetProperty("errors").GetRawText());
        })];
    }
}
