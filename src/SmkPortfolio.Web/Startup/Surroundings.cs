namespace SmkPortfolio.Web.Startup;

/// <summary>Where the program stands: which environment, which folder, which address when nobody says.</summary>
public static class Surroundings
{
    private const string DefaultUrl = "http://localhost:5080";

    /// <summary>
    /// What the shell's environment says wins; <c>dotnet run</c> brings a default through its launch profile. A published folder finds its
    /// files from any working directory.
    /// </summary>
    public static WebApplicationOptions Options(string[] args)
    {
        var chosen = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT");
        if (Environment.GetEnvironmentVariable("ASPNETCORE_URLS") is null && Environment.GetEnvironmentVariable("ASPNETCORE_HTTP_PORTS") is null && !args.Any(a => a.StartsWith("--urls", StringComparison.Ordinal)))
        {
            Environment.SetEnvironmentVariable("ASPNETCORE_URLS", DefaultUrl);
        }
        return new WebApplicationOptions
        {
            // Settings are judged once, at the start: nobody need watch their files.
            Args = ["--hostBuilder:reloadConfigOnChange=false", .. args.TakeWhile(a => !Commands.Names.Contains(a))],
            EnvironmentName = chosen is null ? Environment.GetEnvironmentVariable("SMK_DEFAULT_ENVIRONMENT") : null,
            ContentRootPath = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null,
        };
    }

    /// <summary>A path as the person at the shell meant it: <c>dotnet run</c> changes the working directory, the shell's own stands in PWD.</summary>
    public static string FromShell(string path) =>
        Path.GetFullPath(path, Environment.GetEnvironmentVariable("PWD") is { Length: > 0 } shell && Path.IsPathRooted(shell) && Directory.Exists(shell) ? shell : Environment.CurrentDirectory);
}
