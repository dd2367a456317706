using SmkPortfolio.Data;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Issuing.Log;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Startup;

/// <summary>Publishes the transparency log: at the start and then every <c>Log:PublishSeconds</c>. A log that does not continue itself stops growing, loudly.</summary>
public sealed class LogPublishing(IServiceProvider services, Preparation preparation, LogSettings settings, TimeProvider clock, ILogger<LogPublishing> log) : BackgroundService
{
    /// <summary>Why nothing is published, for /health/ready; null when all is well.</summary>
    public string? Problem { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        try
        {
            do
            {
                if (preparation.Done)
                {
                    await RunAsync(stoppingToken);
                    timer.Period = TimeSpan.FromSeconds(settings.PublishSeconds);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped by itself it must not stop the site; what waits is published at the next start.
        }
    }

    /// <summary>Publishes once and says in <see cref="Problem"/> how it went.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<AppDb>().Scope.SeeAllSchools();
            await scope.ServiceProvider.GetRequiredService<LogSequencer>().PublishAsync(cancel);
            await scope.ServiceProvider.GetRequiredService<LogReader>().WarmAsync(cancel);
            Problem = null;
        }
        catch (Exception broken) when (broken is LogBrokenException or KeysClosedException)
        {
            Problem = broken.Message + " Nothing more is published.";
            log.LogCritical("{Problem}", Problem);
        }
        catch (Exception e) when (Faults.IsStorage(e))
        {
            // Comes right by itself; the database and the evidence store say so at their own place.
            log.LogWarning("Transparency log not published: {Problem}", e.GetBaseException().Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whatever is wrong with the log, papers are checked without it: the site stays up.
            Problem = "Nothing was published: " + e.GetBaseException().Message;
            log.LogError(e, "Transparency log not published");
        }
    }
}
