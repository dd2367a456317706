using System.Buffers.Binary;
using System.Text;

namespace SmkPortfolio.Credentials.Statements;

/// <summary>
/// The statement in as few bytes as a code on paper can carry: version, the signing key's fingerprint, the instant in seconds, then texts in
/// UTF-8 after one byte of length, and per line a byte of kind and word. The signature follows. There is one spelling of each statement.
/// </summary>
internal static class StatementBytes
{
    public const byte Version = 1;
    public const int FingerprintLength = 8;
    public const int SignatureLength = 64;
    private const int HeadLength = 1 + FingerprintLength + 4;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static byte[] Write(PaperStatement statement, ReadOnlySpan<byte> fingerprint)
    {
        var bytes = new List<byte>(192) { Version };
        bytes.AddRange(fingerprint);
        Span<byte> seconds = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(seconds, checked((uint)statement.IssuedAt.ToUnixTimeSeconds()));
        bytes.AddRange(seconds);
        foreach (var text in new[] { statement.Format, statement.Code, statement.Npsn, statement.Name }) Put(bytes, text);
        bytes.Add((byte)statement.Lines.Count);
        foreach (var line in statement.Lines)
        {
            var (kind, word) = (Array.IndexOf(PaperStatement.Kinds, line.Kind), Array.IndexOf(PaperStatement.Words, line.Word));
            if (kind < 0 || word < 0) throw new ArgumentException($"A line has the kind '{line.Kind}' and the word '{line.Word}'.", nameof(statement));
            bytes.Add((byte)((kind << 4) | word));
            Put(bytes, line.Title);
        }
        return [.. bytes];
    }

    /// <exception cref="StatementException">The bytes are anything but one whole statement.</exception>
    public static PaperStatement Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0) throw new StatementException("statement-cut");
        // Of another version nothing more can be said.
        if (bytes[0] != Version) throw new StatementException("statement-version");
        if (bytes.Length < HeadLength) throw new StatementException("statement-cut");
        var issuedAt = DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadUInt32BigEndian(bytes[(1 + FingerprintLength)..]));
        var rest = bytes[HeadLength..];
        var (format, code, npsn, name) = (Text(ref rest), Text(ref rest), Text(ref rest), Text(ref rest));
        var lines = new StatementLine[Byte(ref rest)];
        if (lines.Length > PaperStatement.MostLines) throw new StatementException("statement-text");
        for (var i = 0; i < lines.Length; i++)
        {
            var mark = Byte(ref rest);
            var (kind, word) = (mark >> 4, mark & 15);
            if (kind >= PaperStatement.Kinds.Length || word >= PaperStatement.Words.Length) throw new StatementException("statement-text");
            lines[i] = new StatementLine(PaperStatement.Kinds[kind], Text(ref rest), PaperStatement.Words[word]);
        }
        if (!rest.IsEmpty) throw new StatementException("statement-trailing");
        return new PaperStatement(code, name, npsn, format, issuedAt, lines);
    }

    public static ReadOnlySpan<byte> Fingerprint(ReadOnlySpan<byte> bytes) => bytes.Slice(1, FingerprintLength);

    private static void Put(List<byte> bytes, string text)
    {
        var utf8 = Strict.GetBytes(text);
        bytes.Add(checked((byte)utf8.Length));
        bytes.AddRange(utf8);
    }

    private static byte Byte(ref ReadOnlySpan<byte> rest)
    {
        if (rest.IsEmpty) throw new StatementException("statement-cut");
        var value = rest[0];
        rest = rest[1..];
        return value;
    }

    private static string Text(ref ReadOnlySpan<byte> rest)
    {
        var length = Byte(ref rest);
        if (rest.Length < length) throw new StatementException("statement-cut");
        var bytes = rest[..length];
        rest = rest[length..];
        try
        {
            var text = Strict.GetString(bytes);
            // One spelling of each text, and none that moves a cursor or hides beside another.
            return length > 0 && text.IsNormalized() && !text.Any(char.IsControl) ? text : throw new StatementException("statement-text");
        }
        catch (DecoderFallbackException)
        {
            throw new StatementException("statement-text");
        }
    }
}
