namespace SmkPortfolio.Web.Startup;

/// <summary>What the program does: serve, or one of the commands that run in the same host and settings.</summary>
public static class Commands
{
    public const string Samples = "samples";
    public const string Keys = "keys";

    /// <summary>Words that begin a command; what stands before them are settings.</summary>
    public static readonly IReadOnlyList<string> Names = [Samples, Keys];

    public static async Task<int> RunAsync(WebApplication app, string[] args)
    {
        await app.Services.GetRequiredService<Preparation>().MigrateAsync(CancellationToken.None);
        var at = Array.FindIndex(args, Names.Contains);
        if (at < 0)
        {
            await app.RunAsync();
            // Set by what stopped the program, if anything but its operator did.
            return Environment.ExitCode;
        }
        if (args[at] == Keys)
        {
            return await KeysAsync(app, args[(at + 1)..]);
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

    private static async Task<int> KeysAsync(WebApplication app, string[] words)
    {
        if (KeyCommands.IsMisspelt(words))
        {
            await Console.Error.WriteLineAsync(KeyCommands.Usage);
            return 2;
        }
        await app.Services.GetRequiredService<Preparation>().RunAsync(CancellationToken.None);
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<KeyCommands>().RunAsync(words, CancellationToken.None);
    }
}
