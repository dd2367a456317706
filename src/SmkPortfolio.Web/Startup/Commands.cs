namespace SmkPortfolio.Web.Startup;

/// <summary>What the program does: serve, or one of the commands that run in the same host and settings.</summary>
public static class Commands
{
    public const string Samples = "samples";

    public static async Task<int> RunAsync(WebApplication app, string[] args)
    {
        await app.Services.GetRequiredService<Preparation>().MigrateAsync(CancellationToken.None);
        var at = Array.IndexOf(args, Samples);
        if (at < 0)
        {
            await app.RunAsync();
            // Set by what stopped the program, if anything but its operator did.
            return Environment.ExitCode;
        }
        if (args.Length != at + 2)
        {
            await Console.Error.WriteLineAsync("Usage: samples DIR");
            return 2;
        }
        await app.Services.GetRequiredService<Preparation>().RunAsync(CancellationToken.None);
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Demo.Samples>().WriteAsync(Surroundings.FromShell(args[at + 1]), CancellationToken.None);
    }
}
