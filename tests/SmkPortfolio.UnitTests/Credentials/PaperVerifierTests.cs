using System.Security.Cryptography;
using SmkPortfolio.Credentials;

namespace SmkPortfolio.UnitTests.Credentials;

public sealed class PaperVerifierTests
{
    private static readonly Register Known = Samples.Register(PaperSample.Sealer.CertificateSha256);

    [Fact]
    public async Task A_paper_with_every_word_proved_is_genuine_and_current()
    {
        var report = await Verify(PaperSample.Full().Build());
        Assert.Equal(("genuine", Verdict.GenuineCurrent), (report.ReasonCode, report.Verdict));
        Assert.Equal(["self", "teacher", "company", "certificate"], report.Lines.Select(l => l.Word));
        Assert.All(report.Lines, l => Assert.Equal(LineState.Current, l.State));
        Assert.Equal("7Q2MX-4K9TAB", report.Code);
        Assert.DoesNotContain(report.Checks, c => c.State is CheckState.Failed or CheckState.Unchecked);
    }

    [Fact]
    public async Task Offline_it_is_genuine_as_of_the_stapled_lists_and_never_without_them()
    {
        var offline = PaperSample.Sources();
        offline.Online = false;
        var paper = PaperSample.Full();
        Assert.Equal(Verdict.NotCheckable, (await Verify(paper.Build(), offline)).Verdict);
        paper.Extra.AddRange(PaperSample.StapledLists());
        var report = await Verify(paper.Build(), offline);
        Assert.Equal(("genuine-as-of", Verdict.GenuineCurrent), (report.ReasonCode, report.Verdict));
        Assert.Equal(CheckState.NotApplicable, report.StateOf(CheckName.State));
        Assert.Contains("20 November 2025", report.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Online_a_stapled_list_does_not_stand_in_for_a_missing_answer_but_dates_it()
    {
        var sources = PaperSample.Sources();
        sources.Lists.Clear();
        var paper = PaperSample.Full();
        paper.Extra.AddRange(PaperSample.StapledLists());
        var report = await Verify(paper.Build(), sources);
        Assert.Equal(("status-unavailable-last", Verdict.NotCheckable), (report.ReasonCode, report.Verdict));
        Assert.Equal(Samples.Now, report.StatusAsOf);
    }

    [Fact]
    public async Task A_line_whose_bit_is_set_is_withdrawn_even_when_its_state_record_says_active()
    {
        var sources = PaperSample.Sources();
        sources.SetBits(Samples.School, 1001);
        var report = await Verify(PaperSample.Full().Build(), sources);
        Assert.Equal(("line-withdrawn", Verdict.GenuineWithdrawn), (report.ReasonCode, report.Verdict));
        Assert.Equal(LineState.Withdrawn, report.Lines[1].State);
    }

    [Fact]
    public async Task Evidence_of_the_lines_counts_as_checked_only_as_far_as_it_was_at_hand()
    {
        Assert.Equal(CheckState.NotApplicable, (await Verify(PaperSample.Full().Build())).StateOf(CheckName.Evidence));
        var files = new EvidenceFiles();
        files.Add("revisions", Guid.Parse(Samples.RevisionUrl.Split('/')[^1]), SHA256.HashData(Samples.Revision));
        var some = await PaperVerifier.VerifyAsync(PaperSample.Full().Build(), Context(PaperSample.Sources(), Known) with { Evidence = files }, default);
        Assert.Equal((Verdict.GenuineCurrent, CheckState.Passed), (some.Verdict, some.StateOf(CheckName.Evidence)));
        Assert.Equal("3 of 6 evidence files were compared, and agree.", some.Checks.Single(c => c.Name == CheckName.Evidence).Detail);
        files.Add("evidence", Guid.Parse("0199aa10-7c1e-7d55-9b1e-0d6a0c3b7f23"), SHA256.HashData([4]));
        var wrong = await PaperVerifier.VerifyAsync(PaperSample.Full().Build(), Context(PaperSample.Sources(), Known) with { Evidence = files }, default);
        Assert.Equal((Verdict.Altered, "evidence-altered"), (wrong.Verdict, wrong.ReasonCode));
        Assert.Empty(wrong.Lines);
    }

    [Fact]
    public async Task Every_changed_byte_of_the_signature_value_is_noticed()
    {
        var paper = PaperSample.Full().Build();
        var sources = PaperSample.Sources();
        for (var i = 0; i < paper.Cms!.Length; i++)
        {
            byte[] cms = [.. paper.Cms];
            cms[i] ^= 0x01;
            var report = await Verify(paper with { Cms = cms }, sources);
            Assert.True(report.Verdict == Verdict.Altered, $"byte {i}: {report.Verdict}");
        }
    }

    [Fact]
    public async Task Changed_unsigned_partly_signed_and_unreadable_files_are_altered()
    {
        var paper = PaperSample.Full().Build();
        Assert.Equal("seal-broken", (await Verify(paper with { SignedRanges = [new byte[] { 1, 2, 3, 5 }] })).ReasonCode);
        Assert.Equal("not-signed", (await Verify(paper with { HasSignature = false, Cms = null })).ReasonCode);
        Assert.Equal("partly-signed", (await Verify(paper with { CoversWholeFile = false })).ReasonCode);
        Assert.Equal("pdf-unreadable", (await Verify(paper with { Parsed = false })).ReasonCode);
    }

    [Fact]
    public async Task A_seal_outside_the_register_is_an_unknown_issuer_and_tells_no_lines()
    {
        var report = await PaperVerifier.VerifyAsync(PaperSample.Full().Build(), Context(PaperSample.Sources(), Samples.Register()), default);
        Assert.Equal(("seal-not-in-register", Verdict.IssuerUnknown), (report.ReasonCode, report.Verdict));
        Assert.Empty(report.Lines);
        Assert.Equal(CheckState.Passed, report.StateOf(CheckName.PdfSignature));
        var none = await PaperVerifier.VerifyAsync(PaperSample.Full().Build(), Context(PaperSample.Sources(), null), default);
        Assert.Equal("no-register", none.ReasonCode);
    }

    [Fact]
    public async Task A_foreign_signed_file_without_attachments_is_an_unknown_issuer()
    {
        using var certificate = PdfSealer.CreateCertificate("Stranger", "Elsewhere", Samples.Now, Samples.Now.AddYears(1));
        using var stranger = new PdfSealer(certificate);
        var report = await Verify(new PaperSample { Seal = stranger }.Build(_ => []));
        Assert.Equal(Verdict.IssuerUnknown, report.Verdict);
    }

    [Fact]
    public async Task Our_attachments_under_a_strangers_seal_are_never_genuine()
    {
        using var certificate = PdfSealer.CreateCertificate("Stranger", "Elsewhere", Samples.Now, Samples.Now.AddYears(1));
        using var stranger = new PdfSealer(certificate);
        Assert.Equal(Verdict.IssuerUnknown, (await Verify(new PaperSample { Seal = stranger }.Build())).Verdict);
    }

    [Fact]
    public async Task A_school_cannot_seal_what_another_school_issued()
    {
        var sources = PaperSample.Sources();
        sources.States[PaperSample.Id] = StateRecord.Sign(new StateContent(PaperSample.Id, 1, CredentialState.Active, Samples.Now, null, null, null), Samples.OtherSchool);
        Assert.Equal("seal-of-another", (await Verify(new PaperSample { Issuer = Samples.OtherSchool }.Build(), sources)).ReasonCode);
    }

    [Fact]
    public async Task Missing_doubled_or_changed_attachments_are_altered()
    {
        var paper = PaperSample.Full();
        Assert.Equal("snapshot-mismatch", (await Verify(paper.Build(a => [.. a.Where(x => x.Name != "snapshot.json")]))).ReasonCode);
        Assert.Equal("snapshot-mismatch", (await Verify(paper.Build(a => [.. a, a[1]]))).ReasonCode);
        Assert.Equal("snapshot-mismatch", (await Verify(paper.Build(a => [a[0], new PaperAttachment("snapshot.json", "{}"u8.ToArray()), .. a.Skip(2)]))).ReasonCode);
        Assert.Equal("line-broken", (await Verify(paper.Build(a => [.. a.Where(x => x.Name != "line-2.json")]))).ReasonCode);
        Assert.Equal("line-broken", (await Verify(paper.Build(a => [.. a.Select(x => x.Name == "line-2.json" ? new PaperAttachment(x.Name, new byte[] { 1 }) : x)]))).ReasonCode);
    }

    [Fact]
    public async Task A_name_that_differs_from_the_credential_is_altered()
    {
        var paper = PaperSample.Full();
        paper.Snapshot["name"] = "Orang Lain";
        Assert.Equal("snapshot-mismatch", (await Verify(paper.Build())).ReasonCode);
    }

    [Fact]
    public async Task Another_file_than_the_issued_one_is_altered()
    {
        var sources = PaperSample.Sources();
        sources.Files["7Q2MX-4K9TAB"] = new string('b', 64);
        Assert.Equal("other-file", (await Verify(PaperSample.Full().Build(), sources)).ReasonCode);
        sources.Files["7Q2MX-4K9TAB"] = new string('A', 64);
        Assert.Equal(Verdict.GenuineCurrent, (await Verify(PaperSample.Full().Build(), sources)).Verdict);
    }

    public static TheoryData<string, string, string[]> TooHighWords => new()
    {
        { "project", "company", ["teacher"] },
        { "internship", "teacher", ["mentor"] },
        { "certification", "certificate", ["teacher"] },
        { "certification", "certificate", ["teacher", "teacher"] },
        { "certification", "certificate", ["teacher", "mentor"] },
        { "project", "certificate", ["teacher", "second"] },
        { "project", "teacher", [] },
    };

    [Theory, MemberData(nameof(TooHighWords))]
    public async Task A_word_higher_than_its_proof_is_altered(string kind, string word, string[] endorsers)
    {
        var endorsements = endorsers.Select((name, i) => Samples.SignedEndorsement(
            name switch { "teacher" => Samples.Teacher, "second" => Samples.SecondTeacher, _ => Samples.Mentor }, 20 + i)).ToArray();
        var paper = new PaperSample().Line(kind, "Baris", word, PaperSample.LineClaims(1, endorsements));
        Assert.Equal("word-unproved", (await Verify(paper.Build())).ReasonCode);
    }

    [Fact]
    public async Task A_line_withdrawn_after_printing_is_named()
    {
        var sources = PaperSample.Sources();
        sources.SetBits(Samples.School, 1001);
        sources.SetState(PaperSample.LineClaims(1).Id, CredentialState.Withdrawn, "keliru", "mistaken");
        var report = await Verify(PaperSample.Full().Build(), sources);
        Assert.Equal(("line-withdrawn", Verdict.GenuineWithdrawn), (report.ReasonCode, report.Verdict));
        Assert.Contains("Panel listrik", report.Reason, StringComparison.Ordinal);
        Assert.Equal((LineState.Withdrawn, "mistaken"), (report.Lines[1].State, report.Lines[1].Reason));
        Assert.Equal(LineState.Current, report.Lines[2].State);
    }

    [Fact]
    public async Task A_line_whose_endorsers_had_not_opened_the_work_says_so_and_counts_all_the_same()
    {
        var paper = new PaperSample()
            .Line("project", "Sekaligus", "teacher", PaperSample.LineClaims(1, Samples.SignedBatch(Samples.Teacher)))
            .Line("project", "Juga dilihat", "teacher", PaperSample.LineClaims(2, Samples.SignedBatch(Samples.Teacher), Samples.SignedEndorsement(Samples.SecondTeacher)));
        var report = await Verify(paper.Build());
        Assert.Equal((Verdict.GenuineCurrent, LineState.Current), (report.Verdict, report.Lines[0].State));
        Assert.Contains("had not opened", report.Lines[0].Reason, StringComparison.Ordinal);
        Assert.Null(report.Lines[1].Reason);
        Assert.Contains("2 confirmations were given to several works", report.Checks.Single(c => c.Name == "endorsements").Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_endorsement_takes_the_word_of_its_line()
    {
        var sources = PaperSample.Sources();
        sources.SetBits(Samples.SecondTeacher, 7);
        var report = await Verify(PaperSample.Full().Build(), sources);
        Assert.Equal(("line-withdrawn", LineState.Withdrawn), (report.ReasonCode, report.Lines[3].State));
    }

    [Fact]
    public async Task An_expired_line_leaves_the_paper_current()
    {
        var expired = PaperSample.LineClaims(3, Samples.SignedEndorsement(Samples.Teacher), Samples.SignedEndorsement(Samples.SecondTeacher)) with { ValidUntil = Samples.Now.AddHours(1) };
        var report = await Verify(new PaperSample().Line("certification", "Sertifikat", "certificate", expired).Build());
        Assert.Equal((Verdict.GenuineCurrent, LineState.Expired), (report.Verdict, report.Lines[0].State));
        Assert.Equal(Samples.Now.AddHours(1), report.Lines[0].Since);
    }

    [Fact]
    public async Task A_replaced_line_leaves_the_paper_current()
    {
        var sources = PaperSample.Sources();
        sources.SetBits(Samples.School, 1001);
        sources.SetState(PaperSample.LineClaims(1).Id, CredentialState.Replaced);
        var report = await Verify(PaperSample.Full().Build(), sources);
        Assert.Equal((Verdict.GenuineCurrent, LineState.Replaced), (report.Verdict, report.Lines[1].State));
    }

    [Fact]
    public async Task A_replaced_line_whose_endorsement_was_withdrawn_is_withdrawn()
    {
        var sources = PaperSample.Sources();
        sources.SetBits(Samples.School, 1003);
        sources.SetBits(Samples.SecondTeacher, 7);
        sources.SetState(PaperSample.LineClaims(3).Id, CredentialState.Replaced);
        var report = await Verify(PaperSample.Full().Build(), sources);
        Assert.Equal((Verdict.GenuineWithdrawn, "line-withdrawn", LineState.Withdrawn), (report.Verdict, report.ReasonCode, report.Lines[3].State));
    }

    [Fact]
    public async Task A_line_that_nobody_answers_for_makes_the_paper_uncheckable()
    {
        var sources = PaperSample.Sources();
        sources.States.Remove(PaperSample.LineClaims(2).Id);
        var report = await Verify(PaperSample.Full().Build(), sources);
        Assert.Equal(("line-unchecked", LineState.Unchecked), (report.ReasonCode, report.Lines[2].State));
        Assert.Equal(Verdict.NotCheckable, report.Verdict);
    }

    [Fact]
    public async Task With_the_rows_deleted_proof_and_seal_still_pass_and_nothing_is_green()
    {
        var report = await Verify(PaperSample.Full().Build(), new FakeSources());
        Assert.Equal(Verdict.NotCheckable, report.Verdict);
        Assert.Equal(CheckState.Passed, report.StateOf(CheckName.Proof));
        Assert.Equal(CheckState.Passed, report.StateOf(CheckName.PdfSignature));
    }

    [Fact]
    public async Task A_withdrawn_paper_is_withdrawn()
    {
        var sources = PaperSample.Sources();
        sources.SetBits(Samples.School, 500);
        sources.SetState(PaperSample.Id, CredentialState.Withdrawn, "diminta pemilik", "at the holder's wish");
        var report = await Verify(PaperSample.Full().Build(), sources);
        Assert.Equal(("withdrawn", Verdict.GenuineWithdrawn), (report.ReasonCode, report.Verdict));
        Assert.Contains("at the holder's wish", report.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plain_badge_is_no_paper()
    {
        var paper = PaperSample.Full().Build(a => [new PaperAttachment("credential.json", Samples.SignedBadge()), .. a.Skip(1)]);
        Assert.Equal(Verdict.Altered, (await Verify(paper)).Verdict);
    }

    private static Task<VerificationReport> Verify(PaperValues paper, IStatusSources? sources = null) =>
        PaperVerifier.VerifyAsync(paper, Context(sources ?? PaperSample.Sources(), Known), default);

    private static VerificationContext Context(IStatusSources sources, Register? register) => new(register, sources, Samples.Now.AddDays(1), "en");
}
