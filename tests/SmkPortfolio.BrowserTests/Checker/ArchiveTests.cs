using System.Text;
using SmkPortfolio.BrowserTests.Browsing;
using SmkPortfolio.BrowserTests.Hosting;
using SmkPortfolio.Credentials;
using SmkPortfolio.Tests;
using SmkPortfolio.UnitTests.Credentials;
using SmkPortfolio.UnitTests.Credentials.Cases;
using SmkPortfolio.Verifier.Checking;
using SmkPortfolio.Verifier.Cli;

namespace SmkPortfolio.BrowserTests.Checker;

/// <summary>A ZIP on the page from the disk: one row for each document, the rest used or left aside, and bounds that say what they refuse.</summary>
public sealed class ArchiveTests(Chromium chromium, Site site)
{
    private const int MostFileBytes = 25 * 1024 * 1024;
    private static readonly int Changes = Campaign.Count(60, 1000);
    private static readonly DateTimeOffset Now = Samples.Now.AddDays(1);

    [Fact]
    public async Task Each_document_has_a_row_that_opens_and_what_lies_beside_is_told()
    {
        var badge = Samples.SignedBadge();
        await using var page = await OpenAsync(language: "en-GB");

        await page.HandInAsync(Zip([
            new("credentials/one.json", badge), new("credentials/two.jwt", Forge.SchoolJwt()), new("credentials/three.png", Forge.Png("openbadgecredential", Broken(badge))),
            .. Lists(), new("evidence/photo.jpg", [1, 2, 3]), new("revisions/1.json", [1]), new("README.txt", [65]), new("checker.html", [65]),
        ]));

        Assert.Equal([new Told("genuine-current", "genuine-as-of"), new Told("genuine-current", "genuine-as-of"), new Told("altered", "proof-broken")], await page.ToldAsync());
        Assert.Equal("2 of 3 are genuine and current.", await page.Page.Locator("#told").InnerTextAsync());
        Assert.Equal(
            ["bundle.zip: status lists in it that are used to check the documents: 2.", "bundle.zip: files beside the documents (evidence, words for the reader) that were not checked: 4."],
            await page.Page.Locator("#notes p").AllInnerTextsAsync());
        Assert.Equal("bundle.zip › credentials/one.json", await page.Page.Locator("article .name").First.InnerTextAsync());
        var facts = page.Page.Locator("article dl").First;
        Assert.False(await facts.IsVisibleAsync());
        await page.Page.Locator("article summary").First.FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        Assert.Contains("Ni Kadek Ayu Lestari", await facts.InnerTextAsync(), StringComparison.Ordinal);
        Visitor.Expect(page.Visitor.Complaints);
    }

    [Fact]
    public async Task What_cannot_be_read_in_an_archive_is_told_in_a_row_of_its_own()
    {
        var whole = Zips.Of(new CheckedFile("a.json", Samples.SignedBadge()));
        var locked = Zips.Of(new CheckedFile("locked.pdf", [1, 2, 3]), new CheckedFile("open.txt", [65]));
        locked[Central(locked) + 8] |= 1;
        var unknownMethod = Zips.Of(new CheckedFile("a.json", [1]));
        unknownMethod[Central(unknownMethod) + 10] = 12;
        (byte[] Archive, string[] Reasons)[] all =
        [
            (Zips.Of(new CheckedFile("large.json", new byte[MostFileBytes + 1]), new CheckedFile("small.txt", [65])), ["too-large", "unknown-kind"]),
            (Zips.Of(new CheckedFile("inner.zip", whole), new CheckedFile("evidence/inner.zip", whole)), ["zip-nested"]),
            (Zips.Of(new CheckedFile("evidence/photo.jpg", [1]), new CheckedFile("README.txt", [65])), ["zip-empty"]),
            (locked, ["zip-encrypted", "unknown-kind"]),
            (unknownMethod, ["zip-damaged"]),
            (Zips.Of(new CheckedFile("nothing.json", [])), ["empty"]),
            (Zips.Of(), ["zip-empty"]),
            (Zips.Of(new CheckedFile("folder/", []), new CheckedFile("__MACOSX/x", [1]), new CheckedFile("a/.DS_Store", [1])), ["zip-empty"]),
            (whole[..^40], ["zip-damaged"]),
            (Zips.Of(Enumerable.Range(0, 501).Select(i => new CheckedFile($"{i}.json", [65]))), ["zip-too-many"]),
            ([], ["empty"]),
        ];
        await using var page = await OpenAsync();

        foreach (var (archive, reasons) in all)
        {
            await page.HandInAsync(new CheckedFile("bundle.zip", archive));
            Assert.Equal(reasons.Select(r => new Told("not-checkable", r)), await page.ToldAsync());
            Assert.DoesNotContain("{", await page.Page.Locator("article").First.InnerTextAsync(), StringComparison.Ordinal);
            await page.Page.Locator("#clear").ClickAsync();
        }
        Visitor.Expect(page.Visitor.Complaints);
    }

    [Fact]
    public async Task No_more_comes_out_of_an_archive_than_may_be_held()
    {
        // Some hundred kilobytes that unpack to half a gigabyte.
        var bomb = Zips.Of(System.IO.Compression.CompressionLevel.Optimal, Enumerable.Range(0, 20).Select(i => new CheckedFile($"{i}.json", new byte[MostFileBytes])));
        await using var page = await OpenAsync();

        await page.HandInAsync(new CheckedFile("bomb.zip", bomb));

        var told = await page.ToldAsync();
        Assert.Equal(16, told.Count(t => t.Reason == "unknown-kind"));
        Assert.Equal(Enumerable.Repeat("too-much", 4), told.Skip(16).Select(t => t.Reason));
    }

    [Fact]
    public async Task A_register_in_an_archive_is_used_as_one_by_itself_and_otherwise_said_not_to_be()
    {
        var stranger = Forge.Register with { Schools = [] };
        var signed = RegisterFile.Sign(stranger with { IssuedAt = Now }, Samples.Platform);
        foreach (var (register, reason, note) in new[]
        {
            (signed, "issuer-not-in-register", "this newer register is used now"),
            (RegisterFile.Sign(stranger with { IssuedAt = Now, PlatformKeys = [Samples.Entry(Samples.Mentor)] }, new SigningKey(Samples.Platform.Controller, Samples.Mentor.Key)), "genuine-as-of", "not used"),
            (RegisterFile.Sign(stranger with { IssuedAt = Samples.Now.AddDays(-1) }, Samples.Platform), "genuine-as-of", "not used"),
            (signed[..^9], "genuine-as-of", "not used"),
        })
        {
            await using var page = await OpenAsync(language: "en-GB");

            await page.HandInAsync(Zip([new("one.json", Samples.SignedBadge()), .. Lists(), new("register.jws", Encoding.ASCII.GetBytes(register))]));

            Assert.Equal(reason, Assert.Single(await page.ToldAsync()).Reason);
            var said = await page.Page.Locator("#notes p").First.InnerTextAsync();
            Assert.StartsWith("bundle.zip › register.jws: ", said, StringComparison.Ordinal);
            Assert.Contains(note, said, StringComparison.Ordinal);
        }
    }

    [Fact, Trait(Campaign.Category, Campaign.Name)]
    public async Task An_archive_with_one_changed_byte_holds_for_the_page_what_it_holds_for_the_core()
    {
        var badge = Samples.SignedBadge();
        var differences = new List<string>();
        await using var page = await OpenAsync();
        foreach (var level in new[] { System.IO.Compression.CompressionLevel.Optimal, System.IO.Compression.CompressionLevel.NoCompression })
        {
            var archive = Zips.Of(level, [new CheckedFile("one.json", badge), new CheckedFile("two.jwt", Forge.SchoolJwt()), new CheckedFile("three.png", [.. Forge.Png("Comment", [65])]), .. Lists()]);
            var random = new Random((int)level);
            // Deflate64, as some systems write it: short data are the same in both.
            byte[] wide = [.. archive];
            wide[Central(wide) + 10] = 9;
            await CompareAsync(wide, $"{level}, Deflate64");
            for (var i = 0; i < Changes; i++)
            {
                byte[] changed = [.. archive];
                // Mostly in what tells of the files, for the files themselves are tried elsewhere.
                var at = random.Next(3) == 0 ? random.Next(changed.Length) : random.Next(Central(changed), changed.Length);
                changed[at] ^= (byte)(1 << random.Next(8));
                await CompareAsync(changed, $"{level}, byte {at} of {archive.Length} = {changed[at]:x2}");
            }
        }
        Visitor.Expect(differences);
        Visitor.Expect(page.Visitor.Complaints);

        async Task CompareAsync(byte[] file, string what)
        {
            await page.HandInAsync(new CheckedFile("bundle.zip", file));
            var told = string.Join(' ', await page.ToldAsync());
            if (string.Join(' ', await CoreAsync(file)) is var core && core != told)
            {
                differences.Add($"{what}: the core says {core}, the page {told}");
            }
            await page.Page.Locator("#clear").ClickAsync();
        }
    }

    [Fact]
    public async Task Rows_are_clean_and_fit_the_phone_in_both_languages_open_and_closed()
    {
        foreach (var language in new[] { "id-ID", "en-GB" })
        {
            await using var page = await OpenAsync(language);
            await page.HandInAsync(Zip([new("credentials/" + new string('a', 120) + ".json", Samples.SignedBadge()), new("two.json", Broken(Samples.SignedBadge())), new("three.json", []), .. Lists()]));

            foreach (var isOpen in new[] { false, true })
            {
                await page.Page.Locator("article details").EvaluateAllAsync<object?>($"all => all.forEach(d => {{ d.open = {(isOpen ? "true" : "false")}; }})");
                Assert.Equal(0, await page.Visitor.OverflowAsync());
                Visitor.Expect(await page.Visitor.AxeAsync());
                Assert.Empty(await page.Page.Locator("button:visible, summary:visible, label:visible").EvaluateAllAsync<string[]>(
                    "all => all.filter(e => e.getBoundingClientRect().height < 44).map(e => e.outerHTML)"));
            }
        }
    }

    private static async Task<IReadOnlyList<Told>> CoreAsync(byte[] archive)
    {
        if (FileKinds.Of(archive) != FileKind.Zip)
        {
            return [new Told("not-checkable", "unknown-kind")];
        }
        var bundle = Bundle.Read(archive);
        var context = new VerificationContext(RegisterFile.Read(RegisterFile.Sign(Forge.Register, Samples.Platform)), new OfflineSources(), Now, "en") { Stapled = bundle.StatusLists };
        var told = new List<Told>();
        foreach (var file in bundle.Documents)
        {
            try
            {
                var report = file.Bytes is null ? null : await DocumentVerifier.VerifyAsync(file.Bytes, context, default);
                told.Add(report is null ? new Told("not-checkable", file.Problem!) : new Told(WireNames.Of(report.Verdict), report.ReasonCode));
            }
            catch (UnknownKindException)
            {
                told.Add(new Told("not-checkable", "unknown-kind"));
            }
        }
        return told;
    }

    private static int Central(byte[] archive) => archive.AsSpan().IndexOf("PK\u0001\u0002"u8);

    private static byte[] Broken(byte[] badge) => Forge.Changed(badge, json => json["credentialSubject"]!["name"] = "Orang Lain");

    private static IEnumerable<CheckedFile> Lists() => Forge.Lists.Values.Select((list, i) => new CheckedFile($"status/{i}.json", list));

    private static CheckedFile Zip(params IEnumerable<CheckedFile> files) => new("bundle.zip", Zips.Of(files));

    private Task<SavedChecker> OpenAsync(string language = "id-ID")
    {
        var register = RegisterFile.Sign(Forge.Register, Samples.Platform);
        return SavedChecker.OpenAsync(chromium, site, register, RegisterFile.Read(register).Fingerprint, Now, language: language);
    }
}
