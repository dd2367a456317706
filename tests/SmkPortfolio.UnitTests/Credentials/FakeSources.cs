using SmkPortfolio.Credentials;

namespace SmkPortfolio.UnitTests.Credentials;

/// <summary>A status service in memory: it knows what it was told, and nothing else.</summary>
internal sealed class FakeSources : IStatusSources
{
    public bool Online { get; set; } = true;

    public Dictionary<string, byte[]> Lists { get; } = [];

    public Dictionary<string, string> States { get; } = [];

    public Dictionary<string, string> Files { get; } = [];

    /// <summary>Lists of everybody in the samples, nothing withdrawn, every credential active.</summary>
    public static FakeSources AllGood(params string[] credentialIds)
    {
        var sources = new FakeSources();
        foreach (var issuer in new[] { Samples.School, Samples.OtherSchool, Samples.Teacher, Samples.SecondTeacher, Samples.Mentor }) sources.SetBits(issuer);
        foreach (var id in credentialIds.Append(Samples.Badge().Id)) sources.SetState(id, CredentialState.Active);
        return sources;
    }

    public void SetBits(SigningKey issuer, params int[] bits) => Lists[Samples.ListOf(issuer)] = Samples.StatusList(issuer, bits);

    public void SetState(string id, CredentialState state, string? reasonId = null, string? reasonEn = null) =>
        States[id] = StateRecord.Sign(new StateContent(id, 1, state, Samples.Now, reasonId, reasonEn, null), Samples.School);

    public ValueTask<byte[]?> StatusListAsync(string url, CancellationToken ct) => ValueTask.FromResult(Lists.GetValueOrDefault(url));

    public ValueTask<string?> StateAsync(CredentialVersion version, CancellationToken ct) => ValueTask.FromResult(States.GetValueOrDefault(version.Id));

    public ValueTask<string?> IssuedFileSha256Async(string cvCode, CancellationToken ct) => ValueTask.FromResult(Files.GetValueOrDefault(cvCode));
}
