using SmkPortfolio.Web.Keeping;

namespace SmkPortfolio.Web.Startup;

/// <summary>What the program does: serve, or one of the commands that run in the same host and settings.</summary>
public static class Commands
{
    public const string Samples = "samples";
    public const string Keys = "keys";
    public const string Schools = "schools";
    public const string Evidence = "evidence";

    /// <summary>Words that begin a command; what stands before them are settings.</summary>
    public static readonly IReadOnlyList<string> Names = [Samples, Keys, Schools, Evidence];

    public static async Task<int> RunAsync(WebApplication app, string[] args)
    {
        await app.Services.GetRequiredService<Preparation>().MigrateAsync(CancellationToken.None);
        var at = Array.FindIndex(args, Names.Contains);
        if (at < 0)
        {
            try
            {
                await app.RunAsync();
            }
            catch (OperationCanceledException) when (Environment.ExitCode != 0)
            {
                // Stopped before it listened; why was said.
            }
            // Set by what stopped the program, if anything but its operator did.
            return Environment.ExitCode;
        }
        switch (args[at])
        {
            case Keys:
                return await RunAsync<KeyCommands>(app, args[(at + 1)..], KeyCommands.IsMisspelt, KeyCommands.Usage, (commands, words) => commands.RunAsync(words, CancellationToken.None));
            case Schools:
                return await RunAsync<SchoolCommands>(app, args[(at + 1)..], words => SchoolCommands.Read(words) is null, SchoolCommands.Usage, (commands, words) => commands.RunAsync(words, CancellationToken.None));
            case Evidence:
                return await RunAsync<EvidenceCommands>(app, args[(at + 1)..], EvidenceCommands.IsMisspelt, EvidenceCommands.Usage, (commands, words) => commands.RunAsync(words, CancellationToken.None));
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

    private static async Task<int> RunAsync<T>(WebApplication app, string[] words, Predicate<string[]> isMisspelt, string usage, Func<T, string[], Task<int>> run) where T : notnull
    {
        if (isMisspelt(words))
        {
            await Console.Error.WriteLineAsync(usage);
            return 2;
        }
        await app.Services.GetRequiredService<Preparation>().RunAsync(CancellationToken.None);
        await using var scope = app.Services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<T>(), words);
    }
}
