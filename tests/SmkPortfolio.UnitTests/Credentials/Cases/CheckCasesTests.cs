using System.Globalization;
using System.Text.Json;
using SmkPortfolio.Credentials;
using SmkPortfolio.Verifier.Checking;

namespace SmkPortfolio.UnitTests.Credentials.Cases;

public sealed class CheckCasesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cases").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<string> Names => [.. CheckCases.All.Select(c => c.Name)];

    [Theory, MemberData(nameof(Names))]
    public async Task Every_file_gets_its_one_right_answer(string name)
    {
        var one = CheckCases.All.Single(c => c.Name == name);
        foreach (var culture in new[] { "en-US", "id-ID", "ar-SA" })
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            var report = await Verify(one);
            Assert.Equal((one.Verdict, one.ReasonCode), (report.Verdict, report.ReasonCode));
        }
    }

    [Theory, MemberData(nameof(Names))]
    public async Task What_is_not_genuine_tells_no_name_and_no_title(string name)
    {
        var one = CheckCases.All.Single(c => c.Name == name);
        if (one.Verdict is not (Verdict.Altered or Verdict.IssuerUnknown)) return;
        var report = await Verify(one);
        Assert.Equal((null, null, 0), (report.SubjectName, report.Title, report.Lines.Count));
    }

    [Fact]
    public void The_cases_can_be_handed_to_another_checker()
    {
        CheckCases.Write(_folder);
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_folder, "cases.json")));
        Assert.Equal(CheckCases.All.Count, json.RootElement.GetArrayLength());
        foreach (var one in json.RootElement.EnumerateArray())
        {
            var expected = CheckCases.All.Single(c => c.Name == one.GetProperty("name").GetString());
            Assert.Equal(expected.File, File.ReadAllBytes(Path.Combine(_folder, one.GetProperty("file").GetString()!)));
            var lists = one.GetProperty("lists").EnumerateArray().Select(list => File.ReadAllBytes(Path.Combine(_folder, list.GetProperty("file").GetString()!)));
            Assert.Equal(expected.AllLists, lists);
        }
        Assert.True(File.Exists(Path.Combine(_folder, "register.jws")));
    }

    [Theory]
    [InlineData("picture-many-badges", 32)]
    [InlineData("hostile-pdf-many-values", 160)]
    [InlineData("hostile-pdf-one-node-named-often", 160)]
    public void What_was_made_to_fill_the_memory_does_not(string name, int megabytes)
    {
        var one = CheckCases.All.Single(c => c.Name == name);
        var before = GC.GetAllocatedBytesForCurrentThread();

        // Without a network nothing is waited for, so that all of it happens on this thread.
        Assert.True(Verify(one).IsCompletedSuccessfully);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, megabytes * 1024L * 1024);
    }

    private static Task<VerificationReport> Verify(CheckCase one)
    {
        var register = one.Register is null ? null : RegisterFile.Read(RegisterFile.Sign(one.Register, Samples.Platform));
        return DocumentVerifier.VerifyAsync(one.File, new VerificationContext(register, new OfflineSources(), one.Now, "en") { Stapled = [.. one.AllLists.Select(l => (ReadOnlyMemory<byte>)l)] }, default);
    }
}
