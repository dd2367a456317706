using Microsoft.EntityFrameworkCore;

namespace SmkPortfolio.Web.Startup;

/// <summary>
/// Work behind the pages of one node: woken when there is something to do here, and looking by itself every few seconds for what another node has left.
/// Whatever goes wrong, it waits and is tried again; it never stops the site.
/// </summary>
/// <param name="what">What waits when something is wrong, for the log: "Smaller pictures".</param>
public abstract class NodeWork(Preparation preparation, ILogger log, string what) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim orders = new(0);
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Why work waits although there is some; null when all is well.</summary>
    public string? Problem { get; private set; }

    /// <summary>There is something to do.</summary>
    public void Wake() => orders.Release();

    /// <summary>Works until nothing is left that nobody else works on; one call at a time.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            await WorkAsync(cancel);
            Problem = null;
        }
        finally
        {
            turn.Release();
        }
    }

    public override void Dispose()
    {
        orders.Dispose();
        turn.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Works until nothing is left. What is cut off must be found again by whoever comes next.</summary>
    protected abstract Task WorkAsync(CancellationToken cancel);

    /// <summary>Something outside the program is away, or another was faster: worth a line in the log, no more.</summary>
    protected virtual bool IsExpected(Exception problem) => Faults.IsStorage(problem) || problem is DbUpdateException;

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                if (preparation.Done)
                {
                    await TryAsync(stoppingToken);
                }
                await orders.WaitAsync(Look, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What was begun is found again at the next start, or by another node.
        }
    }

    private async Task TryAsync(CancellationToken cancel)
    {
        try
        {
            await RunAsync(cancel);
        }
        catch (Exception e) when (IsExpected(e))
        {
            Problem = e.GetBaseException().Message;
            log.LogWarning("{Work} wait: {Problem}", what, Problem);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Problem = e.GetBaseException().Message;
            log.LogError(e, "{Work} wait", what);
        }
    }
}
