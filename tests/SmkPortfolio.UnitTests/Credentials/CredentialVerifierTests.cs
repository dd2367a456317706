using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SmkPortfolio.Credentials;
using SmkPortfolio.Credentials.Integrity;
using SmkPortfolio.Credentials.Json;
using SmkPortfolio.Credentials.Verification;
using SmkPortfolio.UnitTests.Credentials.Cases;

namespace SmkPortfolio.UnitTests.Credentials;

public sealed class CredentialVerifierTests
{
    private static readonly DateTimeOffset Later = Samples.Now.AddDays(1);

    [Fact]
    public async Task A_badge_with_everything_in_place_is_genuine_and_current()
    {
        var report = await Verify(Samples.SignedBadge());
        Assert.Equal(Verdict.GenuineCurrent, report.Verdict);
        Assert.Equal("genuine", report.ReasonCode);
        Assert.Equal("SMK Negeri Contoh 1", report.Issuer.Name);
        Assert.Equal("Ni Kadek Ayu Lestari", report.SubjectName);
        Assert.Equal(Samples.Now, report.StatusAsOf);
        Assert.DoesNotContain(report.Checks, c => c.State is CheckState.Failed or CheckState.Unchecked);
        Assert.Equal(CheckState.Passed, report.StateOf(CheckName.Endorsements));
    }

    [Fact]
    public async Task An_endorsement_names_no_person_but_the_school()
    {
        var report = await Verify(Samples.SignedEndorsement(Samples.Teacher));
        Assert.Equal(Verdict.GenuineCurrent, report.Verdict);
        Assert.Equal("A staff member of SMK Negeri Contoh 1", report.Issuer.Name);
        Assert.Equal(CheckState.NotApplicable, report.StateOf(CheckName.State));
    }

    [Fact]
    public async Task Indented_JSON_is_the_same_document()
    {
        var indented = Encoding.UTF8.GetBytes(JsonNode.Parse(Samples.SignedBadge())!.ToJsonString(new() { WriteIndented = true }));
        Assert.Equal(Verdict.GenuineCurrent, (await Verify(indented)).Verdict);
    }

    [Fact]
    public async Task Without_any_answer_about_status_nothing_is_green()
    {
        var report = await Verify(Samples.SignedBadge(), new FakeSources());
        Assert.Equal(Verdict.NotCheckable, report.Verdict);
        Assert.Equal(CheckState.Passed, report.StateOf(CheckName.Proof));
        Assert.Equal(CheckState.Unchecked, report.StateOf(CheckName.Status));
        Assert.Equal(CheckState.Unchecked, report.StateOf(CheckName.State));
    }

    [Fact]
    public async Task Without_the_state_record_it_cannot_be_checked()
    {
        var sources = FakeSources.AllGood();
        sources.States.Clear();
        Assert.Equal("state-unavailable", (await Verify(Samples.SignedBadge(), sources)).ReasonCode);
    }

    [Fact]
    public async Task A_state_record_of_another_credential_says_nothing()
    {
        var sources = FakeSources.AllGood("https://folio.example/schools/99900001/credentials/other");
        sources.States[Samples.Badge().Id] = sources.States["https://folio.example/schools/99900001/credentials/other"];
        Assert.Equal(Verdict.NotCheckable, (await Verify(Samples.SignedBadge(), sources)).Verdict);
    }

    [Fact]
    public async Task A_withdrawn_badge_says_since_when_and_why_in_the_readers_language()
    {
        var sources = FakeSources.AllGood();
        sources.SetBits(Samples.School, 48213);
        sources.SetState(Samples.Badge().Id, CredentialState.Withdrawn, "nama keliru", "wrong name");
        var english = await Verify(Samples.SignedBadge(), sources);
        Assert.Equal(Verdict.GenuineWithdrawn, english.Verdict);
        Assert.Contains("20 November 2025 (UTC): wrong name", english.Reason, StringComparison.Ordinal);
        Assert.Contains("nama keliru", (await Verify(Samples.SignedBadge(), sources, language: "id")).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_set_bit_alone_means_withdrawn()
    {
        var sources = FakeSources.AllGood();
        sources.SetBits(Samples.School, 48213);
        sources.States.Clear();
        Assert.Equal("withdrawn-by-list", (await Verify(Samples.SignedBadge(), sources)).ReasonCode);
    }

    [Theory]
    [InlineData(CredentialState.Suspended, false, "suspended")]
    [InlineData(CredentialState.Withdrawn, false, "withdrawn")]
    [InlineData(CredentialState.Active, true, "withdrawn-by-list")]
    [InlineData(CredentialState.Replaced, true, "replaced")]
    [InlineData(CredentialState.Replaced, false, "genuine")]
    public async Task State_and_bit_together_give_the_reason(CredentialState state, bool bit, string code)
    {
        var sources = FakeSources.AllGood();
        if (bit) sources.SetBits(Samples.School, 48213);
        sources.SetState(Samples.Badge().Id, state);
        Assert.Equal(code, (await Verify(Samples.SignedBadge(), sources)).ReasonCode);
    }

    [Theory]
    [InlineData(7, 0, "genuine")]
    [InlineData(7, 1, "status-unavailable-last")]
    public async Task A_list_of_more_than_a_week_ago_does_not_say_how_things_stand_now(int days, int seconds, string code)
    {
        var report = await Verify(Samples.SignedBadge(), now: Samples.Now.AddDays(days).AddSeconds(seconds));
        Assert.Equal((code, Samples.Now), (report.ReasonCode, report.StatusAsOf));
    }

    [Fact]
    public async Task Without_a_network_an_old_list_says_how_things_stood()
    {
        var report = await Verify(Samples.SignedBadge(), new OfflineSources(), Samples.Now.AddYears(1), stapled: [Samples.StatusList(Samples.School), Samples.StatusList(Samples.Teacher)]);
        Assert.Equal(("genuine-as-of", Samples.Now), (report.ReasonCode, report.StatusAsOf));
    }

    [Fact]
    public async Task A_bit_that_was_ever_set_counts_however_old_the_list_and_whoever_brought_it()
    {
        var sources = FakeSources.AllGood();
        sources.States.Clear();
        var withdrawn = Samples.StatusList(Samples.School, 48213);
        Assert.Equal("withdrawn-by-list", (await Verify(Samples.SignedBadge(), sources, stapled: [Forge.ListAt(Samples.Now.AddMinutes(1), 48213)])).ReasonCode);
        sources.Lists[Samples.ListOf(Samples.School)] = withdrawn;
        Assert.Equal("withdrawn-by-list", (await Verify(Samples.SignedBadge(), sources, Samples.Now.AddYears(1))).ReasonCode);
        sources.Lists.Remove(Samples.ListOf(Samples.School));
        Assert.Equal("withdrawn-by-list", (await Verify(Samples.SignedBadge(), sources, stapled: [withdrawn])).ReasonCode);
    }

    [Fact]
    public async Task A_list_that_was_brought_along_does_not_stand_for_one_that_cannot_be_had()
    {
        var sources = FakeSources.AllGood();
        sources.Lists.Remove(Samples.ListOf(Samples.School));
        Assert.Equal("status-unavailable-last", (await Verify(Samples.SignedBadge(), sources, stapled: [Forge.ListAt(Samples.Now.AddHours(20))])).ReasonCode);
    }

    [Fact]
    public async Task A_batch_is_a_batch_however_it_is_written()
    {
        var badge = Samples.SignedBadge(Samples.Badge(Samples.SignedBatch(Samples.Teacher)));
        foreach (var change in new Action<JsonObject>[] { _ => { }, json => Forge.InLists(json["endorsement"]![0]!.AsObject()), Twice })
        {
            var report = await Verify(Forge.Changed(badge, change));
            Assert.Equal(Verdict.GenuineCurrent, report.Verdict);
            Assert.Contains("1 of them given to several works at once", report.Checks.Single(c => c.Name == CheckName.Endorsements).Detail, StringComparison.Ordinal);
        }

        static void Twice(JsonObject json)
        {
            var word = json["endorsement"]![0]!;
            word["description"] = new JsonArray(word["description"]!.DeepClone(), word["description"]!.DeepClone());
        }
    }

    [Fact]
    public async Task Evidence_at_hand_is_compared_and_the_report_says_how_much_that_was()
    {
        var files = new EvidenceFiles();
        files.Add("revisions", Guid.Parse(Samples.RevisionUrl.Split('/')[^1]), SHA256.HashData(Samples.Revision));
        files.Add("evidence", Guid.CreateVersion7(), SHA256.HashData([7]));

        var some = await Verify(Samples.SignedBadge(), evidence: files);
        Assert.Equal((Verdict.GenuineCurrent, CheckState.Passed), (some.Verdict, some.StateOf(CheckName.Evidence)));
        Assert.Equal("1 of 2 evidence files were compared, and agree.", some.Checks.Single(c => c.Name == CheckName.Evidence).Detail);
        Assert.Equal("1 of 1 evidence files were compared, and agree.", (await Verify(Samples.SignedEndorsement(Samples.Teacher), evidence: files)).Checks.Single(c => c.Name == CheckName.Evidence).Detail);

        var none = await Verify(Samples.SignedBadge());
        Assert.Equal((Verdict.GenuineCurrent, CheckState.NotApplicable), (none.Verdict, none.StateOf(CheckName.Evidence)));
    }

    [Fact]
    public async Task Evidence_that_is_not_what_was_pinned_makes_it_altered()
    {
        var id = Guid.Parse(Samples.RevisionUrl.Split('/')[^1]);
        foreach (var content in new byte[][] { [9], [] })
        {
            var files = new EvidenceFiles();
            files.Add("revisions", id, SHA256.HashData(content));
            Assert.Equal((Verdict.Altered, "evidence-altered"), (await Verify(Samples.SignedBadge(), evidence: files)) switch { var r => (r.Verdict, r.ReasonCode) });
            // The right one beside it does not make the wrong one right.
            files.Add("revisions", id, SHA256.HashData(Samples.Revision));
            Assert.Equal("evidence-altered", (await Verify(Samples.SignedBadge(), evidence: files)).ReasonCode);
        }
    }

    [Fact]
    public async Task An_expired_badge_is_genuine_but_expired()
    {
        var file = Samples.SignedBadge(Samples.Badge() with { ValidUntil = Samples.Now.AddHours(2) });
        Assert.Equal(Verdict.GenuineExpired, (await Verify(file)).Verdict);
        Assert.Equal(Verdict.GenuineCurrent, (await Verify(file, now: Samples.Now.AddHours(1))).Verdict);
    }

    [Fact]
    public async Task A_badge_from_the_future_is_not_yet_believed() =>
        Assert.Equal("not-yet-valid", (await Verify(Samples.SignedBadge(), now: Samples.Now.AddHours(-1))).ReasonCode);

    [Fact]
    public async Task Withdrawn_weighs_more_than_expired_and_altered_more_than_all()
    {
        var sources = FakeSources.AllGood();
        sources.SetBits(Samples.School, 48213);
        var file = Samples.SignedBadge(Samples.Badge() with { ValidUntil = Samples.Now.AddHours(2) });
        Assert.Equal(Verdict.GenuineWithdrawn, (await Verify(file, sources)).Verdict);
        Assert.Equal(Verdict.Altered, (await Verify(Altered(file), sources)).Verdict);
    }

    [Fact]
    public async Task An_altered_badge_tells_nothing_of_its_content()
    {
        var report = await Verify(Altered(Samples.SignedBadge()));
        Assert.Equal("proof-broken", report.ReasonCode);
        Assert.Null(report.SubjectName);
        Assert.Null(report.SignedAt);
        Assert.Null(report.Issuer.Did);
    }

    [Fact]
    public async Task No_changed_byte_is_ever_green_and_none_makes_it_throw()
    {
        var file = Samples.SignedBadge();
        var sources = FakeSources.AllGood();
        for (var i = 0; i < file.Length; i += 23)
        {
            foreach (var mask in new byte[] { 0x01, 0x20, 0x80 })
            {
                byte[] changed = [.. file];
                changed[i] ^= mask;
                var verdict = (await Verify(changed, sources)).Verdict;
                Assert.True(verdict is not (Verdict.GenuineCurrent or Verdict.GenuineExpired), $"byte {i} ^ {mask}: {verdict}");
            }
        }
    }

    [Fact]
    public async Task A_member_moved_to_its_full_address_does_not_hide_from_us()
    {
        var json = JsonNode.Parse(Samples.SignedBadge())!.AsObject();
        var status = json["credentialStatus"]!.DeepClone();
        json.Remove("credentialStatus");
        json["https://www.w3.org/2018/credentials#credentialStatus"] = status;
        Assert.Equal(Verdict.Altered, (await Verify(JsonWrite.Bytes(json))).Verdict);
    }

    [Fact]
    public async Task A_status_list_of_a_stolen_key_is_no_answer()
    {
        var old = new SigningKey(Samples.School.Controller, Ed25519Key.Generate());
        var content = Samples.RegisterContent();
        var stolen = new RegisterKey(old.Key.Multikey, Samples.Now.AddYears(-1)) { CompromisedAt = Samples.Now };
        var register = content with { Schools = [content.Schools[0] with { Keys = [Samples.Entry(Samples.School), stolen] }] };
        var sources = FakeSources.AllGood();
        sources.Lists[Samples.ListOf(Samples.School)] = Samples.StatusList(old);
        Assert.Equal("status-unavailable", (await Verify(Samples.SignedBadge(), sources, register: register)).ReasonCode);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("[1,2]")]
    [InlineData("{")]
    public async Task What_is_no_credential_was_not_issued_here(string json) =>
        Assert.Equal(Verdict.Altered, (await Verify(Encoding.UTF8.GetBytes(json))).Verdict);

    [Fact]
    public async Task Without_a_register_the_best_is_an_unknown_issuer()
    {
        var report = await CredentialVerifier.VerifyAsync(Samples.SignedBadge(), new VerificationContext(null, FakeSources.AllGood(), Later, "en"), default);
        Assert.Equal("no-register", report.ReasonCode);
        Assert.Equal(Verdict.IssuerUnknown, report.Verdict);
        Assert.Null(report.SubjectName);
    }

    [Fact]
    public async Task Another_register_does_not_know_the_issuer_even_under_the_same_name()
    {
        var content = Samples.RegisterContent();
        var other = content with { Schools = [content.Schools[0] with { Keys = [new RegisterKey(Ed25519Key.Generate().Multikey, Samples.Now.AddYears(-1))] }] };
        Assert.Equal("key-not-in-register", (await Verify(Samples.SignedBadge(), register: other)).ReasonCode);
        Assert.Equal("issuer-not-in-register", (await Verify(Samples.SignedBadge(), register: content with { Schools = [] })).ReasonCode);
    }

    [Fact]
    public async Task A_stolen_key_is_not_believed_and_a_retired_one_is_for_what_it_signed_before()
    {
        var content = Samples.RegisterContent();
        RegisterContent With(RegisterKey key) => content with { Schools = [content.Schools[0] with { Keys = [key] }] };
        var key = Samples.Entry(Samples.School);
        Assert.Equal("key-compromised", (await Verify(Samples.SignedBadge(), register: With(key with { CompromisedAt = Later }))).ReasonCode);
        Assert.Equal("key-retired", (await Verify(Samples.SignedBadge(), register: With(key with { RetiredAt = Samples.Now.AddDays(-1) }))).ReasonCode);
        Assert.Equal("key-not-in-register", (await Verify(Samples.SignedBadge(), register: With(key with { From = Samples.Now.AddDays(1) }))).ReasonCode);
        Assert.Equal(Verdict.NotCheckable, (await Verify(Samples.SignedBadge(), new FakeSources(), register: With(key with { RetiredAt = Later }))).Verdict);
    }

    [Fact]
    public async Task A_closed_school_cannot_issue()
    {
        var content = Samples.RegisterContent();
        var closed = content with { Schools = [content.Schools[0] with { To = Samples.Now.AddDays(-1) }] };
        Assert.Equal("issuer-not-active", (await Verify(Samples.SignedBadge(), register: closed)).ReasonCode);
    }

    [Fact]
    public async Task A_teachers_key_cannot_make_a_badge()
    {
        var claims = Samples.Badge() with
        {
            Issuer = new IssuerProfile(Samples.Teacher.Controller, "SMK Negeri Contoh 1"),
            Status = new StatusPointer(Samples.ListOf(Samples.Teacher), 5),
        };
        Assert.Equal(Verdict.IssuerUnknown, (await Verify(Samples.SignedBadge(claims, Samples.Teacher))).Verdict);
    }

    [Fact]
    public async Task A_proof_by_another_than_the_issuer_is_refused()
    {
        var json = JsonNode.Parse(Samples.SignedBadge())!.AsObject();
        json.Remove("proof");
        Assert.Equal("key-of-another", (await Verify(SignRaw(json, Samples.OtherSchool))).ReasonCode);
    }

    [Theory]
    [InlineData("""[{"id":"https://folio.example/s#1","type":"BitstringStatusListEntry","statusPurpose":"revocation","statusListIndex":"1","statusListCredential":"https://folio.example/s"}]""")]
    [InlineData("""{"id":"https://folio.example/s#1","type":"BitstringStatusListEntry","statusPurpose":"suspension","statusListIndex":"1","statusListCredential":"https://folio.example/schools/99900001/status/rev-1.json"}""")]
    [InlineData("""{"id":"https://folio.example/s#1","type":"BitstringStatusListEntry","statusPurpose":"revocation","statusListIndex":"-1","statusListCredential":"https://folio.example/schools/99900001/status/rev-1.json"}""")]
    [InlineData("""{"id":"https://folio.example/s#1","type":"BitstringStatusListEntry","statusPurpose":"revocation","statusListIndex":"99999999","statusListCredential":"https://folio.example/schools/99900001/status/rev-1.json"}""")]
    [InlineData("""{"id":"https://folio.example/s#1","type":"BitstringStatusListEntry","statusPurpose":"revocation","statusListIndex":"1","statusListCredential":"https://evil.example/list"}""")]
    [InlineData(null)]
    public async Task A_status_that_cannot_be_followed_is_unchecked_and_never_passed(string? status)
    {
        var json = JsonNode.Parse(Samples.SignedBadge())!.AsObject();
        json.Remove("proof");
        if (status is null) json.Remove("credentialStatus");
        else json["credentialStatus"] = JsonNode.Parse(status);
        var sources = FakeSources.AllGood();
        sources.Lists["https://evil.example/list"] = Samples.StatusList(Samples.School);
        var report = await Verify(SignRaw(json, Samples.School), sources);
        Assert.Equal(CheckState.Unchecked, report.StateOf(CheckName.Status));
        Assert.Equal(Verdict.NotCheckable, report.Verdict);
    }

    [Fact]
    public async Task A_list_that_is_altered_or_of_another_issuer_is_no_answer()
    {
        var sources = FakeSources.AllGood();
        var url = Samples.ListOf(Samples.School);
        sources.Lists[url] = Altered(sources.Lists[url], "validFrom", "2025-11-19T03:15:00Z");
        Assert.Equal(Verdict.NotCheckable, (await Verify(Samples.SignedBadge(), sources)).Verdict);
        sources.Lists[url] = Samples.StatusList(Samples.OtherSchool);
        Assert.Equal(Verdict.NotCheckable, (await Verify(Samples.SignedBadge(), sources)).Verdict);
        sources.Lists[url] = [1, 2, 3];
        Assert.Equal(Verdict.NotCheckable, (await Verify(Samples.SignedBadge(), sources)).Verdict);
    }

    [Fact]
    public async Task A_withdrawn_endorsement_takes_the_badge_with_it_unless_another_stands()
    {
        var sources = FakeSources.AllGood();
        sources.SetBits(Samples.Teacher, 7);
        Assert.Equal("endorsement-withdrawn", (await Verify(Samples.SignedBadge(), sources)).ReasonCode);
        var two = Samples.SignedBadge(Samples.Badge(Samples.SignedEndorsement(Samples.Teacher), Samples.SignedEndorsement(Samples.SecondTeacher)));
        var report = await Verify(two, sources);
        Assert.Equal(Verdict.GenuineCurrent, report.Verdict);
        Assert.Equal("1 of 2 confirmations stand.", report.Checks.Single(c => c.Name == CheckName.Endorsements).Detail);
    }

    [Fact]
    public async Task An_endorsement_of_other_bytes_or_another_revision_proves_nothing()
    {
        Assert.Equal("endorsement-broken", (await Verify(Samples.SignedBadge(Samples.Badge(Samples.SignedEndorsement(Samples.Teacher, bytes: [9]))))).ReasonCode);
        var elsewhere = Samples.SignedEndorsement(Samples.Teacher, subject: "https://folio.example/revisions/other");
        Assert.Equal("endorsement-broken", (await Verify(Samples.SignedBadge(Samples.Badge(elsewhere)))).ReasonCode);
    }

    [Fact]
    public async Task An_endorser_outside_the_register_makes_the_issuer_unknown() =>
        Assert.Equal("endorser-not-in-register", (await Verify(Samples.SignedBadge(), register: Samples.RegisterContent() with { Persons = [] })).ReasonCode);

    [Fact]
    public async Task An_endorser_whose_list_is_out_of_reach_cannot_be_checked()
    {
        var sources = FakeSources.AllGood();
        sources.Lists.Remove(Samples.ListOf(Samples.Teacher));
        Assert.Equal(Verdict.NotCheckable, (await Verify(Samples.SignedBadge(), sources)).Verdict);
    }

    [Fact]
    public async Task A_stolen_teacher_key_no_longer_counts()
    {
        var content = Samples.RegisterContent();
        var stolen = content with { Persons = [content.Persons[0] with { Keys = [Samples.Entry(Samples.Teacher) with { CompromisedAt = Later }] }] };
        Assert.Equal("endorsement-withdrawn", (await Verify(Samples.SignedBadge(), register: stolen)).ReasonCode);
    }

    [Fact]
    public async Task The_report_has_exactly_the_members_of_the_contract()
    {
        using var json = JsonDocument.Parse((await Verify(Samples.SignedBadge())).ToJson());
        Assert.Equal(
            ["verdict", "reasonCode", "reason", "signedAt", "statusAsOf", "checkedAt", "issuer", "lines", "checks"],
            json.RootElement.EnumerateObject().Select(m => m.Name));
        Assert.Equal("genuine-current", json.RootElement.GetProperty("verdict").GetString());
        Assert.Equal("2025-11-20T03:15:00Z", json.RootElement.GetProperty("signedAt").GetString());
        Assert.Equal(["name", "npsn", "did"], json.RootElement.GetProperty("issuer").EnumerateObject().Select(m => m.Name));
        Assert.Equal(CheckName.All, json.RootElement.GetProperty("checks").EnumerateArray().Select(c => c.GetProperty("name").GetString()!));
    }

    [Fact]
    public void Every_text_can_be_written_in_both_languages()
    {
        foreach (var code in ReasonTexts.Codes)
        {
            Assert.NotEqual(ReasonTexts.Text(code, "id", Samples.Now, null), ReasonTexts.Text(code, "en", Samples.Now, null));
            Assert.DoesNotContain("{", ReasonTexts.Text(code, "id", Samples.Now, null), StringComparison.Ordinal);
        }
    }

    private static Task<VerificationReport> Verify(
        byte[] file, IStatusSources? sources = null, DateTimeOffset? now = null, RegisterContent? register = null, string language = "en", byte[][]? stapled = null, EvidenceFiles? evidence = null) =>
        CredentialVerifier.VerifyAsync(file, new VerificationContext(
            register is null ? Samples.Register() : RegisterFile.Read(RegisterFile.Sign(register, Samples.Platform)),
            sources ?? FakeSources.AllGood(), now ?? Later, language)
        {
            Stapled = [.. (stapled ?? []).Select(list => (ReadOnlyMemory<byte>)list)],
            Evidence = evidence ?? EvidenceFiles.None,
        }, default);

    private static byte[] Altered(byte[] file, string member = "name", string value = "lain")
    {
        var json = JsonNode.Parse(file)!;
        json[member] = value;
        return JsonWrite.Bytes(json);
    }

    private static byte[] SignRaw(JsonObject unsigned, SigningKey key)
    {
        var document = StrictJson.ParseObject(JsonWrite.Bytes(unsigned));
        unsigned["proof"] = DataIntegrityProof.Sign(document, DataIntegrityProof.DocumentHash(document), key, Samples.Now);
        return JsonWrite.Bytes(unsigned);
    }
}
