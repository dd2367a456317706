using System.Buffers.Text;
using System.Text;
using SmkPortfolio.Credentials;

namespace SmkPortfolio.UnitTests.Credentials;

public class PaperStatementTests
{
    private const string Code = "7K2QX9M4TBC";
    private const string Address = "https://folio.example/verify/" + Code;
    private static readonly byte[] Domain = Encoding.ASCII.GetBytes("SmkPortfolio paper statement v1\0");

    [Fact]
    public void What_the_school_printed_is_read_back_but_never_called_current()
    {
        var report = Check(Printed());

        Assert.Equal((Verdict.NotCheckable, "statement-sound"), (report.Verdict, report.ReasonCode));
        Assert.Equal(("Ni Kadek Ayu Lestari", Code, "SMK Negeri Contoh 1", "99900001"), (report.SubjectName, report.Code, report.Issuer.Name, report.Issuer.Npsn));
        Assert.Equal(Samples.Now, report.SignedAt);
        Assert.Equal([("certification", "Pengelasan SMAW 3G", "certificate"), ("internship", "Operator las", "company"), ("project", "Teralis", "teacher")], report.Lines.Select(l => (l.Kind, l.Title, l.Word)));
        Assert.All(report.Lines, l => Assert.Equal(LineState.Unchecked, l.State));
        Assert.Equal((CheckState.Passed, CheckState.Passed, CheckState.Unchecked), (report.StateOf(CheckName.Proof), report.StateOf(CheckName.IssuerKey), report.StateOf(CheckName.Status)));
        Assert.Contains("only the site knows", report.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_statement_gives_the_same_text() => Assert.Equal(Printed(), Printed());

    [Fact]
    public void A_text_that_nobody_has_signed_is_as_long_as_a_signed_one_and_not_called_sound()
    {
        var unsigned = PrintedStatement.Unsigned(Address, Statement())!;

        Assert.Equal(Printed().Length, unsigned.Length);
        Assert.Equal((Verdict.NotCheckable, "key-unknown"), Told(unsigned));
    }

    [Fact]
    public void No_single_changed_character_is_believed()
    {
        var text = Printed();
        for (var i = 0; i < text.Length; i++)
        {
            var report = Check(text[..i] + (text[i] == 'A' ? 'B' : 'A') + text[(i + 1)..]);
            Assert.True(report.Verdict is Verdict.Altered or Verdict.NotCheckable && report.ReasonCode != "statement-sound" && report.SubjectName is null, $"{i}: {report.ReasonCode}");
        }
    }

    [Fact]
    public void No_shorter_text_is_believed()
    {
        var text = Printed();
        for (var i = 0; i < text.Length; i++) Assert.NotEqual("statement-sound", Check(text[..i]).ReasonCode);
    }

    [Fact]
    public void A_changed_name_does_not_fit_its_signature() =>
        Assert.Equal((Verdict.Altered, "proof-broken"), Told(Changed((payload, signature) => [.. payload.Select(b => b == (byte)'K' ? (byte)'L' : b), .. signature], Address.Replace('K', 'L'))));

    [Fact]
    public void Without_a_register_not_even_the_signature_is_judged() =>
        Assert.Equal((Verdict.NotCheckable, "no-register"), Of(PaperStatementChecker.Verify(Printed(), new VerificationContext(null, new OfflineSources(), Samples.Now, "en"))));

    [Fact]
    public void A_key_that_the_register_does_not_list_is_not_called_sound() =>
        Assert.Equal((Verdict.NotCheckable, "key-unknown"), Told(Printed(key: new SigningKey(Samples.School.Controller, Ed25519Key.FromSeed(new byte[32])))));

    [Fact]
    public void A_teachers_key_prints_no_papers() =>
        Assert.Equal((Verdict.NotCheckable, "key-unknown"), Told(Printed(key: Samples.Teacher)));

    [Fact]
    public void Another_schools_key_does_not_speak_for_this_one() =>
        Assert.Equal((Verdict.Altered, "key-of-another"), Told(Printed(key: Samples.OtherSchool)));

    [Fact]
    public void A_stolen_key_is_not_believed_whatever_its_date() =>
        Assert.Equal((Verdict.Altered, "key-compromised"), Told(Printed(), k => k with { CompromisedAt = Samples.Now.AddYears(1) }));

    [Fact]
    public void A_key_laid_down_before_is_not_believed_and_one_laid_down_later_is()
    {
        Assert.Equal((Verdict.Altered, "key-retired"), Told(Printed(), k => k with { RetiredAt = Samples.Now.AddDays(-1) }));
        Assert.Equal((Verdict.NotCheckable, "statement-sound"), Told(Printed(), k => k with { RetiredAt = Samples.Now.AddDays(1) }));
    }

    [Fact]
    public void A_key_not_yet_in_force_is_unknown() =>
        Assert.Equal((Verdict.IssuerUnknown, "key-not-in-register"), Told(Printed(), k => k with { From = Samples.Now.AddDays(1) }));

    [Fact]
    public void A_school_closed_before_prints_nothing() =>
        Assert.Equal((Verdict.IssuerUnknown, "issuer-not-active"), Of(Check(Printed(), Register(s => s with { To = Samples.Now.AddDays(-1) }))));

    [Fact]
    public void A_statement_from_the_future_is_not_believed_yet() =>
        Assert.Equal((Verdict.NotCheckable, "not-yet-valid"), Told(Printed(Statement() with { IssuedAt = Samples.Now.AddDays(1) })));

    [Fact]
    public void An_address_of_another_site_is_named() =>
        Assert.Equal((Verdict.NotCheckable, "statement-elsewhere"), Told(Printed(address: "https://evil.example/verify/" + Code)));

    [Fact]
    public void The_code_in_the_address_must_be_the_one_inside() =>
        Assert.Equal((Verdict.Altered, "statement-code"), Told(Printed(address: "https://folio.example/verify/00000000000")));

    [Fact]
    public void Two_fragments_are_refused() => Assert.Equal((Verdict.Altered, "statement-fragments"), Told(Printed() + Printed()[Address.Length..].Replace("A", "B", StringComparison.Ordinal)[..20]));

    [Fact]
    public void The_small_code_is_no_statement() => Assert.Equal((Verdict.NotCheckable, "statement-missing"), Told(Address));

    [Fact]
    public void A_text_longer_than_any_code_is_not_read() => Assert.Equal((Verdict.Altered, "statement-too-long"), Told(Printed() + new string('A', 400)));

    [Fact]
    public void Another_version_is_not_guessed() =>
        Assert.Equal((Verdict.NotCheckable, "statement-version"), Told(Resigned(p => [2, .. p[1..]])));

    [Fact]
    public void Bytes_behind_the_statement_are_refused_even_when_signed() =>
        Assert.Equal((Verdict.Altered, "statement-trailing"), Told(Resigned(p => [.. p, 0])));

    [Fact]
    public void A_statement_cut_off_is_refused_even_when_signed() =>
        Assert.Equal((Verdict.Altered, "statement-cut"), Told(Resigned(p => p[..^1])));

    [Fact]
    public void Text_in_another_spelling_is_refused_even_when_signed()
    {
        Assert.Equal((Verdict.Altered, "statement-text"), Told(Resigned(p => Swap(p, "Teralis", "Terai\u0301"))));
        Assert.Equal((Verdict.Altered, "statement-text"), Told(Resigned(p => Swap(p, "Teralis", "Teral\n."))));
        Assert.Equal((Verdict.Altered, "statement-text"), Told(Resigned(p => [.. p[..^1], 0xff])));
    }

    [Fact]
    public void Words_and_kinds_that_do_not_exist_are_refused() =>
        Assert.Equal((Verdict.Altered, "statement-text"), Told(Resigned(p => [.. p[..^9], 0x04, .. p[^8..]])));

    [Theory]
    [InlineData("=")]
    [InlineData(" ")]
    [InlineData("+")]
    public void Base64url_has_one_spelling(string tail) => Assert.Equal((Verdict.Altered, "statement-encoding"), Told(Printed() + tail + "A"));

    [Theory]
    [InlineData("hello#AAAA")]
    [InlineData("javascript:/verify/#AAAA")]
    [InlineData("https://folio.example/other/7K2QX9M4TBC#AAAA")]
    [InlineData("https://user@folio.example/verify/7K2QX9M4TBC#AAAA")]
    public void An_address_that_checks_no_paper_is_refused(string text) => Assert.Equal((Verdict.Altered, "statement-address"), Told(text));

    [Fact]
    public void Signatures_of_a_school_for_other_things_are_no_statements() =>
        Assert.Equal((Verdict.Altered, "proof-broken"), Told(Changed((payload, _) => [.. payload, .. Samples.School.Key.Sign(payload)])));

    [Fact]
    public void Long_titles_are_cut_before_a_line_is_left_out_and_before_a_name_is_touched()
    {
        var name = string.Join(' ', Enumerable.Repeat("Kusumaningrum", 5));
        var report = Check(Printed(Statement() with { Name = name, Lines = [.. Statement().Lines.Select(l => l with { Title = string.Join(' ', Enumerable.Repeat("panjang", 30)) })] }));

        Assert.Equal(name, report.SubjectName);
        Assert.Equal(3, report.Lines.Count);
        Assert.All(report.Lines, l => Assert.EndsWith("…", l.Title, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(120)]
    [InlineData(300)]
    [InlineData(5000)]
    public void Whatever_the_name_the_text_stays_within_its_bound(int length)
    {
        foreach (var sign in new[] { "W", "é", "学", "👩‍🏭", "i" })
        {
            var text = Printed(Statement() with { Name = string.Concat(Enumerable.Repeat(sign, length)) });

            Assert.InRange(text.Length, Address.Length, PrintedStatement.MostCharacters);
            Assert.EndsWith("…", Check(text).SubjectName, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_address_that_leaves_no_room_gives_no_second_code() =>
        Assert.Null(PrintedStatement.Sign("https://" + new string('x', 300) + ".example/verify/" + Code, Statement(), Samples.School));

    [Fact]
    public void The_strongest_three_lines_are_kept()
    {
        StatementLine[] lines = [new("project", "sendiri", "self"), new("project", "guru", "teacher"), new("internship", "pkl", "company"), new("certification", "uji", "certificate")];

        Assert.Equal(["uji", "pkl", "guru"], Check(Printed(Statement() with { Lines = lines })).Lines.Select(l => l.Title));
    }

    private static PaperStatement Statement() => new(Code, "Ni Kadek Ayu Lestari", "99900001", "drh", Samples.Now,
        [new("certification", "Pengelasan SMAW 3G", "certificate"), new("internship", "Operator las", "company"), new("project", "Teralis", "teacher")]);

    private static string Printed(PaperStatement? statement = null, SigningKey? key = null, string address = Address) =>
        PrintedStatement.Sign(address, statement ?? Statement(), key ?? Samples.School) ?? throw new InvalidOperationException("It does not fit.");

    private static string Changed(Func<byte[], byte[], byte[]> change, string address = Address)
    {
        var bytes = Base64Url.DecodeFromChars(Printed().Split('#')[1]);
        return $"{address}#{Base64Url.EncodeToString(change(bytes[..^64], bytes[^64..]))}";
    }

    private static string Resigned(Func<byte[], byte[]> change) => Changed((payload, _) =>
    {
        var changed = change(payload);
        return [.. changed, .. Samples.School.Key.Sign([.. Domain, .. changed])];
    });

    private static byte[] Swap(byte[] payload, string old, string text) =>
        [.. Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(payload).Replace(old, Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal))];

    private static (Verdict, string) Told(string text, Func<RegisterKey, RegisterKey>? key = null) =>
        Of(Check(text, Register(s => key is null ? s : s with { Keys = [.. s.Keys.Select(key)] })));

    private static (Verdict, string) Of(VerificationReport report) => (report.Verdict, report.ReasonCode);

    private static VerificationReport Check(string text, Register? register = null) =>
        PaperStatementChecker.Verify(text, new VerificationContext(register ?? Samples.Register(), new OfflineSources(), Samples.Now, "en"));

    private static Register Register(Func<RegisterSchool, RegisterSchool> change)
    {
        var content = Samples.RegisterContent();
        return RegisterFile.Read(RegisterFile.Sign(content with { Schools = [.. content.Schools.Select(change)] }, Samples.Platform));
    }
}
