namespace SmkPortfolio.Domain.Issuing;

/// <summary>A signed register as it was entered in the transparency log: one row each time its content changed. Never changed and never removed.</summary>
public sealed class LoggedRegister
{
    private LoggedRegister()
    {
    }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    /// <summary>The file, a compact JWS.</summary>
    public string Jws { get; private set; } = "";

    /// <summary>SHA-256 of what it says besides its date, lower-case hex.</summary>
    public string ContentSha256 { get; private set; } = "";

    /// <summary>32 random bytes that blind the commitment, as for any other entry.</summary>
    public byte[] LogSalt { get; private set; } = [];

    public DateTime At { get; private set; }

    public static LoggedRegister Of(int number, string jws, string contentSha256, byte[] logSalt, DateTime at) =>
        new() { Number = number, Jws = jws, ContentSha256 = contentSha256, LogSalt = logSalt, At = at };
}
