using SmkPortfolio.Credentials;
using SmkPortfolio.Credentials.Log;

namespace SmkPortfolio.UnitTests.Credentials;

public sealed class LogCheckTests
{
    private readonly LogSample log = new();
    private readonly byte[] badge = Samples.SignedBadge();

    [Fact]
    public async Task A_document_with_its_proof_passes_and_the_words_claim_no_more_than_that()
    {
        var report = await CheckAsync(badge, log.ProofOf(badge));

        Assert.Equal((Verdict.GenuineCurrent, CheckState.Passed), (report.Verdict, report.StateOf(CheckName.Log)));
        Assert.Equal("It stands in this site's public log since 20 November 2025 (UTC); the log is kept by the same site.", Detail(report));
    }

    [Fact]
    public async Task Without_a_proof_the_log_does_not_apply_and_the_document_is_no_less_genuine()
    {
        var report = await CheckAsync(badge, null);

        Assert.Equal((Verdict.GenuineCurrent, CheckState.NotApplicable), (report.Verdict, report.StateOf(CheckName.Log)));
        Assert.NotNull(Detail(report));
    }

    [Fact]
    public async Task A_register_without_a_log_has_nothing_to_check()
    {
        var report = await CheckAsync(badge, log.ProofOf(badge), Samples.Register());

        Assert.Equal((Verdict.GenuineCurrent, CheckState.NotApplicable), (report.Verdict, report.StateOf(CheckName.Log)));
    }

    [Fact]
    public async Task An_endorsement_is_proved_by_an_entry_of_its_own_kind()
    {
        var endorsement = Samples.SignedEndorsement(Samples.Teacher);

        Assert.Equal(CheckState.Passed, (await CheckAsync(endorsement, log.ProofOf(endorsement, LogEntryKind.Endorsement))).StateOf(CheckName.Log));
        Assert.Equal(CheckState.Failed, (await CheckAsync(endorsement, log.ProofOf(endorsement))).StateOf(CheckName.Log));
    }

    public static TheoryData<string> Misfits => new("file", "kind", "tile", "index", "root", "signature", "nonsense");

    [Theory, MemberData(nameof(Misfits))]
    public async Task A_proof_that_does_not_fit_fails_and_is_never_green(string what)
    {
        var good = log.ProofOf(badge);
        var proof = LogProof.Read(good)!;
        var bad = what switch
        {
            "file" => log.ProofOf("another file"u8.ToArray()),
            // Withdrawing enters the same file once more: that is no proof of its issue.
            "kind" => log.ProofOf(badge, LogEntryKind.StatusChange),
            "tile" => (proof with { Path = [new byte[32], .. proof.Path.Skip(1)] }).Write(),
            "index" => (proof with { Index = proof.Index + 1 }).Write(),
            "root" => good.Replace("\n9\n", "\n10\n", StringComparison.Ordinal),
            "signature" => new LogSample().ProofOf(badge),
            _ => "c2sp.org/tlog-proof@v1\n",
        };
        Assert.NotEqual(good, bad);

        var report = await CheckAsync(badge, bad);

        Assert.Equal((Verdict.NotCheckable, "log-mismatch", CheckState.Failed), (report.Verdict, report.ReasonCode, report.StateOf(CheckName.Log)));
        Assert.Equal(CheckState.Passed, report.StateOf(CheckName.Proof));
    }

    [Fact]
    public async Task A_checkpoint_by_a_stolen_log_key_proves_nothing_and_by_a_retired_one_it_does()
    {
        var content = log.In(Samples.RegisterContent());
        RegisterContent With(Func<RegisterKey, RegisterKey> change) => content with { Log = content.Log! with { Keys = [change(content.Log.Keys[0])] } };

        Assert.Equal(CheckState.Failed, (await CheckAsync(badge, log.ProofOf(badge), Read(With(k => k with { CompromisedAt = Samples.Now })))).StateOf(CheckName.Log));
        Assert.Equal(CheckState.Passed, (await CheckAsync(badge, log.ProofOf(badge), Read(With(k => k with { RetiredAt = Samples.Now })))).StateOf(CheckName.Log));
    }

    [Fact]
    public async Task A_document_that_was_altered_is_not_looked_up()
    {
        var altered = System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(badge).Replace("Ayu", "Ayo", StringComparison.Ordinal));

        var report = await CheckAsync(altered, log.ProofOf(altered));

        Assert.Equal((Verdict.Altered, CheckState.Unchecked), (report.Verdict, report.StateOf(CheckName.Log)));
    }

    [Fact]
    public async Task A_paper_is_proved_by_the_entry_of_the_credential_inside_it()
    {
        var paper = PaperSample.Full().Build();
        var inside = paper.Attachments.Single(a => a.Name == "credential.json").Bytes.ToArray();
        var register = Read(log.In(Samples.RegisterContent(PaperSample.Sealer.CertificateSha256)));
        var context = new VerificationContext(register, PaperSample.Sources(), Samples.Now, "en");

        var proved = await PaperVerifier.VerifyAsync(paper, context with { LogProof = log.ProofOf(inside) }, CancellationToken.None);
        var foreign = await PaperVerifier.VerifyAsync(paper, context with { LogProof = log.ProofOf(badge) }, CancellationToken.None);
        var without = await PaperVerifier.VerifyAsync(paper, context, CancellationToken.None);

        Assert.Equal((Verdict.GenuineCurrent, CheckState.Passed), (proved.Verdict, proved.StateOf(CheckName.Log)));
        Assert.Equal((Verdict.NotCheckable, CheckState.Failed), (foreign.Verdict, foreign.StateOf(CheckName.Log)));
        Assert.Equal((Verdict.GenuineCurrent, CheckState.NotApplicable), (without.Verdict, without.StateOf(CheckName.Log)));
    }

    private async Task<VerificationReport> CheckAsync(byte[] file, string? proof, Register? register = null) => await CredentialVerifier.VerifyAsync(
        file, new VerificationContext(register ?? Read(log.In(Samples.RegisterContent())), FakeSources.AllGood(), Samples.Now, "en") { LogProof = proof }, CancellationToken.None);

    private static Register Read(RegisterContent content) => RegisterFile.Read(RegisterFile.Sign(content, Samples.Platform));

    private static string? Detail(VerificationReport report) => report.Checks.Single(c => c.Name == CheckName.Log).Detail;
}
