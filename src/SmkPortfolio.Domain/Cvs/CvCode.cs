namespace SmkPortfolio.Domain.Cvs;

/// <summary>What a typed code turned out to be.</summary>
public enum CodeReading
{
    /// <summary>Wrong length, foreign characters or a wrong check character: probably mistyped.</summary>
    Mistyped,
    Sound,
}

/// <summary>
/// The serial of a paper: 50 random bits as 10 Crockford base32 characters and a Luhn mod 32 check character, written
/// <c>XXXXX-XXXXXX</c>, read without regard to case, blanks and hyphens (O as 0, I and L as 1).
/// </summary>
public static class CvCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Digits = 10;

    /// <summary>A new code from 50 of these 64 random bits, without hyphen.</summary>
    public static string From(ulong random)
    {
        Span<char> code = stackalloc char[Digits + 1];
        for (var i = 0; i < Digits; i++)
        {
            code[i] = Alphabet[(int)(random & 31)];
            random >>= 5;
        }
        code[Digits] = Check(code[..Digits]);
        return new string(code);
    }

    public static string Written(string code) => code.Length == Digits + 1 ? $"{code[..5]}-{code[5..]}" : code;

    /// <summary>Brings what somebody typed into the stored form and judges its check character.</summary>
    public static (CodeReading Reading, string Code) Read(string? typed)
    {
        Span<char> code = stackalloc char[Digits + 1];
        var length = 0;
        foreach (var raw in typed ?? "")
        {
            if (raw is ' ' or '-' or '\u2010' or '\u2011' or '\u2013' or '\u00A0')
            {
                continue;
            }
            var c = char.ToUpperInvariant(raw) switch
            {
                'O' => '0',
                'I' or 'L' => '1',
                var other => other,
            };
            if (!Alphabet.Contains(c, StringComparison.Ordinal) || length == code.Length)
            {
                return (CodeReading.Mistyped, "");
            }
            code[length++] = c;
        }
        return length == code.Length && Check(code[..Digits]) == code[Digits]
            ? (CodeReading.Sound, new string(code))
            : (CodeReading.Mistyped, "");
    }

    private static char Check(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        var factor = 2;
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            var addend = factor * Alphabet.IndexOf(digits[i], StringComparison.Ordinal);
            sum += (addend / 32) + (addend % 32);
            factor = factor == 2 ? 1 : 2;
        }
        return Alphabet[(32 - (sum % 32)) % 32];
    }
}
