using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Data.EvidenceFiles;

namespace SmkPortfolio.Data;

/// <summary>Puts evidence stores, account stores and the key ring into the container, so that no other room names an engine.</summary>
public static class EngineSetup
{
    /// <summary>Evidence in a folder.</summary>
    public static IBlobStore DiskEvidence(string folder) => new DiskBlobStore(folder);

    /// <summary>Evidence in Azure Blob Storage: by connection string, or by the service's address and a managed identity.</summary>
    /// <exception cref="FormatException">The connection string is not one.</exception>
    public static IBlobStore AzureEvidence(string connectionString, string serviceUrl, string container) => connectionString.Length > 0
        ? AzureBlobStore.Connect(connectionString, container)
        : AzureBlobStore.ConnectByIdentity(new Uri(serviceUrl), container);

    /// <inheritdoc cref="DiskEvidence"/>
    public static IServiceCollection AddDiskEvidence(this IServiceCollection services, string folder) =>
        services.AddSingleton(_ => DiskEvidence(folder)).AddSingleton<IUploadParts>(_ => new DiskUploadParts(folder));

    /// <inheritdoc cref="AzureEvidence"/>
    public static IServiceCollection AddAzureEvidence(this IServiceCollection services, string connectionString, string serviceUrl, string container) =>
        services.AddSingleton(AzureEvidence(connectionString, serviceUrl, container)).AddSingleton<IUploadParts>(
            connectionString.Length > 0 ? AzureUploadParts.Connect(connectionString, container) : AzureUploadParts.ConnectByIdentity(new Uri(serviceUrl), container));

    /// <summary>Accounts in <see cref="AppDb"/>.</summary>
    public static IdentityBuilder AddAccountStores(this IdentityBuilder identity) => identity.AddEntityFrameworkStores<AppDb>();

    /// <summary>The data-protection ring in the chosen database.</summary>
    public static IDataProtectionBuilder PersistKeysToAppDb(this IDataProtectionBuilder ring, bool postgres) =>
        postgres ? ring.PersistKeysToDbContext<PostgresAppDb>() : ring.PersistKeysToDbContext<SqliteAppDb>();
}
