using SmkPortfolio.Credentials;
using SmkPortfolio.UnitTests.Credentials.Cases;

namespace SmkPortfolio.UnitTests.Credentials;

/// <summary>What a school signed stays good after it closed, and its last key still tells of withdrawals.</summary>
public sealed class ClosedSchoolTests
{
    private static readonly DateTimeOffset Closed = ClosedCases.Closed;
    private static readonly DateTimeOffset Later = Closed.AddDays(10);

    [Theory]
    [InlineData("en", "This school closed on 30 November 2025 (UTC); SMK Negeri Contoh 2 (NPSN 99900002) answers for its work.")]
    [InlineData("id", "Sekolah ini ditutup pada 30 November 2025 (UTC); SMK Negeri Contoh 2 (NPSN 99900002) bertanggung jawab atas dokumennya.")]
    public async Task The_badge_of_a_closed_school_is_current_and_the_successor_is_named(string language, string detail)
    {
        var report = await VerifyAsync(Samples.SignedBadge(), Register("99900002"), language: language);

        Assert.Equal((Verdict.GenuineCurrent, "genuine"), (report.Verdict, report.ReasonCode));
        Assert.Equal((CheckState.Passed, detail), DetailOf(report));
    }

    [Fact]
    public async Task Without_a_successor_nobody_answers()
    {
        var report = await VerifyAsync(Samples.SignedBadge(), Register(null));

        Assert.Equal(Verdict.GenuineCurrent, report.Verdict);
        Assert.Equal((CheckState.Passed, "This school closed on 30 November 2025 (UTC); no school answers for its work."), DetailOf(report));
    }

    [Fact]
    public async Task The_chain_of_successors_is_followed_to_the_open_one()
    {
        var content = Register("99900002");
        var third = Samples.RegisterContent().Schools[1] with { Npsn = "99900003", Name = "SMK Negeri Contoh 3", Did = DidWeb.ForSchool(Samples.Site, "99900003") };
        RegisterContent Chain(string? afterSecond, string? afterThird) => content with
        {
            Schools =
            [
                content.Schools[0],
                content.Schools[1] with { To = Closed.AddDays(1), SuccessorNpsn = afterSecond },
                third with { To = afterThird is null ? null : Closed.AddDays(2), SuccessorNpsn = afterThird },
            ],
        };

        Assert.Contains("SMK Negeri Contoh 3 (NPSN 99900003) answers", DetailOf(await VerifyAsync(Samples.SignedBadge(), Chain("99900003", null))).Detail, StringComparison.Ordinal);
        Assert.Contains("no school answers", DetailOf(await VerifyAsync(Samples.SignedBadge(), Chain(null, null))).Detail, StringComparison.Ordinal);
        // Signed by the platform or not: a circle and a gap lead to nobody, and nowhere for ever.
        Assert.Contains("no school answers", DetailOf(await VerifyAsync(Samples.SignedBadge(), Chain("99900003", "99900001"))).Detail, StringComparison.Ordinal);
        Assert.Contains("no school answers", DetailOf(await VerifyAsync(Samples.SignedBadge(), Chain("99900009", null))).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endorsement_tells_of_its_schools_closing_and_a_mentors_of_none()
    {
        var teacher = await VerifyAsync(Samples.SignedEndorsement(Samples.Teacher), Register("99900002"));
        var mentor = await VerifyAsync(Samples.SignedEndorsement(Samples.Mentor), Register("99900002"));

        Assert.Equal((Verdict.GenuineCurrent, Verdict.GenuineCurrent), (teacher.Verdict, mentor.Verdict));
        Assert.Contains("closed on 30 November 2025", DetailOf(teacher).Detail, StringComparison.Ordinal);
        Assert.Null(DetailOf(mentor).Detail);
    }

    [Fact]
    public async Task An_open_school_is_told_nothing_of() => Assert.Null(DetailOf(await VerifyAsync(Samples.SignedBadge(), Samples.RegisterContent())).Detail);

    [Fact]
    public async Task A_withdrawal_after_the_closing_is_told_by_list_and_record_of_the_last_key()
    {
        var sources = FakeSources.AllGood();
        sources.Lists[Samples.ListOf(Samples.School)] = ClosedCases.LastListBytes(48213);
        var id = Samples.Badge().Id;
        sources.States[id] = StateRecord.Sign(new StateContent(id, 1, CredentialState.Withdrawn, Closed.AddDays(3), "Fotonya milik orang lain", "The photo is another person's", null), ClosedCases.LastKey);

        var online = await VerifyAsync(Samples.SignedBadge(), Register("99900002"), sources);
        sources.Online = false;
        var offline = await VerifyAsync(Samples.SignedBadge(), Register("99900002"), sources, [.. sources.Lists.Values]);

        Assert.Equal((Verdict.GenuineWithdrawn, "withdrawn"), (online.Verdict, online.ReasonCode));
        Assert.Contains("The photo is another person's", online.Reason, StringComparison.Ordinal);
        Assert.Equal((Verdict.GenuineWithdrawn, "withdrawn-by-list"), (offline.Verdict, offline.ReasonCode));
        Assert.Contains("99900002", DetailOf(online).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_last_key_signs_as_a_credential_is_not_believed_whatever_date_it_claims()
    {
        var late = await VerifyAsync(ClosedCases.LateBadge(Closed.AddDays(3)), Register("99900002"));
        var backdated = await VerifyAsync(ClosedCases.LateBadge(Samples.Now), Register("99900002"));

        Assert.Equal((Verdict.IssuerUnknown, "issuer-not-active"), (late.Verdict, late.ReasonCode));
        Assert.Equal((Verdict.IssuerUnknown, "key-not-in-register"), (backdated.Verdict, backdated.ReasonCode));
    }

    [Fact]
    public void The_statement_of_a_printed_code_tells_of_the_closing_too()
    {
        var statement = new PaperStatement("7K2QX9M4TBC", "Ni Kadek Ayu Lestari", "99900001", "drh", Samples.Now, [new StatementLine("project", "Teralis", "teacher")]);
        var text = PrintedStatement.Sign("https://folio.example/verify/7K2QX9M4TBC", statement, Samples.School)!;

        var report = PaperStatementChecker.Verify(text, Context(Register("99900002"), FakeSources.AllGood(), "en", []));

        Assert.Equal("statement-sound", report.ReasonCode);
        Assert.Contains("SMK Negeri Contoh 2 (NPSN 99900002) answers", DetailOf(report).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void The_register_gives_dates_and_direct_successors_back()
    {
        var read = RegisterFile.Read(RegisterFile.Sign(Register("99900002"), Samples.Platform));

        Assert.Equal((Closed.ToUniversalTime(), "99900002"), (read.Content.Schools[0].To, read.Content.Schools[0].SuccessorNpsn));
        Assert.Equal("99900002", read.AnswersFor(read.Content.Schools[0])?.Npsn);
        Assert.Null(read.AnswersFor(read.Content.Schools[1]));
    }

    // As the site signs its lists these days: that of a school that closed by its last key.
    private static FakeSources Fresh(RegisterContent register)
    {
        var sources = FakeSources.AllGood();
        var signed = Later.AddHours(-1);
        var school = register.Schools[0].Keys.Any(k => k.Multikey == ClosedCases.LastKey.Key.Multikey) ? ClosedCases.LastKey : Samples.School;
        foreach (var key in new[] { school, Samples.Teacher, Samples.SecondTeacher, Samples.Mentor }) sources.Lists[Samples.ListOf(key)] = Forge.ListAt(signed, key);
        return sources;
    }

    private static (CheckState State, string? Detail) DetailOf(VerificationReport report)
    {
        var check = report.Checks.Single(c => c.Name == CheckName.Register);
        return (check.State, check.Detail);
    }

    private static RegisterContent Register(string? successor) => ClosedCases.Register(successor);

    private static Task<VerificationReport> VerifyAsync(byte[] file, RegisterContent register, FakeSources? sources = null, IReadOnlyList<ReadOnlyMemory<byte>>? stapled = null, string language = "en") =>
        CredentialVerifier.VerifyAsync(file, Context(register, sources ?? Fresh(register), language, stapled ?? []), default);

    private static VerificationContext Context(RegisterContent register, FakeSources sources, string language, IReadOnlyList<ReadOnlyMemory<byte>> stapled) =>
        new(RegisterFile.Read(RegisterFile.Sign(register, Samples.Platform)), sources, Later, language) { Stapled = stapled };
}
