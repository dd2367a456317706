using System.Globalization;
using System.Text;
using System.Text.Json;
using SmkPortfolio.Credentials;
using SmkPortfolio.UnitTests.Credentials;
using SmkPortfolio.UnitTests.Credentials.Cases;
using SmkPortfolio.Verifier.Checking;
using SmkPortfolio.Verifier.Cli;

namespace SmkPortfolio.UnitTests.Verifier;

public sealed class SmkVerifyTests : IDisposable
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

    [Fact]
    public async Task Without_a_register_the_issuer_is_unknown_and_the_exit_code_1()
    {
        Assert.Equal(1, await Run(Save("badge.json", Samples.SignedBadge()), "--json"));
        using var json = JsonDocument.Parse(_output.ToString());
        Assert.Equal("issuer-unknown", json.RootElement.GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task Offline_a_single_credential_cannot_be_checked()
    {
        Assert.Equal(1, await Run(Save("badge.json", Samples.SignedBadge()), "--register", Register(), "--offline", "--json"));
        Assert.Contains("not-checkable", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains(Samples.Register().Fingerprint, _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pinned_key_is_compared_and_a_wrong_one_stops_the_check()
    {
        var file = Save("badge.json", Samples.SignedBadge());
        Assert.Equal(1, await Run(file, "--register", Register(), "--offline", "--key", Samples.Register().Fingerprint));
        Assert.Empty(_error.ToString());
        Assert.NotEmpty(_output.ToString());
        _output.GetStringBuilder().Clear();
        Assert.Equal(1, await Run(file, "--register", Register(), "--offline", "--key", new string('0', 64)));
        Assert.Empty(_output.ToString());
    }

    [Fact]
    public async Task The_text_of_a_papers_large_code_is_read_but_never_called_current()
    {
        var statement = new PaperStatement("7K2QX9M4TBC", "Ni Kadek Ayu Lestari", "99900001", "drh", Samples.Now, [new StatementLine("project", "Teralis", "teacher")]);
        var text = PrintedStatement.Sign("https://folio.example/verify/7K2QX9M4TBC", statement, Samples.School)!;

        Assert.Equal(1, await Run("--qr", text, "--register", Register(), "--offline", "--json"));
        Assert.Equal(1, await Run("--qr", text.Replace(text[^40..^36], "AAAA", StringComparison.Ordinal), "--register", Register(), "--offline", "--json"));
        Assert.Equal(1, await Run("--qr", text, "--json"));

        var told = _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(
            ["not-checkable statement-sound", "altered proof-broken", "not-checkable no-register"],
            told.Select(t => t.GetProperty("verdict").GetString() + " " + t.GetProperty("reasonCode").GetString()));
        Assert.Equal("Teralis", told[0].GetProperty("lines")[0].GetProperty("title").GetString());
    }

    [Fact]
    public async Task The_register_can_be_saved()
    {
        var target = Path.Combine(_folder, "saved.jws");
        Assert.Equal(0, await Run("--register", Register(), "--register-out", target));
        Assert.Equal(File.ReadAllText(Register()), File.ReadAllText(target));
    }

    public static TheoryData<string[]> WrongUses => new()
    {
        { [] },
        { ["--nothing-like-this"] },
        { ["no-such-file.pdf"] },
        { ["x.pdf", "--at", "nonsense", "--register", "r"] },
        { ["x.pdf", "--register", "no-such-register.jws"] },
        { ["x.pdf", "--register-out", "x"] },
        { ["x.pdf", "--register", "https://"] },
        { ["x.pdf", "--register", "https://["] },
        { ["x.pdf", "--register", "http://folio.example/register.jws"] },
        { ["x.pdf", "--key", "00"] },
        { ["x.pdf", "--log-proof", "x.tlog-proof"] },
        { ["x.pdf", "y.pdf", "--register", "r", "--log-proof", "x.tlog-proof"] },
    };

    [Theory, MemberData(nameof(WrongUses))]
    public async Task A_wrong_use_is_said_and_exits_with_2(string[] args)
    {
        Assert.Equal(2, await Run(args));
        Assert.NotEmpty(_error.ToString());
    }

    [Fact]
    public async Task An_altered_register_is_refused()
    {
        var path = Save("register.jws", Encoding.UTF8.GetBytes(File.ReadAllText(Register()).Replace("e", "f", StringComparison.Ordinal)));
        Assert.Equal(2, await Run(Save("badge.json", Samples.SignedBadge()), "--register", path));
    }

    [Fact]
    public async Task A_log_proof_is_checked_without_a_network()
    {
        var file = Samples.SignedBadge();
        var log = new LogSample();
        var proof = Save("badge.tlog-proof", Encoding.UTF8.GetBytes(log.ProofOf(file)));
        var register = Save("register-log.jws", Encoding.UTF8.GetBytes(RegisterFile.Sign(log.In(Samples.RegisterContent()), Samples.Platform)));

        await Run(Save("badge.json", file), "--register", register, "--offline", "--log-proof", proof);
        await Run(Save("other.json", Samples.SignedBadge(Samples.Portfolio())), "--register", register, "--offline", "--log-proof", proof);

        var lines = _output.ToString().Split('\n').Where(l => l.TrimStart().StartsWith("log ", StringComparison.Ordinal)).ToList();
        Assert.Contains("kept by the same site", lines[0], StringComparison.Ordinal);
        Assert.Contains("failed", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_file_has_its_line_of_JSON_under_the_name_that_was_given()
    {
        var badge = Save("badge.json", Samples.SignedBadge());
        var odd = Save("odd.bin", [0, 1, 2, 3]);
        var missing = Path.Combine(_folder, "missing.pdf");

        Assert.Equal(2, await Run(odd, missing, badge, "--register", Register(), "--offline", "--json", "--qr", "https://folio.example/verify/7K2QX9M4TBC"));

        var lines = _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.All(lines, line => Assert.Equal("file", line.EnumerateObject().First().Name));
        Assert.Equal(
            [("QR", "not-checkable", null), (odd, null, "unknown-kind"), (missing, null, "no-such-file"), (badge, "not-checkable", null)],
            lines.Select(l => (l.GetProperty("file").GetString(), l.GetProperty("verdict").GetString(), l.TryGetProperty("problem", out var problem) ? problem.GetString() : null)));
        Assert.Contains("neither PDF", lines[1].GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-GB", "calls itself did:key:z6Mk", "(not confirmed)")]
    [InlineData("id-ID", "menyebut dirinya did:key:z6Mk", "(belum dipastikan)")]
    public async Task An_issuer_that_is_not_in_the_register_only_calls_itself_something(string culture, string before, string after)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        await Run(Save("badge.json", Forge.StrangersBadge()), "--register", Register(), "--offline");

        var line = _output.ToString().Split('\n').Single(l => l.Contains("did:key", StringComparison.Ordinal));
        Assert.Contains(before, line, StringComparison.Ordinal);
        Assert.EndsWith(after, line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\u001b[31mb", "a [31mb")]
    [InlineData("kana\u202Enan", "kananan")]
    [InlineData("ru\u200Bang\u2066\uFEFF", "ruang")]
    [InlineData("satu\u2028dua", "satu dua")]
    [InlineData("tanda \U000E0041", "tanda ")]
    [InlineData("Jos\u00e9 \U0001F600", "Jos\u00e9 \U0001F600")]
    public void What_is_not_seen_is_not_printed(string text, string plain) => Assert.Equal(plain, ConsoleReport.Plain(text));

    [Fact]
    public async Task An_unknown_kind_of_file_is_not_genuine()
    {
        Assert.Equal(1, await Run(Save("x.bin", [0, 1, 2, 3])));
        Assert.NotEmpty(_error.ToString());
    }

    [Fact]
    public async Task People_read_the_verdict_and_every_check()
    {
        await Run(Save("badge.json", Samples.SignedBadge()), "--register", Register(), "--offline");
        foreach (var check in CheckName.All) Assert.Contains(check, _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%PDF-1.7 x", FileKind.Pdf)]
    [InlineData("  {\"a\":1}", FileKind.Json)]
    [InlineData("eyJhbGciOiJFUzI1NiJ9.e30.c2ln\n", FileKind.Jwt)]
    [InlineData("PK\u0003\u0004", FileKind.Zip)]
    [InlineData("hello", FileKind.Unknown)]
    [InlineData("", FileKind.Unknown)]
    public void Kinds_are_told_by_their_first_bytes(string text, FileKind kind) => Assert.Equal(kind, FileKinds.Of(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public async Task A_known_kind_that_is_not_checked_yet_says_so()
    {
        var report = await DocumentVerifier.VerifyAsync("PK\u0003\u0004"u8.ToArray(), new VerificationContext(null, new OfflineSources(), Samples.Now, "id"), default);
        Assert.Equal((Verdict.NotCheckable, "kind-not-supported"), (report.Verdict, report.ReasonCode));
    }

    [Fact]
    public async Task A_file_that_only_begins_like_a_PDF_is_altered()
    {
        var report = await DocumentVerifier.VerifyAsync("%PDF-1.7 and nothing more"u8.ToArray(), new VerificationContext(null, new OfflineSources(), Samples.Now, "id"), default);
        Assert.Equal((Verdict.Altered, "pdf-unreadable"), (report.Verdict, report.ReasonCode));
    }

    [Fact]
    public async Task Random_bytes_are_of_no_kind() =>
        await Assert.ThrowsAsync<UnknownKindException>(() => DocumentVerifier.VerifyAsync(new byte[] { 1, 2, 3 }, new VerificationContext(null, new OfflineSources(), Samples.Now, "id"), default));

    private Task<int> Run(params string[] args) => SmkVerify.RunAsync(args, _output, _error, new FixedClock());

    private string Register() => Save("register-good.jws", Encoding.UTF8.GetBytes(RegisterFile.Sign(Samples.RegisterContent(), Samples.Platform)));

    private string Save(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
