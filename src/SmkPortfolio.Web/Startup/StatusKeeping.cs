using SmkPortfolio.Data;
using SmkPortfolio.Web.Issuing;

namespace SmkPortfolio.Web.Startup;

/// <summary>
/// Once an hour: status lists that are getting old are signed anew, so that "as of" is never older than a day even where nobody asks; and what
/// a stolen key signed while it was being reported is withdrawn. Every node does it: a list that another has just signed is no longer old.
/// </summary>
public sealed class StatusKeeping(IServiceProvider services, Preparation preparation, TimeProvider clock, ILogger<StatusKeeping> log) : BackgroundService
{
    /// <summary>Does it once.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AppDb>().Scope.SeeAllSchools();
        var swept = await scope.ServiceProvider.GetRequiredService<KeyLife>().SweepAsync(clock.GetUtcNow().UtcDateTime, cancel);
        var signed = await scope.ServiceProvider.GetRequiredService<StatusLists>().RefreshAsync(cancel);
        if (swept + signed > 0)
        {
            log.LogInformation("Status lists signed anew: {Signed}; withdrawn after a key was reported: {Swept}", signed, swept);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1));
        do
        {
            if (!preparation.Done)
            {
                continue;
            }
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception e) when (Faults.IsStorage(e) || e is KeysClosedException)
            {
                log.LogWarning("Status lists not signed anew: {Problem}", e.GetBaseException().Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
