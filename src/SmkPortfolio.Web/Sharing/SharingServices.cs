using SmkPortfolio.Web.Access;

namespace SmkPortfolio.Web.Sharing;

internal static class SharingServices
{
    public static void AddSharing(this IServiceCollection services)
    {
        services.AddSingleton<ShareTokens>().AddScoped<OpenShares>().AddScoped<Disclosure>().AddScoped<EntryReach>().AddScoped<Guardians>();
        services.AddSingleton<VisitCounter>();
        services.AddSingleton<IStartupFilter, VisitCounting.First>();
        services.AddHostedService(provider => provider.GetRequiredService<VisitCounter>());
    }
}
