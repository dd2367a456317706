using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using SmkPortfolio.Credentials.Statements;

namespace SmkPortfolio.Credentials;

/// <summary>
/// The text of a paper's second code: the address that any phone opens, and behind <c>#</c>, which no browser sends, a signed statement for
/// readers without a network.
/// </summary>
public sealed class PrintedStatement
{
    /// <summary>More a code of readable size does not hold.</summary>
    public const int MostCharacters = 400;

    private const string Path = "/verify/";

    // A school's key signs other things too; none of them begins like this.
    private static readonly byte[] Domain = Encoding.ASCII.GetBytes("SmkPortfolio paper statement v1\0");

    private readonly byte[] _payload;
    private readonly byte[] _signature;

    private PrintedStatement(string origin, byte[] payload, byte[] signature)
    {
        Origin = origin;
        _payload = payload;
        _signature = signature;
        Content = StatementBytes.Read(payload);
    }

    /// <summary>The site that the address leads to.</summary>
    public string Origin { get; }

    /// <summary>What it says; believed only after <see cref="IsSignedBy"/>.</summary>
    public PaperStatement Content { get; }

    /// <summary>The text to print, with lines and at last the name shortened until it fits; null when not even that helps.</summary>
    /// <param name="address">Where the paper is checked, <c>https://HOST/verify/CODE</c>.</param>
    public static string? Sign(string address, PaperStatement statement, SigningKey school)
    {
        ArgumentNullException.ThrowIfNull(school);
        return Text(address, statement, FingerprintOf(school.Key.PublicKey.Span), payload => school.Key.Sign([.. Domain, .. payload]));
    }

    /// <summary>A text of the same length that nobody has signed, for a paper that is only looked at.</summary>
    /// <inheritdoc cref="Sign"/>
    public static string? Unsigned(string address, PaperStatement statement) =>
        Text(address, statement, new byte[StatementBytes.FingerprintLength], _ => new byte[StatementBytes.SignatureLength]);

    private static string? Text(string address, PaperStatement statement, byte[] fingerprint, Func<byte[], byte[]> sign)
    {
        var room = ((MostCharacters - address.Length - 1) * 3 / 4) - StatementBytes.SignatureLength;
        if (StatementFit.Into(room, statement, s => StatementBytes.Write(s, fingerprint).Length) is not { } fitting) return null;
        var payload = StatementBytes.Write(fitting, fingerprint);
        return $"{address}#{Base64Url.EncodeToString([.. payload, .. sign(payload)])}";
    }

    /// <summary>Reads the text of a code.</summary>
    /// <exception cref="StatementException">It is anything but one whole statement behind the address of its own paper.</exception>
    public static PrintedStatement Read(string text)
    {
        if (text.Length > MostCharacters) throw new StatementException("statement-too-long");
        var parts = text.Split('#');
        if (parts.Length == 1) throw new StatementException("statement-missing");
        if (parts.Length > 2) throw new StatementException("statement-fragments");
        var at = parts[0].IndexOf(Path, StringComparison.Ordinal);
        if (at < 0 || !Uri.TryCreate(parts[0], UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")
            || url.UserInfo.Length > 0 || url.GetLeftPart(UriPartial.Authority) != parts[0][..at]) throw new StatementException("statement-address");
        var bytes = Bytes(parts[1]);
        if (bytes.Length <= StatementBytes.SignatureLength) throw new StatementException("statement-cut");
        var read = new PrintedStatement(parts[0][..at], bytes[..^StatementBytes.SignatureLength], bytes[^StatementBytes.SignatureLength..]);
        return parts[0][(at + Path.Length)..] == read.Content.Code ? read : throw new StatementException("statement-code");
    }

    /// <summary>True when the fingerprint inside is that of the key. It says where to look, not who signed.</summary>
    public bool Names(ReadOnlySpan<byte> publicKey) => StatementBytes.Fingerprint(_payload).SequenceEqual(FingerprintOf(publicKey));

    public bool IsSignedBy(ReadOnlySpan<byte> publicKey) => Ed25519Key.Verify(publicKey, [.. Domain, .. _payload], _signature);

    private static byte[] FingerprintOf(ReadOnlySpan<byte> publicKey) => SHA256.HashData(publicKey)[..StatementBytes.FingerprintLength];

    // .NET also takes blanks, padding and stray bits at the end, which would let two texts say the same.
    private static byte[] Bytes(string text)
    {
        try
        {
            var bytes = Base64Url.DecodeFromChars(text);
            return Base64Url.EncodeToString(bytes) == text ? bytes : throw new StatementException("statement-encoding");
        }
        catch (FormatException)
        {
            throw new StatementException("statement-encoding");
        }
    }
}
