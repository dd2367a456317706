using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Derived;

/// <summary>What is made of stored files, and what is found out about them.</summary>
public static class DerivedServices
{
    public static void AddDerived(this IServiceCollection services, AllSettings settings)
    {
        services.AddSingleton(settings.Tools).AddSingleton<PictureTools>();
        services.AddSingleton(settings.VirusScan).AddSingleton<VirusScanner>().AddScoped<HeldFiles>();
        services.AddScoped<FirstPicture>().AddScoped<Likenesses>().AddScoped<FileTurn>();
        services.AddScoped<FileSending>();
        services.AddSingleton<FileWork>().AddHostedService(provider => provider.GetRequiredService<FileWork>());
    }
}
