using System.Numerics;
using System.Text;

namespace SmkPortfolio.Credentials;

/// <summary>Base58 with the Bitcoin alphabet, as multibase <c>z</c> has it; leading zero bytes are written as <c>1</c>.</summary>
internal static class Base58
{
    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    // Keys and signatures are below 100 characters; conversion is quadratic.
    private const int MaxLength = 256;

    public static string Encode(ReadOnlySpan<byte> data)
    {
        var number = new BigInteger(data, isUnsigned: true, isBigEndian: true);
        var digits = new List<char>(data.Length * 2);
        while (number > 0)
        {
            number = BigInteger.DivRem(number, 58, out var digit);
            digits.Add(Alphabet[(int)digit]);
        }
        var text = new StringBuilder(digits.Count + 4);
        foreach (var b in data)
        {
            if (b != 0) break;
            text.Append('1');
        }
        digits.Reverse();
        return text.Append(digits.ToArray()).ToString();
    }

    public static bool TryDecode(string text, out byte[] data)
    {
        data = [];
        if (text.Length > MaxLength) return false;
        BigInteger number = 0;
        foreach (var c in text)
        {
            var digit = Alphabet.IndexOf(c, StringComparison.Ordinal);
            if (digit < 0) return false;
            number = number * 58 + digit;
        }
        var zeros = text.TakeWhile(c => c == '1').Count();
        byte[] body = number.IsZero ? [] : number.ToByteArray(isUnsigned: true, isBigEndian: true);
        data = [.. new byte[zeros], .. body];
        return true;
    }
}
