namespace SmkPortfolio.Web.Checking;

internal static class CheckingServices
{
    public static void AddChecking(this IServiceCollection services) => services.AddSingleton<RegisterCache>().AddScoped<StateRecords>().AddScoped<WebStatusSources>().AddScoped<DocumentCheck>().AddScoped<PlainReports>();
}
