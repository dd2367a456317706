using System.Buffers.Text;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using SmkPortfolio.Credentials;
using SmkPortfolio.Credentials.Foreign;
using SmkPortfolio.Tests;
using SmkPortfolio.Verifier.Checking;

namespace SmkPortfolio.UnitTests.Credentials;

/// <summary>The same credential as JWT and baked into a picture: our own check and other people's programs read both.</summary>
public sealed class CredentialCopyTests : IDisposable
{
    private static readonly JwtKey SchoolKey = new(Samples.School.Controller, P256Key.FromScalar(Enumerable.Repeat((byte)9, 32).ToArray()));
    private static readonly DateTimeOffset Later = Samples.Now.AddDays(3);

    private readonly string _folder = Directory.CreateTempSubdirectory("copies").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_key_comes_back_from_its_scalar()
    {
        var made = P256Key.Generate();

        Assert.Equal(made.Multikey, P256Key.FromScalar(made.Scalar()).Multikey);
        Assert.StartsWith("zDn", made.Multikey, StringComparison.Ordinal);
        Assert.True(PublicKey.FromMultikey(made.Multikey)!.Verify("abc"u8, made.Sign("abc"u8)));
        Assert.False(PublicKey.FromMultikey(made.Multikey)!.Verify("abd"u8, made.Sign("abc"u8)));
    }

    [Theory]
    [InlineData(31)]
    [InlineData(33)]
    [InlineData(0)]
    public void A_scalar_of_another_length_is_no_key(int length) => Assert.Throws<ArgumentException>(() => P256Key.FromScalar(new byte[length]));

    [Fact]
    public void Zero_and_what_lies_beyond_the_curve_are_no_keys()
    {
        Assert.Throws<ArgumentException>(() => P256Key.FromScalar(new byte[32]));
        Assert.Throws<ArgumentException>(() => P256Key.FromScalar(Enumerable.Repeat((byte)0xff, 32).ToArray()));
    }

    [Theory]
    [InlineData("id-ID")]
    [InlineData("ar-SA")]
    public async Task A_jwt_says_the_same_as_the_record_and_our_check_believes_it(string culture)
    {
        System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo(culture);
        var badge = Samples.SignedBadge(Samples.Badge(Samples.SignedEndorsement(Samples.Teacher)) with { ValidUntil = Samples.Now.AddYears(1) });

        var jwt = CredentialJwt.Sign(badge, SchoolKey, Later);

        using var header = Part(jwt, 0);
        Assert.Equal($$"""{"alg":"ES256","typ":"JWT","kid":"{{SchoolKey.VerificationMethod}}"}""", header.RootElement.GetRawText());
        using var claims = Part(jwt, 1);
        using var record = JsonDocument.Parse(badge);
        foreach (var member in record.RootElement.EnumerateObject().Where(m => m.Name != "proof"))
            Assert.True(JsonElement.DeepEquals(member.Value, claims.RootElement.GetProperty(member.Name)), member.Name);
        Assert.Equal(
            ["iss", "jti", "sub", "nbf", "iat", "exp"],
            claims.RootElement.EnumerateObject().Select(c => c.Name).Except(record.RootElement.EnumerateObject().Select(m => m.Name)));
        Assert.Equal((Samples.Now.ToUnixTimeSeconds(), Later.ToUnixTimeSeconds()), (claims.RootElement.GetProperty("nbf").GetInt64(), claims.RootElement.GetProperty("iat").GetInt64()));
        var report = await CheckAsync(Encoding.ASCII.GetBytes(jwt));
        Assert.Equal((Verdict.GenuineCurrent, "Ni Kadek Ayu Lestari"), (report.Verdict, report.SubjectName));
        Assert.Equal(Later, report.SignedAt);
    }

    [Fact]
    public void A_key_signs_only_what_its_own_did_issued()
    {
        var problem = Assert.Throws<CredentialLintException>(() => CredentialJwt.Sign(Samples.SignedEndorsement(Samples.Teacher), SchoolKey, Later));

        Assert.Equal("issuer-of-another", problem.Code);
        Assert.Throws<CredentialLintException>(() => CredentialJwt.Sign("{}"u8.ToArray(), SchoolKey, Later));
        Assert.Throws<CredentialLintException>(() => CredentialJwt.Sign("no json"u8.ToArray(), SchoolKey, Later));
    }

    [Fact]
    public async Task Jose_verifies_it_with_the_key_of_the_did_document_and_refuses_it_altered()
    {
        var document = DidDocument.Build(Samples.School.Controller, [new PublishedKey(Samples.School.Key.Multikey, true), new PublishedKey(SchoolKey.Key.Multikey, true)]);
        var jwt = CredentialJwt.Sign(Samples.SignedBadge(), SchoolKey, Later);
        var altered = jwt[..(jwt.Length / 2)] + (jwt[jwt.Length / 2] == 'A' ? 'B' : 'A') + jwt[((jwt.Length / 2) + 1)..];

        var answers = await JoseAsync(document, jwt, altered);

        Assert.Equal([true, false], answers.Select(a => a.GetProperty("verified").GetBoolean()));
        Assert.Equal("Ni Kadek Ayu Lestari", answers[0].GetProperty("payload").GetProperty("credentialSubject").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Jose_refuses_a_key_that_was_reported_stolen()
    {
        var document = DidDocument.Build(Samples.School.Controller, [new PublishedKey(Samples.School.Key.Multikey, true), new PublishedKey(SchoolKey.Key.Multikey, false)]);

        var answer = Assert.Single(await JoseAsync(document, CredentialJwt.Sign(Samples.SignedBadge(), SchoolKey, Later)));

        Assert.False(answer.GetProperty("verified").GetBoolean());
    }

    [Fact]
    public void A_document_without_keys_for_jwts_stays_as_it_was()
    {
        using var document = JsonDocument.Parse(DidDocument.Build(Samples.School.Controller, [new PublishedKey(Samples.School.Key.Multikey, true)]));

        Assert.Equal(2, document.RootElement.GetProperty("@context").GetArrayLength());
    }

    [Fact]
    public void A_document_of_ten_years_of_keys_stays_under_eight_kibibytes()
    {
        var keys = Enumerable.Range(0, 10).SelectMany(_ => new[] { new PublishedKey(Ed25519Key.Generate().Multikey, true), new PublishedKey(P256Key.Generate().Multikey, true) });

        Assert.InRange(DidDocument.Build(Samples.School.Controller, keys).Length, 1, 8192);
    }

    [Theory]
    [InlineData("certification")]
    [InlineData("internship")]
    [InlineData("portfolio")]
    [InlineData("project")]
    [InlineData("teaching-factory")]
    public async Task A_badge_picture_stays_a_picture_and_carries_the_very_file(string kind)
    {
        var badge = Samples.SignedBadge();
        var picture = Picture(kind);

        var baked = BadgePicture.Bake(picture, badge);

        Assert.Equal(badge, BakedPng.Read(baked).Credential!.Value.ToArray());
        Assert.Equal(Verdict.GenuineCurrent, (await CheckAsync(baked)).Verdict);
        Assert.Equal(picture.Length + badge.Length + "iTXt".Length + "openbadgecredential".Length + 5 + 8, baked.Length);
        // Another program finds the text in the place that the standard names, and the picture is as large as before.
        var path = Path.Combine(_folder, "badge.png");
        await File.WriteAllBytesAsync(path, baked);
        var seen = await RunAsync("exiftool", "-j", "-b", path);
        using var told = JsonDocument.Parse(seen);
        Assert.Equal(Encoding.UTF8.GetString(badge), told.RootElement[0].GetProperty("Openbadgecredential").GetString());
        Assert.Equal((320, 320), (told.RootElement[0].GetProperty("ImageWidth").GetInt32(), told.RootElement[0].GetProperty("ImageHeight").GetInt32()));
        Assert.False(told.RootElement[0].TryGetProperty("Warning", out _), seen);
    }

    [Fact]
    public void Nothing_is_baked_into_what_is_no_picture_or_carries_a_credential_already()
    {
        Assert.Throws<ArgumentException>(() => BadgePicture.Bake("%PDF-1.7"u8.ToArray(), "{}"u8));
        Assert.Throws<ArgumentException>(() => BadgePicture.Bake(Picture("project").AsMemory(0, 200), "{}"u8));
        Assert.Throws<ArgumentException>(() => BadgePicture.Bake(BadgePicture.Bake(Picture("project"), "{}"u8), "{}"u8));
    }

    private static byte[] Picture(string kind) => File.ReadAllBytes(Repository.PathOf("assets", "brand", "badges", kind + ".png"));

    private static JsonDocument Part(string jwt, int part) => JsonDocument.Parse(Base64Url.DecodeFromChars(jwt.Split('.')[part]));

    private static Task<VerificationReport> CheckAsync(byte[] file)
    {
        var content = Samples.RegisterContent();
        var school = content.Schools[0] with { Keys = [.. content.Schools[0].Keys, new RegisterKey(SchoolKey.Key.Multikey, Samples.Now)] };
        var register = RegisterFile.Read(RegisterFile.Sign(content with { Schools = [school, .. content.Schools.Skip(1)] }, Samples.Platform));
        return DocumentVerifier.VerifyAsync(file, new VerificationContext(register, new OfflineSources(), Later.AddDays(1), "en") { Stapled = [Samples.StatusList(Samples.School), Samples.StatusList(Samples.Teacher)] }, default);
    }

    private async Task<IReadOnlyList<JsonElement>> JoseAsync(byte[] document, params string[] jwts)
    {
        var did = Path.Combine(_folder, "did.json");
        await File.WriteAllBytesAsync(did, document);
        List<string> files = [];
        foreach (var jwt in jwts)
        {
            files.Add(Path.Combine(_folder, $"{files.Count}.jwt"));
            await File.WriteAllTextAsync(files[^1], jwt);
        }
        var output = await RunAsync("node", [Path.Combine(Vectors.Folder(".."), "interop", "jwt.mjs"), did, .. files]);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.Clone())];
    }

    private static async Task<string> RunAsync(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return output;
    }
}
