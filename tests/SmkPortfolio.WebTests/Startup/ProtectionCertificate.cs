using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SmkPortfolio.WebTests.Startup;

/// <summary>A certificate file with a password, as an operator makes one for the key ring.</summary>
internal sealed class ProtectionCertificate : IDisposable
{
    private const string Password = "kunci-uji";
    private readonly string _folder = Directory.CreateTempSubdirectory("smk-pfx-").FullName;

    public ProtectionCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=SmkPortfolio keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(1));
        File.WriteAllBytes(Path.Combine(_folder, "keys.pfx"), certificate.Export(X509ContentType.Pfx, Password));
    }

    public KeyValuePair<string, string>[] Settings =>
        [new("Keys:ProtectionCertificate", Path.Combine(_folder, "keys.pfx")), new("Keys:ProtectionCertificatePassword", Password)];

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
