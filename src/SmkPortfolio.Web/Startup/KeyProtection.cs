using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Startup;

/// <summary>
/// Looks at the key ring before anything uses it. A ring that this node cannot open stops the start: going on would put a new, readable key
/// into it and make keys in the schools' names that nobody asked for.
/// </summary>
public sealed class KeyProtection(IKeyManager ring, IOptions<KeyManagementOptions> options, AllSettings settings)
{
    /// <summary>For health and log: "none", "certificate", or "certificate-since-later" when keys from before it stay readable.</summary>
    public string State { get; private set; } = "none";

    /// <exception cref="SettingException">The keys are protected by a certificate that is not here.</exception>
    public void Check()
    {
        var certificate = settings.Keys.ProtectionCertificate.Length > 0;
        if (ring.GetAllKeys().Any(key => !key.IsRevoked && !Opens(key)))
        {
            throw new SettingException(certificate
                ? "Keys:ProtectionCertificate is not the certificate that protects the keys in this database; set the one they were made with."
                : "Keys:ProtectionCertificate is not set, but the keys in this database are protected by a certificate; set the one they were made with.");
        }
        var readable = options.Value.XmlRepository!.GetAllElements().Any(e => e.Name == "key" && e.Descendants().All(d => d.Name.LocalName != "encryptedSecret"));
        State = !certificate ? "none" : readable ? "certificate-since-later" : "certificate";
    }

    private static bool Opens(IKey key)
    {
        try
        {
            return key.CreateEncryptor() is not null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return false;
        }
    }
}
