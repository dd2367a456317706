namespace SmkPortfolio.Credentials.Log;

/// <summary>Base64 of one spelling only: .NET also takes blanks and stray bits at the end, which would let two files say the same.</summary>
internal static class StrictBase64
{
    /// <summary>The bytes, or null for anything but their one spelling.</summary>
    public static byte[]? Read(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && Convert.ToBase64String(bytes.AsSpan(0, length)) == text ? bytes[..length] : null;
    }
}
