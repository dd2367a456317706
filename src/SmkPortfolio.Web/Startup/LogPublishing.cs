using SmkPortfolio.Web.Issuing.Log;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Startup;

/// <summary>Publishes the transparency log: at the start and then every <c>Log:PublishSeconds</c>. A log that does not continue itself stops growing, loudly.</summary>
public sealed class LogPublishing(IServiceProvider services, Preparation preparation, LogSettings settings, ILogger<LogPublishing> log) : BackgroundService
{
    /// <summary>Why nothing is published, for /health/ready; null when all is well.</summary>
    public string? Problem { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
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

    private async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<LogSequencer>().PublishAsync(cancel);
            Problem = null;
        }
        catch (LogBrokenException broken)
        {
            Problem = broken.Message;
            log.LogCritical("{Problem} Nothing more is published.", broken.Message);
        }
        catch (Exception e) when (Faults.IsStorage(e))
        {
            log.LogWarning("Transparency log not published: {Problem}", e.GetBaseException().Message);
        }
    }
}
