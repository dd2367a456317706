using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace SmkPortfolio.Web.Sharing;

/// <summary>Tokens of share links: 128 random bits. The database holds their hash, and a protected copy so that the owner can copy the link again.</summary>
public sealed class ShareTokens(IDataProtectionProvider protection)
{
    private const int Bytes = 16;
    private const int Characters = 22;
    private readonly IDataProtector tokens = protection.CreateProtector("SmkPortfolio.ShareToken");

    /// <summary>A new token with what is stored of it.</summary>
    public (string Token, string Hash, byte[] Protected) Make()
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        return (token, HashOf(token)!, tokens.Protect(Encoding.ASCII.GetBytes(token)));
    }

    /// <summary>The token of an own link.</summary>
    public string Show(byte[] protectedToken) => Encoding.ASCII.GetString(tokens.Unprotect(protectedToken));

    /// <summary>The stored form of a token, or null for what cannot be one.</summary>
    public static string? HashOf(string? token) => token is { Length: Characters } && token.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token)))
        : null;
}
