using SmkPortfolio.Web.Checker;

namespace SmkPortfolio.Web.Pages.Trust;

/// <summary>The doors that make signed documents checkable without an account.</summary>
internal static class TrustDoors
{
    public static void AddTrust(this IServiceCollection services) =>
        services.AddScoped<IssuerLookup>().AddScoped<SignedRecords>().AddScoped<CheckerPage>().AddScoped<CheckerTexts>();

    public static void MapTrust(this IEndpointRouteBuilder routes)
    {
        routes.MapIssuers();
        routes.MapRegister();
        routes.MapLog();
        routes.MapCredentials();
        routes.MapAchievements();
        routes.MapVerify();
        routes.MapChecker();
    }
}
