using System.IO.Compression;
using System.Text;
using System.Text.Json;
using SmkPortfolio.Credentials;
using SmkPortfolio.UnitTests.Credentials;
using SmkPortfolio.UnitTests.Credentials.Cases;
using SmkPortfolio.Verifier.Cli;

namespace SmkPortfolio.UnitTests.Verifier;

/// <summary>The command without a network: saved status lists, and ZIPs of everything.</summary>
public sealed class BundleTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("smkverify").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _output.Dispose();
        _error.Dispose();
    }

    public static TheoryData<string> Names => [.. CheckCases.All.Select(c => c.Name)];

    [Theory, MemberData(nameof(Names))]
    public async Task Every_case_gets_from_the_command_what_the_core_says(string name)
    {
        var one = CheckCases.All.Single(c => c.Name == name);
        List<string> args = [Save("file" + Path.GetExtension(one.FileName), one.File), "--offline", "--json"];
        if (one.Register is { } register) args.AddRange("--register", Save("register.jws", Encoding.ASCII.GetBytes(RegisterFile.Sign(register, Samples.Platform))));
        foreach (var (list, i) in one.AllLists.Where(IsList).Select((list, i) => (list, i))) args.AddRange("--status", Save($"list-{i}.json", list));

        var exit = await SmkVerify.RunAsync(args, _output, _error, new FixedClock(one.Now));

        Assert.Equal(one.Verdict == Verdict.GenuineCurrent ? 0 : 1, exit);
        // An archive is opened by the command, and by nobody who wants one report.
        if (one.ReasonCode == "kind-not-supported" && one.File.AsSpan().StartsWith("PK"u8)) return;
        using var json = JsonDocument.Parse(_output.ToString());
        Assert.Equal((WireNames.Of(one.Verdict), one.ReasonCode), (json.RootElement.GetProperty("verdict").GetString(), json.RootElement.GetProperty("reasonCode").GetString()));
    }

    [Fact]
    public async Task A_saved_status_list_makes_a_credential_genuine_as_of_its_day()
    {
        Assert.Equal(0, await Run([Good(), "--register", Register(), "--offline", .. Lists()]));
        Assert.Contains("not withdrawn as of", _output.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_is_no_status_list_is_named()
    {
        var other = Save("other.json", "{}"u8.ToArray());
        Assert.Equal(2, await Run(Good(), "--register", Register(), "--status", other));
        Assert.Equal(2, await Run(Good(), "--register", Register(), "--status", Path.Combine(_folder, "missing.json")));
        Assert.Contains("other.json is no status list", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("missing.json cannot be read", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_list_with_something_behind_it_is_none_and_does_not_vanish_from_a_bundle()
    {
        byte[] spoilt = [.. GoodCase.Lists.Values.First(), .. "PK"u8];
        Assert.Equal(2, await Run(Good(), "--register", Register(), "--status", Save("spoilt.json", spoilt)));
        Assert.Contains("spoilt.json is no status list", _error.ToString(), StringComparison.Ordinal);

        Assert.Equal(1, await Run(Zip([("one.json", Badge()), .. ListEntries(), ("status/spoilt.json", spoilt)]), "--register", Register(), "--offline"));
        Assert.Contains("bundle.zip!status/spoilt.json", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bundle_is_checked_document_by_document_with_what_lies_in_it()
    {
        var bundle = Zip([("credentials/one.json", Badge()), .. ListEntries(), ("evidence/a.jpg", [1, 2, 3]), ("README.txt", [65])]);

        Assert.Equal(0, await Run(bundle, "--register", Register(), "--offline"));

        Assert.Contains("bundle.zip!credentials/one.json", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("2 files", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_in_a_bundle_is_compared_with_what_the_documents_pin()
    {
        (string, byte[])[] evidence = [(Revision, Samples.Revision), (Photo, [1, 2, 3]), ("evidence/of-nobody.jpg", [9]), ("README.txt", [65])];
        var bundle = Zip([("credentials/one.json", Badge()), .. ListEntries(), .. evidence]);

        Assert.Equal(0, await Run(bundle, "--register", Register(), "--offline"));

        Assert.Contains("2 of 2 evidence files were compared", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("2 files", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_in_a_bundle_that_was_exchanged_makes_the_document_altered()
    {
        var bundle = Zip([("credentials/one.json", Badge()), .. ListEntries(), (Revision, Samples.Revision), (Photo, [1, 2, 4])]);

        Assert.Equal(1, await Run(bundle, "--register", Register(), "--offline", "--json"));

        Assert.Contains("\"evidence-altered\"", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_in_a_bundle_that_is_too_large_is_not_compared_and_not_held_against_anybody()
    {
        var bundle = Zip([("credentials/one.json", Badge()), .. ListEntries(), (Revision, Samples.Revision), (Photo, new byte[26 * 1024 * 1024])]);

        Assert.Equal(0, await Run(bundle, "--register", Register(), "--offline"));

        Assert.Contains("1 of 2 evidence files were compared", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("1 files", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_register_in_a_bundle_is_believed_only_when_its_key_is_pinned()
    {
        var bundle = Zip([("credentials/one.json", Badge()), .. ListEntries(), ("register.jws", File.ReadAllBytes(Register()))]);

        Assert.Equal(1, await Run(bundle, "--offline", "--json"));
        Assert.Contains("issuer-unknown", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains(Samples.Register().Fingerprint, _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await Run(bundle, "--offline", "--key", new string('0', 64)));
        Assert.Equal(0, await Run(bundle, "--offline", "--key", Samples.Register().Fingerprint));
    }

    [Fact]
    public async Task One_bad_document_spoils_the_exit_code_and_not_the_others()
    {
        var bad = Badge();
        bad[bad.Length / 2] ^= 1;
        var bundle = Zip([("credentials/one.json", Badge()), ("credentials/two.json", bad), ("notes.txt", [65]), ("inner.zip", File.ReadAllBytes(Zip([("x", [1])], "inner.zip"))), .. ListEntries()]);

        Assert.Equal(1, await Run(bundle, "--register", Register(), "--offline", "--json"));

        Assert.Equal(
            [("credentials/one.json", "genuine-current"), ("credentials/two.json", "altered"), ("notes.txt", null), ("inner.zip", null)],
            _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)
                .Select(line => (line.GetProperty("file").GetString()!.Split('!')[1], line.GetProperty("verdict").GetString())));
        Assert.Contains("notes.txt: neither PDF", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("inner.zip: a ZIP inside a ZIP", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bundles_that_hold_nothing_or_are_cut_are_not_genuine()
    {
        Assert.Equal(1, await Run(Zip([]), "--register", Register(), "--offline"));
        Assert.Equal(1, await Run(Zip([("README.txt", [65])], "only.zip"), "--register", Register(), "--offline"));
        var cut = Save("cut.zip", File.ReadAllBytes(Zip([("a.json", Badge())], "whole.zip"))[..^40]);
        Assert.Equal(1, await Run(cut, "--register", Register(), "--offline"));
        Assert.Contains("holds no files", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("damaged", _error.ToString(), StringComparison.Ordinal);
    }

    private Task<int> Run(params string[] args) => SmkVerify.RunAsync(args, _output, _error, new FixedClock());

    private static bool IsList(byte[] list) => Encoding.UTF8.GetString(list).Contains("BitstringStatusListCredential", StringComparison.Ordinal);

    private static CheckCase GoodCase { get; } = CheckCases.All.First(c => c.Verdict == Verdict.GenuineCurrent && c.FileName.EndsWith(".json", StringComparison.Ordinal) && c.Register == Forge.Register && c.Lists.Values.All(IsList));

    private const string Revision = "revisions/0199aa10-7c1e-7d55-9b1e-0d6a0c3b7f22.json";

    private const string Photo = "evidence/0199aa107c1e7d559b1e0d6a0c3b7f23-foto.jpg";

    private static byte[] Badge() => GoodCase.File[..];

    private string Good() => Save("good.json", Badge());

    private string[] Lists() => [.. GoodCase.Lists.Values.SelectMany((list, i) => new[] { "--status", Save($"list-{i}.json", list) })];

    private static IEnumerable<(string, byte[])> ListEntries() => GoodCase.Lists.Values.Select((list, i) => ($"status/{i}.json", list));

    private string Register() => Save("register.jws", Encoding.ASCII.GetBytes(RegisterFile.Sign(Forge.Register, Samples.Platform)));

    private string Zip(IEnumerable<(string Name, byte[] Bytes)> files, string name = "bundle.zip")
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, bytes) in files)
            {
                using var entry = zip.CreateEntry(path).Open();
                entry.Write(bytes);
            }
        }
        return Save(name, stream.ToArray());
    }

    private string Save(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
