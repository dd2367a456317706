using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Credentials;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Issuing;

/// <summary>Where the certificate and key with which a school seals its papers come from. Whatever seals stands in the register first.</summary>
public interface ISeals
{
    /// <summary>The certificate with its key, for the caller to dispose; a new row is added to the unit of work.</summary>
    /// <exception cref="KeysClosedException">It is there but cannot be opened.</exception>
    Task<X509Certificate2> CurrentAsync(School school, CancellationToken cancel);
}

/// <summary>Made here on first need, kept in the database under data protection.</summary>
public sealed class OwnSeals(AppDb db, KeySafe safe, TimeProvider clock) : ISeals
{
    /// <inheritdoc/>
    public async Task<X509Certificate2> CurrentAsync(School school, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var seal = (await StandingAsync(db, school.Id, cancel)).FirstOrDefault(s => s.ProtectedPfx.Length > 0);
        if (seal is null)
        {
            using var made = PdfSealer.CreateCertificate($"{school.Name} ({school.Npsn})", school.Name, now.AddMinutes(-5), now.AddYears(5));
            seal = SchoolSeal.Of(school.Id, Guid.CreateVersion7(), safe.ProtectSeal(made.Export(X509ContentType.Pkcs12)), Fingerprint(made), now.UtcDateTime);
            db.SchoolSeals.Add(seal);
        }
        return X509CertificateLoader.LoadPkcs12(safe.OpenSeal(seal.ProtectedPfx), null, X509KeyStorageFlags.EphemeralKeySet);
    }

    /// <summary>A school's seals that have not been retired, also those not yet saved.</summary>
    internal static async Task<IReadOnlyList<SchoolSeal>> StandingAsync(AppDb db, Guid schoolId, CancellationToken cancel)
    {
        var seals = await db.SchoolSeals.IgnoreQueryFilters().Where(s => s.SchoolId == schoolId && s.RetiredAt == null).OrderBy(s => s.From).ToListAsync(cancel);
        return [.. seals.Union(db.SchoolSeals.Local.Where(s => s.SchoolId == schoolId)).Where(s => s.RetiredAt is null)];
    }

    internal static string Fingerprint(X509Certificate2 certificate) => Convert.ToHexStringLower(SHA256.HashData(certificate.RawData));
}

/// <summary>
/// A PFX file for each school that brings its own certificate, such as one of a certification authority; the key never enters the database.
/// Schools without a file seal with what is made here.
/// </summary>
public sealed class PfxSeals(AppDb db, OwnSeals own, AllSettings settings, TimeProvider clock) : ISeals
{
    /// <inheritdoc/>
    public async Task<X509Certificate2> CurrentAsync(School school, CancellationToken cancel)
    {
        var file = Path.Combine(settings.Keys.SealFolder, school.Npsn + ".pfx");
        if (!File.Exists(file))
        {
            return await own.CurrentAsync(school, cancel);
        }
        var certificate = Open(file, settings.Keys.SealPassword);
        var standing = await OwnSeals.StandingAsync(db, school.Id, cancel);
        var fingerprint = OwnSeals.Fingerprint(certificate);
        if (await db.SchoolSeals.IgnoreQueryFilters().AnyAsync(s => s.CertificateSha256 == fingerprint && s.CompromisedAt != null, cancel))
        {
            certificate.Dispose();
            throw new KeysClosedException(new CryptographicException("The certificate in the folder of seals was reported stolen."));
        }
        if (standing.All(s => s.CertificateSha256 != fingerprint))
        {
            var now = clock.GetUtcNow().UtcDateTime;
            foreach (var before in standing)
            {
                before.Retire(now);
            }
            db.SchoolSeals.Add(SchoolSeal.Of(school.Id, Guid.CreateVersion7(), [], fingerprint, now));
        }
        return certificate;
    }

    /// <summary>Opens every file once, at the start.</summary>
    /// <exception cref="SettingException">One cannot be used.</exception>
    internal static void Check(KeysSettings keys)
    {
        foreach (var file in Directory.EnumerateFiles(keys.SealFolder, "*.pfx").Order(StringComparer.Ordinal))
        {
            try
            {
                using var sealer = new PdfSealer(Open(file, keys.SealPassword));
            }
            catch (Exception e) when (e is KeysClosedException or ArgumentException)
            {
                throw new SettingException(e is ArgumentException
                    ? $"Keys:SealFolder holds '{Path.GetFileName(file)}', which has no P-256 key."
                    : $"Keys:SealFolder holds '{Path.GetFileName(file)}', which cannot be opened with Keys:SealPassword.");
            }
        }
    }

    private static X509Certificate2 Open(string file, string password)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(file, password, X509KeyStorageFlags.EphemeralKeySet);
        }
        catch (CryptographicException e)
        {
            throw new KeysClosedException(e);
        }
    }
}
