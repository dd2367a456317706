using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SmkPortfolio.Credentials;
using SmkPortfolio.UnitTests.Credentials;
using SmkPortfolio.UnitTests.Pdf.Reading;
using SmkPortfolio.Verifier.Checking;
using SmkPortfolio.Verifier.Cli;

namespace SmkPortfolio.UnitTests.Verifier;

/// <summary>Real PDF files through the whole core, and through the command line against a site on the loopback address.</summary>
public sealed class PaperFileTests : IDisposable
{
    private static readonly Register Known = Credentials.Samples.Register(PaperSample.Sealer.CertificateSha256);
    private static readonly FakeSources Sources = PaperSample.Sources();
    private readonly string _folder = Directory.CreateTempSubdirectory("papers").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_real_paper_is_genuine_and_current()
    {
        var report = await Verify(PaperFile.Write(PaperSample.Full()));
        Assert.Equal(("genuine", Verdict.GenuineCurrent), (report.ReasonCode, report.Verdict));
        Assert.Equal(4, report.Lines.Count);
    }

    [Fact]
    public async Task A_changed_byte_anywhere_makes_it_altered()
    {
        var file = PaperFile.Write(PaperSample.Full());
        var hole = Encoding.Latin1.GetString(file).IndexOf("/Contents", StringComparison.Ordinal);
        var everywhere = Enumerable.Range(0, file.Length).Where(i => i < 20 || i % 211 == 7 || (i > hole && i < hole + 3000 && i % 5 == 0));
        foreach (var i in everywhere)
        {
            byte[] changed = [.. file];
            changed[i] = (byte)(changed[i] == (byte)'0' ? '1' : changed[i] ^ 0x01);
            Assert.True((await Verify(changed)).Verdict == Verdict.Altered, $"byte {i}");
        }
    }

    [Fact]
    public async Task Bytes_added_at_the_end_or_cut_off_make_it_altered()
    {
        var file = PaperFile.Write(PaperSample.Full());
        Assert.Equal(Verdict.Altered, (await Verify([.. file, (byte)'\n'])).Verdict);
        Assert.Equal(Verdict.Altered, (await Verify(file[..^1])).Verdict);
        Assert.Equal(Verdict.Altered, (await Verify(file[..(file.Length / 2)])).Verdict);
    }

    [Fact]
    public async Task An_unsigned_paper_is_altered() => Assert.Equal("not-signed", (await Verify(PaperFile.Write(PaperSample.Full(), isSealed: false))).ReasonCode);

    [Fact]
    public async Task The_command_asks_the_registers_origin_and_says_genuine()
    {
        await using var site = new StatusSite(PaperSample.Sources(), RegisterText());
        var (code, output) = await Run(site, Save(PaperFile.Write(PaperSample.Full())), "--register", "https://folio.example/register.jws", "--json");
        using var json = JsonDocument.Parse(output);
        Assert.Equal("genuine-current", json.RootElement.GetProperty("verdict").GetString());
        Assert.Equal(0, code);
        Assert.Contains("/schools/99900001/credentials/cv-1/state", site.Asked);
    }

    [Fact]
    public async Task The_command_names_the_withdrawn_line()
    {
        var sources = PaperSample.Sources();
        sources.SetBits(Credentials.Samples.School, 1001);
        sources.SetState(PaperSample.LineClaims(1).Id, CredentialState.Withdrawn, "keliru", "mistaken");
        await using var site = new StatusSite(sources, RegisterText());
        var (code, output) = await Run(site, Save(PaperFile.Write(PaperSample.Full())), "--register", Save(Encoding.ASCII.GetBytes(RegisterText()), "register.jws"), "--json");
        Assert.Equal(1, code);
        Assert.Contains("\"genuine-withdrawn\"", output, StringComparison.Ordinal);
        Assert.Contains("mistaken", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_offline_goes_by_the_stapled_lists_and_asks_nobody()
    {
        var paper = PaperSample.Full();
        paper.Extra.AddRange(PaperSample.StapledLists());
        await using var site = new StatusSite(PaperSample.Sources(), RegisterText());
        var (code, output) = await Run(site, Save(PaperFile.Write(paper)), "--register", Save(Encoding.ASCII.GetBytes(RegisterText()), "register.jws"), "--offline", "--json");
        Assert.Contains("\"genuine-as-of\"", output, StringComparison.Ordinal);
        Assert.Equal(0, code);
        Assert.Empty(site.Asked);
    }

    [Fact]
    public async Task When_the_origin_does_not_answer_the_command_says_not_checkable()
    {
        string dead;
        await using (var site = new StatusSite(PaperSample.Sources(), RegisterText())) dead = site.Address;
        using var output = new StringWriter();
        using var error = new StringWriter();
        var register = Save(Encoding.ASCII.GetBytes(RegisterText()), "register.jws");
        var code = await SmkVerify.RunAsync([Save(PaperFile.Write(PaperSample.Full())), "--register", register, "--at", "https://folio.example=" + dead, "--json"], output, error, new FixedClock());
        Assert.Equal(1, code);
        Assert.Contains("\"not-checkable\"", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("302 Found\r\nLocation: https://evil.example/list")]
    [InlineData("301 Moved Permanently\r\nLocation: /register.jws")]
    [InlineData("500 Internal Server Error")]
    [InlineData("200 OK")]
    [InlineData(null)]
    public async Task What_the_origin_answers_instead_of_a_list_is_never_good_news(string? status)
    {
        await using var site = new StatusSite(PaperSample.Sources(), RegisterText()) { Instead = path => path.Contains("/status/", StringComparison.Ordinal) ? (true, status) : (false, null) };
        var (code, output) = await Run(site, Save(PaperFile.Write(PaperSample.Full())), "--register", Save(Encoding.ASCII.GetBytes(RegisterText()), "register.jws"), "--json");
        Assert.Equal(1, code);
        Assert.Contains("\"status-unavailable\"", output, StringComparison.Ordinal);
        Assert.DoesNotContain("/register.jws", site.Asked);
    }

    [Theory]
    [InlineData("302 Found\r\nLocation: https://evil.example/register.jws")]
    [InlineData("500 Internal Server Error")]
    [InlineData("200 OK")]
    [InlineData(null)]
    public async Task What_the_origin_answers_instead_of_a_register_stops_the_command(string? status)
    {
        await using var site = new StatusSite(PaperSample.Sources(), RegisterText()) { Instead = path => path == "/register.jws" ? (true, status) : (false, null) };
        var (code, output) = await Run(site, Save(PaperFile.Write(PaperSample.Full())), "--register", "https://folio.example/register.jws", "--json");
        Assert.Equal((2, ""), (code, output));
    }

    [Fact]
    public async Task A_paper_that_somebody_encrypted_is_altered()
    {
        var (source, target) = (Save(PaperFile.Write(PaperSample.Full())), Path.Combine(_folder, "locked.pdf"));
        var made = Pdf.Tool.Run("qpdf", "--encrypt", "", "owner", "256", "--", source, target);
        Assert.True(made.ExitCode is 0 or 3, made.Output);

        var report = await Verify(File.ReadAllBytes(target));

        Assert.Equal(Verdict.Altered, report.Verdict);
        Assert.Empty(report.Lines);
    }

    [Fact]
    public async Task A_second_signature_field_makes_it_altered_even_when_each_is_sound()
    {
        // The second one covers the first twenty bytes, and truly so.
        var early = PaperSample.Sealer.Sign(SHA256.HashData(HandmadePdf.Signed().AsSpan(0, 20)));

        Assert.Equal("snapshot-mismatch", (await Verify(Signed(null))).ReasonCode);
        Assert.Equal("partly-signed", (await Verify(Signed(early))).ReasonCode);

        static byte[] Signed(byte[]? second)
        {
            var draft = HandmadePdf.Signed(hole: 3000, second: second);
            return HandmadePdf.Signed(PaperSample.Sealer.Sign(HandmadePdf.DigestWithoutHole(draft)), hole: 3000, second: second);
        }
    }

    private static Task<VerificationReport> Verify(byte[] file) =>
        DocumentVerifier.VerifyAsync(file, new VerificationContext(Known, Sources, Credentials.Samples.Now.AddDays(1), "en"), default);

    private static string RegisterText() => RegisterFile.Sign(Credentials.Samples.RegisterContent(PaperSample.Sealer.CertificateSha256), Credentials.Samples.Platform);

    private static async Task<(int Code, string Output)> Run(StatusSite site, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await SmkVerify.RunAsync([.. args, "--at", "https://folio.example=" + site.Address], output, error, new FixedClock());
        return (code, output.ToString());
    }

    private string Save(byte[] bytes, string name = "paper.pdf")
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
