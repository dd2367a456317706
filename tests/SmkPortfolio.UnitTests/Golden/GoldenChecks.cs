using System.Text;
using SmkPortfolio.Credentials;
using SmkPortfolio.Tests;
using SmkPortfolio.UnitTests.Credentials;

namespace SmkPortfolio.UnitTests.Golden;

/// <summary>A golden set as the verifying core needs it.</summary>
internal static class GoldenChecks
{
    /// <summary>Register, lists, states and clock of that day.</summary>
    public static VerificationContext ContextOf(GoldenSet set)
    {
        var register = RegisterFile.Read(Encoding.ASCII.GetString(set.Read(GoldenSet.RegisterFile)));
        Assert.Equal(set.Index.PlatformKey, register.Fingerprint);
        var sources = new FakeSources();
        foreach (var (url, file) in set.Index.Lists) sources.Lists[url] = set.Read(file);
        foreach (var (id, state) in set.Index.States) sources.States[id] = state;
        return new VerificationContext(register, sources, set.Index.Pinned, "en");
    }
}
