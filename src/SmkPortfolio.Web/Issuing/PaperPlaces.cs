using System.Security.Cryptography;
using System.Text;

namespace SmkPortfolio.Web.Issuing;

/// <summary>Where the texts of papers are written.</summary>
public static class PaperPlaces
{
    /// <summary>The languages that papers are written in.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["id", "en", "ja", "ko", "de"];

    /// <summary>Names a text's field on its page: keys hold what people typed.</summary>
    public static string Anchor(string key) => "t-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..12];

    public static string Texts(string language, string key) => $"/portfolio/texts/{language}#{Anchor(key)}";
}
