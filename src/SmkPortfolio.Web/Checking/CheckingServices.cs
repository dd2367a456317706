using SmkPortfolio.Credentials;
using SmkPortfolio.Web.Pages.Verify;

namespace SmkPortfolio.Web.Checking;

internal static class CheckingServices
{
    private const long MostRemembered = 96 * 1024 * 1024;

    public static void AddChecking(this IServiceCollection services) =>
        services.AddSingleton<RegisterCache>().AddSingleton(new CheckMemo(MostRemembered)).AddScoped<StateRecords>().AddScoped<WebStatusSources>().AddScoped<DocumentCheck>().AddScoped<PlainReports>()
            .AddScoped<CheckTable>().AddScoped<FileWords>();
}
