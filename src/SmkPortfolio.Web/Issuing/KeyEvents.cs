using System.Globalization;
using System.Text.Json.Nodes;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.Web.Issuing;

/// <summary>What the transparency log commits to when a key is added, retired or reported: canonical JSON that the register's dates give again.</summary>
public static class KeyEvents
{
    public const string Added = "added";
    public const string Retired = "retired";
    public const string Compromised = "compromised";

    public static LogEntry Of(Issuer issuer, IssuerKey key, string happening, DateTime at) =>
        LogEntry.Of(LogKind.KeyEvent, new DateTimeOffset(at, TimeSpan.Zero), key.LogSalt, CanonicalJson.Bytes(new JsonObject
        {
            ["did"] = issuer.Did,
            ["multikey"] = key.Multikey,
            ["event"] = happening,
            ["at"] = at.ToString("yyyy-MM-dd'T'HH':'mm':'ss'Z'", CultureInfo.InvariantCulture),
        }));
}
