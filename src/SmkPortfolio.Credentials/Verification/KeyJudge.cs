namespace SmkPortfolio.Credentials.Verification;

internal enum KeyStanding
{
    NotListed,
    Good,
    Compromised,
    Retired,
    NotYet,
}

/// <summary>What the register says of a key at the time it claims to have signed.</summary>
internal static class KeyJudge
{
    /// <summary>Clocks of two machines differ this much without anybody lying.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    public static KeyStanding Judge(RegisterEntry entry, string multikey, DateTimeOffset signedAt)
    {
        var key = entry.Keys.FirstOrDefault(k => k.Multikey == multikey);
        if (key is null) return KeyStanding.NotListed;
        if (key.CompromisedAt is not null) return KeyStanding.Compromised;
        // Whoever signs after the day on which the key was laid down is not the issuer any more.
        if (IsAfter(signedAt, key.RetiredAt)) return KeyStanding.Retired;
        return IsAfter(key.From, signedAt) ? KeyStanding.NotYet : KeyStanding.Good;
    }

    public static bool WasActive(RegisterEntry entry, DateTimeOffset signedAt) => !IsAfter(entry.From, signedAt) && !IsAfter(signedAt, entry.To);

    /// <summary>Later by more than clocks differ. The first and the last day of the calendar can be compared too, which moving one of them could not.</summary>
    public static bool IsAfter(DateTimeOffset? instant, DateTimeOffset? other) => instant - other > Skew;
}
